from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.publish_in import PublishIn
from ...models.version_detail_out import VersionDetailOut
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    *,
    body: PublishIn | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/workflows/{slug}/publish".format(
            slug=quote(str(slug), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | VersionDetailOut | None:
    if response.status_code == 201:
        response_201 = VersionDetailOut.from_dict(response.json())

        return response_201

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

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

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
) -> Response[Problem | VersionDetailOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishIn | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[Problem | VersionDetailOut]:
    """Publish the draft: from now on submissions take it. Running ones finish on their version.

     `422` lists every fault with its line and column.

    Args:
        slug (str):
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        body (PublishIn | Unset): What is said of a version when it is published.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VersionDetailOut]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishIn | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Problem | VersionDetailOut | None:
    """Publish the draft: from now on submissions take it. Running ones finish on their version.

     `422` lists every fault with its line and column.

    Args:
        slug (str):
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        body (PublishIn | Unset): What is said of a version when it is published.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VersionDetailOut
    """

    return sync_detailed(
        slug=slug,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishIn | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Response[Problem | VersionDetailOut]:
    """Publish the draft: from now on submissions take it. Running ones finish on their version.

     `422` lists every fault with its line and column.

    Args:
        slug (str):
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        body (PublishIn | Unset): What is said of a version when it is published.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VersionDetailOut]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishIn | Unset = UNSET,
    if_match: str | Unset = UNSET,
) -> Problem | VersionDetailOut | None:
    """Publish the draft: from now on submissions take it. Running ones finish on their version.

     `422` lists every fault with its line and column.

    Args:
        slug (str):
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        body (PublishIn | Unset): What is said of a version when it is published.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | VersionDetailOut
    """

    return (
        await asyncio_detailed(
            slug=slug,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
