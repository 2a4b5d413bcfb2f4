import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_history_out import ConnectionHistoryOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    connection: str,
    *,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_before: str | Unset = UNSET
    if not isinstance(before, Unset):
        json_before = before.isoformat()
    params["before"] = json_before

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/connections/{connection}/history".format(
            connection=quote(str(connection), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConnectionHistoryOut | Problem | None:
    if response.status_code == 200:
        response_200 = ConnectionHistoryOut.from_dict(response.json())

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
) -> Response[ConnectionHistoryOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    connection: str,
    *,
    client: AuthenticatedClient,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[ConnectionHistoryOut | Problem]:
    """What people did to it, and when it was closed by itself; newest first.

    Args:
        connection (str): The connection's id or its slug.
        before (datetime.datetime | Unset): Only what was before; from `next_before`.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConnectionHistoryOut | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        before=before,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    connection: str,
    *,
    client: AuthenticatedClient,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
) -> ConnectionHistoryOut | Problem | None:
    """What people did to it, and when it was closed by itself; newest first.

    Args:
        connection (str): The connection's id or its slug.
        before (datetime.datetime | Unset): Only what was before; from `next_before`.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConnectionHistoryOut | Problem
    """

    return sync_detailed(
        connection=connection,
        client=client,
        before=before,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    connection: str,
    *,
    client: AuthenticatedClient,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[ConnectionHistoryOut | Problem]:
    """What people did to it, and when it was closed by itself; newest first.

    Args:
        connection (str): The connection's id or its slug.
        before (datetime.datetime | Unset): Only what was before; from `next_before`.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConnectionHistoryOut | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        before=before,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    connection: str,
    *,
    client: AuthenticatedClient,
    before: datetime.datetime | Unset = UNSET,
    limit: int | Unset = 50,
) -> ConnectionHistoryOut | Problem | None:
    """What people did to it, and when it was closed by itself; newest first.

    Args:
        connection (str): The connection's id or its slug.
        before (datetime.datetime | Unset): Only what was before; from `next_before`.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConnectionHistoryOut | Problem
    """

    return (
        await asyncio_detailed(
            connection=connection,
            client=client,
            before=before,
            limit=limit,
        )
    ).parsed
