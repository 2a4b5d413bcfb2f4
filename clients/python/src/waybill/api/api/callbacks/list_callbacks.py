from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.callback_page_out import CallbackPageOut
from ...models.callback_status import CallbackStatus
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    endpoint: UUID | Unset = UNSET,
    submission: UUID | Unset = UNSET,
    status: CallbackStatus | Unset = UNSET,
    kind: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_endpoint: str | Unset = UNSET
    if not isinstance(endpoint, Unset):
        json_endpoint = str(endpoint)
    params["endpoint"] = json_endpoint

    json_submission: str | Unset = UNSET
    if not isinstance(submission, Unset):
        json_submission = str(submission)
    params["submission"] = json_submission

    json_status: str | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status.value

    params["status"] = json_status

    params["kind"] = kind

    params["cursor"] = cursor

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/callbacks",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CallbackPageOut | Problem | None:
    if response.status_code == 200:
        response_200 = CallbackPageOut.from_dict(response.json())

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
) -> Response[CallbackPageOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    endpoint: UUID | Unset = UNSET,
    submission: UUID | Unset = UNSET,
    status: CallbackStatus | Unset = UNSET,
    kind: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[CallbackPageOut | Problem]:
    """What was sent or waits to be, with every try, newest first.

    Args:
        endpoint (UUID | Unset):
        submission (UUID | Unset):
        status (CallbackStatus | Unset):
        kind (str | Unset): Only these.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CallbackPageOut | Problem]
    """

    kwargs = _get_kwargs(
        endpoint=endpoint,
        submission=submission,
        status=status,
        kind=kind,
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
    endpoint: UUID | Unset = UNSET,
    submission: UUID | Unset = UNSET,
    status: CallbackStatus | Unset = UNSET,
    kind: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> CallbackPageOut | Problem | None:
    """What was sent or waits to be, with every try, newest first.

    Args:
        endpoint (UUID | Unset):
        submission (UUID | Unset):
        status (CallbackStatus | Unset):
        kind (str | Unset): Only these.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CallbackPageOut | Problem
    """

    return sync_detailed(
        client=client,
        endpoint=endpoint,
        submission=submission,
        status=status,
        kind=kind,
        cursor=cursor,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    endpoint: UUID | Unset = UNSET,
    submission: UUID | Unset = UNSET,
    status: CallbackStatus | Unset = UNSET,
    kind: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> Response[CallbackPageOut | Problem]:
    """What was sent or waits to be, with every try, newest first.

    Args:
        endpoint (UUID | Unset):
        submission (UUID | Unset):
        status (CallbackStatus | Unset):
        kind (str | Unset): Only these.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CallbackPageOut | Problem]
    """

    kwargs = _get_kwargs(
        endpoint=endpoint,
        submission=submission,
        status=status,
        kind=kind,
        cursor=cursor,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    endpoint: UUID | Unset = UNSET,
    submission: UUID | Unset = UNSET,
    status: CallbackStatus | Unset = UNSET,
    kind: str | Unset = UNSET,
    cursor: str | Unset = UNSET,
    limit: int | Unset = 50,
) -> CallbackPageOut | Problem | None:
    """What was sent or waits to be, with every try, newest first.

    Args:
        endpoint (UUID | Unset):
        submission (UUID | Unset):
        status (CallbackStatus | Unset):
        kind (str | Unset): Only these.
        cursor (str | Unset): `next_cursor` of the page before.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CallbackPageOut | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            endpoint=endpoint,
            submission=submission,
            status=status,
            kind=kind,
            cursor=cursor,
            limit=limit,
        )
    ).parsed
