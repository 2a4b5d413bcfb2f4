from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.publish_definition_json_body import PublishDefinitionJsonBody
from ...models.version_detail_out import VersionDetailOut
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    slug: str,
    *,
    body: PublishDefinitionJsonBody | File | Unset = UNSET,
    note: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["note"] = note

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/workflows/{slug}/live".format(
            slug=quote(str(slug), safe=""),
        ),
        "params": params,
    }

    if isinstance(body, PublishDefinitionJsonBody):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"
    if isinstance(body, File):
        _kwargs["content"] = body.payload
        headers["Content-Type"] = "application/yaml"

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
    body: PublishDefinitionJsonBody | File | Unset = UNSET,
    note: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Problem | VersionDetailOut]:
    """Publish this definition at once, all of it or nothing: for files that are kept elsewhere.

     The workflow is made when there is none. A draft of it stays as it is. `If-Match` has the tag of
    what was live when the change was made; `If-None-Match: *` says that nothing was.

    Args:
        slug (str):
        note (str | Unset): Why it is published, for the others.
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        if_none_match (str | Unset): `*`: nothing is changed if there is one already.
        body (PublishDefinitionJsonBody):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VersionDetailOut]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        note=note,
        if_match=if_match,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishDefinitionJsonBody | File | Unset = UNSET,
    note: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Problem | VersionDetailOut | None:
    """Publish this definition at once, all of it or nothing: for files that are kept elsewhere.

     The workflow is made when there is none. A draft of it stays as it is. `If-Match` has the tag of
    what was live when the change was made; `If-None-Match: *` says that nothing was.

    Args:
        slug (str):
        note (str | Unset): Why it is published, for the others.
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        if_none_match (str | Unset): `*`: nothing is changed if there is one already.
        body (PublishDefinitionJsonBody):
        body (File):

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
        note=note,
        if_match=if_match,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishDefinitionJsonBody | File | Unset = UNSET,
    note: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Problem | VersionDetailOut]:
    """Publish this definition at once, all of it or nothing: for files that are kept elsewhere.

     The workflow is made when there is none. A draft of it stays as it is. `If-Match` has the tag of
    what was live when the change was made; `If-None-Match: *` says that nothing was.

    Args:
        slug (str):
        note (str | Unset): Why it is published, for the others.
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        if_none_match (str | Unset): `*`: nothing is changed if there is one already.
        body (PublishDefinitionJsonBody):
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | VersionDetailOut]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        note=note,
        if_match=if_match,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: PublishDefinitionJsonBody | File | Unset = UNSET,
    note: str | Unset = UNSET,
    if_match: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Problem | VersionDetailOut | None:
    """Publish this definition at once, all of it or nothing: for files that are kept elsewhere.

     The workflow is made when there is none. A draft of it stays as it is. `If-Match` has the tag of
    what was live when the change was made; `If-None-Match: *` says that nothing was.

    Args:
        slug (str):
        note (str | Unset): Why it is published, for the others.
        if_match (str | Unset): The `ETag` that was read. Nothing is changed if there is another
            one now.
        if_none_match (str | Unset): `*`: nothing is changed if there is one already.
        body (PublishDefinitionJsonBody):
        body (File):

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
            note=note,
            if_match=if_match,
            if_none_match=if_none_match,
        )
    ).parsed
