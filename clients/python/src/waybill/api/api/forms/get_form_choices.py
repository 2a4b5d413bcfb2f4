from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.form_choices_out import FormChoicesOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    key: str,
    *,
    search: str | Unset = UNSET,
    language: str | Unset = UNSET,
    version: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["search"] = search

    params["language"] = language

    params["version"] = version

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/forms/{slug}/choices/{key}".format(
            slug=quote(str(slug), safe=""),
            key=quote(str(key), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> FormChoicesOut | Problem | None:
    if response.status_code == 200:
        response_200 = FormChoicesOut.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

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
) -> Response[FormChoicesOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    slug: str,
    key: str,
    *,
    client: AuthenticatedClient | Client,
    search: str | Unset = UNSET,
    language: str | Unset = UNSET,
    version: int | Unset = UNSET,
) -> Response[FormChoicesOut | Problem]:
    """What can be chosen at a connected system, for a question that is `live`.

     While the system is away this is what it said last; `503` when it never said anything.

    Args:
        slug (str):
        key (str): The question's key, inside a group after the group's: `lines.part`.
        search (str | Unset): Words that an entry must have.
        language (str | Unset): A language tag (BCP 47). Of the form's languages the nearest is
            taken, else the one that `Accept-Language` asks for, else the first.
        version (int | Unset): The `version` of the form that a page was drawn from.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FormChoicesOut | Problem]
    """

    kwargs = _get_kwargs(
        slug=slug,
        key=key,
        search=search,
        language=language,
        version=version,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    key: str,
    *,
    client: AuthenticatedClient | Client,
    search: str | Unset = UNSET,
    language: str | Unset = UNSET,
    version: int | Unset = UNSET,
) -> FormChoicesOut | Problem | None:
    """What can be chosen at a connected system, for a question that is `live`.

     While the system is away this is what it said last; `503` when it never said anything.

    Args:
        slug (str):
        key (str): The question's key, inside a group after the group's: `lines.part`.
        search (str | Unset): Words that an entry must have.
        language (str | Unset): A language tag (BCP 47). Of the form's languages the nearest is
            taken, else the one that `Accept-Language` asks for, else the first.
        version (int | Unset): The `version` of the form that a page was drawn from.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FormChoicesOut | Problem
    """

    return sync_detailed(
        slug=slug,
        key=key,
        client=client,
        search=search,
        language=language,
        version=version,
    ).parsed


async def asyncio_detailed(
    slug: str,
    key: str,
    *,
    client: AuthenticatedClient | Client,
    search: str | Unset = UNSET,
    language: str | Unset = UNSET,
    version: int | Unset = UNSET,
) -> Response[FormChoicesOut | Problem]:
    """What can be chosen at a connected system, for a question that is `live`.

     While the system is away this is what it said last; `503` when it never said anything.

    Args:
        slug (str):
        key (str): The question's key, inside a group after the group's: `lines.part`.
        search (str | Unset): Words that an entry must have.
        language (str | Unset): A language tag (BCP 47). Of the form's languages the nearest is
            taken, else the one that `Accept-Language` asks for, else the first.
        version (int | Unset): The `version` of the form that a page was drawn from.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[FormChoicesOut | Problem]
    """

    kwargs = _get_kwargs(
        slug=slug,
        key=key,
        search=search,
        language=language,
        version=version,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    key: str,
    *,
    client: AuthenticatedClient | Client,
    search: str | Unset = UNSET,
    language: str | Unset = UNSET,
    version: int | Unset = UNSET,
) -> FormChoicesOut | Problem | None:
    """What can be chosen at a connected system, for a question that is `live`.

     While the system is away this is what it said last; `503` when it never said anything.

    Args:
        slug (str):
        key (str): The question's key, inside a group after the group's: `lines.part`.
        search (str | Unset): Words that an entry must have.
        language (str | Unset): A language tag (BCP 47). Of the form's languages the nearest is
            taken, else the one that `Accept-Language` asks for, else the first.
        version (int | Unset): The `version` of the form that a page was drawn from.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        FormChoicesOut | Problem
    """

    return (
        await asyncio_detailed(
            slug=slug,
            key=key,
            client=client,
            search=search,
            language=language,
            version=version,
        )
    ).parsed
