from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_list_out import ConnectionListOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    connection: str,
    list_name: str,
    *,
    q: str | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 50,
    refresh: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["offset"] = offset

    params["limit"] = limit

    params["refresh"] = refresh

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/connections/{connection}/lists/{list_name}".format(
            connection=quote(str(connection), safe=""),
            list_name=quote(str(list_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConnectionListOut | Problem | None:
    if response.status_code == 200:
        response_200 = ConnectionListOut.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[ConnectionListOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    connection: str,
    list_name: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 50,
    refresh: bool | Unset = False,
) -> Response[ConnectionListOut | Problem]:
    """What can be chosen there, such as products. It is at most 5 minutes old if the system
    answers; otherwise it says how old it is, and why.

    Args:
        connection (str): The connection's id or its slug.
        list_name (str): One of the connector's `lists`.
        q (str | Unset): Words that an entry must have.
        offset (int | Unset): Entries to leave out. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.
        refresh (bool | Unset): Ask the system, whatever is kept. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConnectionListOut | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        list_name=list_name,
        q=q,
        offset=offset,
        limit=limit,
        refresh=refresh,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    connection: str,
    list_name: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 50,
    refresh: bool | Unset = False,
) -> ConnectionListOut | Problem | None:
    """What can be chosen there, such as products. It is at most 5 minutes old if the system
    answers; otherwise it says how old it is, and why.

    Args:
        connection (str): The connection's id or its slug.
        list_name (str): One of the connector's `lists`.
        q (str | Unset): Words that an entry must have.
        offset (int | Unset): Entries to leave out. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.
        refresh (bool | Unset): Ask the system, whatever is kept. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConnectionListOut | Problem
    """

    return sync_detailed(
        connection=connection,
        list_name=list_name,
        client=client,
        q=q,
        offset=offset,
        limit=limit,
        refresh=refresh,
    ).parsed


async def asyncio_detailed(
    connection: str,
    list_name: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 50,
    refresh: bool | Unset = False,
) -> Response[ConnectionListOut | Problem]:
    """What can be chosen there, such as products. It is at most 5 minutes old if the system
    answers; otherwise it says how old it is, and why.

    Args:
        connection (str): The connection's id or its slug.
        list_name (str): One of the connector's `lists`.
        q (str | Unset): Words that an entry must have.
        offset (int | Unset): Entries to leave out. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.
        refresh (bool | Unset): Ask the system, whatever is kept. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConnectionListOut | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        list_name=list_name,
        q=q,
        offset=offset,
        limit=limit,
        refresh=refresh,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    connection: str,
    list_name: str,
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 50,
    refresh: bool | Unset = False,
) -> ConnectionListOut | Problem | None:
    """What can be chosen there, such as products. It is at most 5 minutes old if the system
    answers; otherwise it says how old it is, and why.

    Args:
        connection (str): The connection's id or its slug.
        list_name (str): One of the connector's `lists`.
        q (str | Unset): Words that an entry must have.
        offset (int | Unset): Entries to leave out. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.
        refresh (bool | Unset): Ask the system, whatever is kept. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConnectionListOut | Problem
    """

    return (
        await asyncio_detailed(
            connection=connection,
            list_name=list_name,
            client=client,
            q=q,
            offset=offset,
            limit=limit,
            refresh=refresh,
        )
    ).parsed
