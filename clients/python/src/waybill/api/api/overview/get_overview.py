from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.get_overview_period import GetOverviewPeriod
from ...models.overview_out import OverviewOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    period: GetOverviewPeriod | Unset = UNSET,
    workflow: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_period: dict[str, Any] | Unset = UNSET
    if not isinstance(period, Unset):
        json_period = period.to_dict()
    if not isinstance(json_period, Unset):
        params.update(json_period)

    params["workflow"] = workflow

    params["connection"] = connection

    params["time_zone"] = time_zone

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/overview",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OverviewOut | Problem | None:
    if response.status_code == 200:
        response_200 = OverviewOut.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[OverviewOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    period: GetOverviewPeriod | Unset = UNSET,
    workflow: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> Response[OverviewOut | Problem]:
    """What needs a person, what waits to be sent, and what went through in a period.

    Args:
        period (GetOverviewPeriod | Unset):
        workflow (str | Unset): Only this one: its slug.
        connection (str | Unset): Only this one: its id or slug.
        time_zone (str | Unset): Whose days are counted; without, UTC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OverviewOut | Problem]
    """

    kwargs = _get_kwargs(
        period=period,
        workflow=workflow,
        connection=connection,
        time_zone=time_zone,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    period: GetOverviewPeriod | Unset = UNSET,
    workflow: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> OverviewOut | Problem | None:
    """What needs a person, what waits to be sent, and what went through in a period.

    Args:
        period (GetOverviewPeriod | Unset):
        workflow (str | Unset): Only this one: its slug.
        connection (str | Unset): Only this one: its id or slug.
        time_zone (str | Unset): Whose days are counted; without, UTC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OverviewOut | Problem
    """

    return sync_detailed(
        client=client,
        period=period,
        workflow=workflow,
        connection=connection,
        time_zone=time_zone,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    period: GetOverviewPeriod | Unset = UNSET,
    workflow: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> Response[OverviewOut | Problem]:
    """What needs a person, what waits to be sent, and what went through in a period.

    Args:
        period (GetOverviewPeriod | Unset):
        workflow (str | Unset): Only this one: its slug.
        connection (str | Unset): Only this one: its id or slug.
        time_zone (str | Unset): Whose days are counted; without, UTC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OverviewOut | Problem]
    """

    kwargs = _get_kwargs(
        period=period,
        workflow=workflow,
        connection=connection,
        time_zone=time_zone,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    period: GetOverviewPeriod | Unset = UNSET,
    workflow: str | Unset = UNSET,
    connection: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> OverviewOut | Problem | None:
    """What needs a person, what waits to be sent, and what went through in a period.

    Args:
        period (GetOverviewPeriod | Unset):
        workflow (str | Unset): Only this one: its slug.
        connection (str | Unset): Only this one: its id or slug.
        time_zone (str | Unset): Whose days are counted; without, UTC.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OverviewOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            period=period,
            workflow=workflow,
            connection=connection,
            time_zone=time_zone,
        )
    ).parsed
