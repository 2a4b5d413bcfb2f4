from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.accepted_out import AcceptedOut
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    link: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/confirmations/{link}".format(
            link=quote(str(link), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AcceptedOut | Problem | None:
    if response.status_code == 202:
        response_202 = AcceptedOut.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

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
) -> Response[AcceptedOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    link: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[AcceptedOut | Problem]:
    """Send the answers behind a mailed link. Twice, it is still one submission.

    Args:
        link (str): From `tracking_token`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AcceptedOut | Problem]
    """

    kwargs = _get_kwargs(
        link=link,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    link: str,
    *,
    client: AuthenticatedClient | Client,
) -> AcceptedOut | Problem | None:
    """Send the answers behind a mailed link. Twice, it is still one submission.

    Args:
        link (str): From `tracking_token`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AcceptedOut | Problem
    """

    return sync_detailed(
        link=link,
        client=client,
    ).parsed


async def asyncio_detailed(
    link: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[AcceptedOut | Problem]:
    """Send the answers behind a mailed link. Twice, it is still one submission.

    Args:
        link (str): From `tracking_token`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AcceptedOut | Problem]
    """

    kwargs = _get_kwargs(
        link=link,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    link: str,
    *,
    client: AuthenticatedClient | Client,
) -> AcceptedOut | Problem | None:
    """Send the answers behind a mailed link. Twice, it is still one submission.

    Args:
        link (str): From `tracking_token`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AcceptedOut | Problem
    """

    return (
        await asyncio_detailed(
            link=link,
            client=client,
        )
    ).parsed
