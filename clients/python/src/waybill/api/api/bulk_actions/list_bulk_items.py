from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.bulk_item_page_out import BulkItemPageOut
from ...models.list_bulk_items_outcome import ListBulkItemsOutcome
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    bulk_id: UUID,
    *,
    outcome: ListBulkItemsOutcome | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_outcome: dict[str, Any] | Unset = UNSET
    if not isinstance(outcome, Unset):
        json_outcome = outcome.to_dict()
    if not isinstance(json_outcome, Unset):
        params.update(json_outcome)

    params["after"] = after

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/bulk-actions/{bulk_id}/items".format(
            bulk_id=quote(str(bulk_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BulkItemPageOut | Problem | None:
    if response.status_code == 200:
        response_200 = BulkItemPageOut.from_dict(response.json())

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
) -> Response[BulkItemPageOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    bulk_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkItemsOutcome | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> Response[BulkItemPageOut | Problem]:
    """What became of each submission, oldest first; kept for 90 days after the action ended.

    Args:
        bulk_id (UUID): The bulk action's id.
        outcome (ListBulkItemsOutcome | Unset): Which of them.
        after (int | Unset): `next_after` of the page before. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkItemPageOut | Problem]
    """

    kwargs = _get_kwargs(
        bulk_id=bulk_id,
        outcome=outcome,
        after=after,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    bulk_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkItemsOutcome | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> BulkItemPageOut | Problem | None:
    """What became of each submission, oldest first; kept for 90 days after the action ended.

    Args:
        bulk_id (UUID): The bulk action's id.
        outcome (ListBulkItemsOutcome | Unset): Which of them.
        after (int | Unset): `next_after` of the page before. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkItemPageOut | Problem
    """

    return sync_detailed(
        bulk_id=bulk_id,
        client=client,
        outcome=outcome,
        after=after,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    bulk_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkItemsOutcome | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> Response[BulkItemPageOut | Problem]:
    """What became of each submission, oldest first; kept for 90 days after the action ended.

    Args:
        bulk_id (UUID): The bulk action's id.
        outcome (ListBulkItemsOutcome | Unset): Which of them.
        after (int | Unset): `next_after` of the page before. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BulkItemPageOut | Problem]
    """

    kwargs = _get_kwargs(
        bulk_id=bulk_id,
        outcome=outcome,
        after=after,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    bulk_id: UUID,
    *,
    client: AuthenticatedClient,
    outcome: ListBulkItemsOutcome | Unset = UNSET,
    after: int | Unset = 0,
    limit: int | Unset = 50,
) -> BulkItemPageOut | Problem | None:
    """What became of each submission, oldest first; kept for 90 days after the action ended.

    Args:
        bulk_id (UUID): The bulk action's id.
        outcome (ListBulkItemsOutcome | Unset): Which of them.
        after (int | Unset): `next_after` of the page before. Default: 0.
        limit (int | Unset): Items on a page. Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BulkItemPageOut | Problem
    """

    return (
        await asyncio_detailed(
            bulk_id=bulk_id,
            client=client,
            outcome=outcome,
            after=after,
            limit=limit,
        )
    ).parsed
