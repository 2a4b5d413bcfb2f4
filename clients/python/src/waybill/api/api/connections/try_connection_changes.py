from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.connection_test_out import ConnectionTestOut
from ...models.connection_try_in import ConnectionTryIn
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    connection: str,
    *,
    body: ConnectionTryIn,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/connections/{connection}/try".format(
            connection=quote(str(connection), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConnectionTestOut | Problem | None:
    if response.status_code == 200:
        response_200 = ConnectionTestOut.from_dict(response.json())

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
) -> Response[ConnectionTestOut | Problem]:
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
    body: ConnectionTryIn,
) -> Response[ConnectionTestOut | Problem]:
    """Ask the system with other settings or credentials than the stored ones, before they are
    replaced. It takes 10 seconds at most, sends no payload, and saves nothing.

    Args:
        connection (str): The connection's id or its slug.
        body (ConnectionTryIn): What to try instead of what is stored. Nothing of it is saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConnectionTestOut | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    connection: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTryIn,
) -> ConnectionTestOut | Problem | None:
    """Ask the system with other settings or credentials than the stored ones, before they are
    replaced. It takes 10 seconds at most, sends no payload, and saves nothing.

    Args:
        connection (str): The connection's id or its slug.
        body (ConnectionTryIn): What to try instead of what is stored. Nothing of it is saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConnectionTestOut | Problem
    """

    return sync_detailed(
        connection=connection,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    connection: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTryIn,
) -> Response[ConnectionTestOut | Problem]:
    """Ask the system with other settings or credentials than the stored ones, before they are
    replaced. It takes 10 seconds at most, sends no payload, and saves nothing.

    Args:
        connection (str): The connection's id or its slug.
        body (ConnectionTryIn): What to try instead of what is stored. Nothing of it is saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConnectionTestOut | Problem]
    """

    kwargs = _get_kwargs(
        connection=connection,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    connection: str,
    *,
    client: AuthenticatedClient,
    body: ConnectionTryIn,
) -> ConnectionTestOut | Problem | None:
    """Ask the system with other settings or credentials than the stored ones, before they are
    replaced. It takes 10 seconds at most, sends no payload, and saves nothing.

    Args:
        connection (str): The connection's id or its slug.
        body (ConnectionTryIn): What to try instead of what is stored. Nothing of it is saved.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConnectionTestOut | Problem
    """

    return (
        await asyncio_detailed(
            connection=connection,
            client=client,
            body=body,
        )
    ).parsed
