from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.event_page_out import EventPageOut
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    submission_id: UUID,
    *,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["after"] = after

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/submissions/{submission_id}/events".format(
            submission_id=quote(str(submission_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EventPageOut | Problem | None:
    if response.status_code == 200:
        response_200 = EventPageOut.from_dict(response.json())

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
) -> Response[EventPageOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> Response[EventPageOut | Problem]:
    """What happened to a submission, oldest first.

     The stream sends the same, with `id` as the event's id, and goes on after `Last-Event-ID`.

    Args:
        submission_id (UUID): The task id.
        after (int | Unset): Id of the last event that is known. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventPageOut | Problem]
    """

    kwargs = _get_kwargs(
        submission_id=submission_id,
        after=after,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> EventPageOut | Problem | None:
    """What happened to a submission, oldest first.

     The stream sends the same, with `id` as the event's id, and goes on after `Last-Event-ID`.

    Args:
        submission_id (UUID): The task id.
        after (int | Unset): Id of the last event that is known. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventPageOut | Problem
    """

    return sync_detailed(
        submission_id=submission_id,
        client=client,
        after=after,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> Response[EventPageOut | Problem]:
    """What happened to a submission, oldest first.

     The stream sends the same, with `id` as the event's id, and goes on after `Last-Event-ID`.

    Args:
        submission_id (UUID): The task id.
        after (int | Unset): Id of the last event that is known. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EventPageOut | Problem]
    """

    kwargs = _get_kwargs(
        submission_id=submission_id,
        after=after,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    submission_id: UUID,
    *,
    client: AuthenticatedClient,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> EventPageOut | Problem | None:
    """What happened to a submission, oldest first.

     The stream sends the same, with `id` as the event's id, and goes on after `Last-Event-ID`.

    Args:
        submission_id (UUID): The task id.
        after (int | Unset): Id of the last event that is known. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EventPageOut | Problem
    """

    return (
        await asyncio_detailed(
            submission_id=submission_id,
            client=client,
            after=after,
            limit=limit,
        )
    ).parsed
