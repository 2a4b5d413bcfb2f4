from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import File, Response


def _get_kwargs(
    slug: str,
    mark: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/forms/{slug}/logos/{mark}".format(
            slug=quote(str(slug), safe=""),
            mark=quote(str(mark), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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
) -> Response[File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    mark: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[File | Problem]:
    """The picture at the form's head, from our own origin: at most 1 MiB, kept for a day.

     `503` when its server does not give a picture.

    Args:
        slug (str):
        mark (str): From the form's `look.logo`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        slug=slug,
        mark=mark,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    mark: str,
    *,
    client: AuthenticatedClient | Client,
) -> File | Problem | None:
    """The picture at the form's head, from our own origin: at most 1 MiB, kept for a day.

     `503` when its server does not give a picture.

    Args:
        slug (str):
        mark (str): From the form's `look.logo`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return sync_detailed(
        slug=slug,
        mark=mark,
        client=client,
    ).parsed


async def asyncio_detailed(
    slug: str,
    mark: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[File | Problem]:
    """The picture at the form's head, from our own origin: at most 1 MiB, kept for a day.

     `503` when its server does not give a picture.

    Args:
        slug (str):
        mark (str): From the form's `look.logo`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Problem]
    """

    kwargs = _get_kwargs(
        slug=slug,
        mark=mark,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    mark: str,
    *,
    client: AuthenticatedClient | Client,
) -> File | Problem | None:
    """The picture at the form's head, from our own origin: at most 1 MiB, kept for a day.

     `503` when its server does not give a picture.

    Args:
        slug (str):
        mark (str): From the form's `look.logo`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Problem
    """

    return (
        await asyncio_detailed(
            slug=slug,
            mark=mark,
            client=client,
        )
    ).parsed
