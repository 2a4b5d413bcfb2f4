from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.alert_kind import AlertKind
from ...models.alert_page_out import AlertPageOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    open_: bool | Unset = True,
    kind: AlertKind | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["open"] = open_

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind.value

    params["kind"] = json_kind

    params["language"] = language

    params["time_zone"] = time_zone

    params["cursor"] = cursor

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/alerts",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AlertPageOut | Problem | None:
    if response.status_code == 200:
        response_200 = AlertPageOut.from_dict(response.json())

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
) -> Response[AlertPageOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    open_: bool | Unset = True,
    kind: AlertKind | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[AlertPageOut | Problem]:
    """What needs a person: the organization's alerts and the system's, newest first.

    Args:
        open_ (bool | Unset): Leave out what is over. Default: True.
        kind (AlertKind | Unset):
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlertPageOut | Problem]
    """

    kwargs = _get_kwargs(
        open_=open_,
        kind=kind,
        language=language,
        time_zone=time_zone,
        cursor=cursor,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    open_: bool | Unset = True,
    kind: AlertKind | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> AlertPageOut | Problem | None:
    """What needs a person: the organization's alerts and the system's, newest first.

    Args:
        open_ (bool | Unset): Leave out what is over. Default: True.
        kind (AlertKind | Unset):
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlertPageOut | Problem
    """

    return sync_detailed(
        client=client,
        open_=open_,
        kind=kind,
        language=language,
        time_zone=time_zone,
        cursor=cursor,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    open_: bool | Unset = True,
    kind: AlertKind | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[AlertPageOut | Problem]:
    """What needs a person: the organization's alerts and the system's, newest first.

    Args:
        open_ (bool | Unset): Leave out what is over. Default: True.
        kind (AlertKind | Unset):
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlertPageOut | Problem]
    """

    kwargs = _get_kwargs(
        open_=open_,
        kind=kind,
        language=language,
        time_zone=time_zone,
        cursor=cursor,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    open_: bool | Unset = True,
    kind: AlertKind | Unset = UNSET,
    language: str | Unset = UNSET,
    time_zone: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> AlertPageOut | Problem | None:
    """What needs a person: the organization's alerts and the system's, newest first.

    Args:
        open_ (bool | Unset): Leave out what is over. Default: True.
        kind (AlertKind | Unset):
        language (str | Unset): Of the sentences: one of de, en; without, English.
        time_zone (str | Unset): Of the times in sentences; without, the organization's.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlertPageOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            open_=open_,
            kind=kind,
            language=language,
            time_zone=time_zone,
            cursor=cursor,
            limit=limit,
        )
    ).parsed
