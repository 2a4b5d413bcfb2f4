from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.acknowledge_in import AcknowledgeIn
from ...models.alert_out import AlertOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    alert_id: UUID,
    *,
    body: AcknowledgeIn | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["language"] = language

    params["time_zone"] = time_zone

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/alerts/{alert_id}/acknowledge".format(
            alert_id=quote(str(alert_id), safe=""),
        ),
        "params": params,
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AlertOut | Problem | None:
    if response.status_code == 200:
        response_200 = AlertOut.from_dict(response.json())

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

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Problem.from_dict(response.json())

        return response_415

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
) -> Response[AlertOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    alert_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AcknowledgeIn | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> Response[AlertOut | Problem]:
    """Say that you see to it: it is not told again, only its end is.

    Args:
        alert_id (UUID): The alert's id.
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        body (AcknowledgeIn | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlertOut | Problem]
    """

    kwargs = _get_kwargs(
        alert_id=alert_id,
        body=body,
        language=language,
        time_zone=time_zone,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    alert_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AcknowledgeIn | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> AlertOut | Problem | None:
    """Say that you see to it: it is not told again, only its end is.

    Args:
        alert_id (UUID): The alert's id.
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        body (AcknowledgeIn | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlertOut | Problem
    """

    return sync_detailed(
        alert_id=alert_id,
        client=client,
        body=body,
        language=language,
        time_zone=time_zone,
    ).parsed


async def asyncio_detailed(
    alert_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AcknowledgeIn | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> Response[AlertOut | Problem]:
    """Say that you see to it: it is not told again, only its end is.

    Args:
        alert_id (UUID): The alert's id.
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        body (AcknowledgeIn | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlertOut | Problem]
    """

    kwargs = _get_kwargs(
        alert_id=alert_id,
        body=body,
        language=language,
        time_zone=time_zone,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    alert_id: UUID,
    *,
    client: AuthenticatedClient,
    body: AcknowledgeIn | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
) -> AlertOut | Problem | None:
    """Say that you see to it: it is not told again, only its end is.

    Args:
        alert_id (UUID): The alert's id.
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        body (AcknowledgeIn | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlertOut | Problem
    """

    return (
        await asyncio_detailed(
            alert_id=alert_id,
            client=client,
            body=body,
            language=language,
            time_zone=time_zone,
        )
    ).parsed
