from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.resolve_in import ResolveIn
from ...models.submission_detail_out import SubmissionDetailOut
from ...types import Response


def _get_kwargs(
    step_run_id: UUID,
    *,
    body: ResolveIn,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/steps/{step_run_id}/resolve".format(
            step_run_id=quote(str(step_run_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | SubmissionDetailOut | None:
    if response.status_code == 200:
        response_200 = SubmissionDetailOut.from_dict(response.json())

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
) -> Response[Problem | SubmissionDetailOut]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    step_run_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResolveIn,
) -> Response[Problem | SubmissionDetailOut]:
    """Decide about a step whose outcome is not known, after looking at the destination.

     `delivered` lets the steps after it go on, `resend` sends it again, `give_up` fails it.

    Args:
        step_run_id (UUID): The step run's id.
        body (ResolveIn): What a person found out about a step whose outcome is not known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SubmissionDetailOut]
    """

    kwargs = _get_kwargs(
        step_run_id=step_run_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    step_run_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResolveIn,
) -> Problem | SubmissionDetailOut | None:
    """Decide about a step whose outcome is not known, after looking at the destination.

     `delivered` lets the steps after it go on, `resend` sends it again, `give_up` fails it.

    Args:
        step_run_id (UUID): The step run's id.
        body (ResolveIn): What a person found out about a step whose outcome is not known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SubmissionDetailOut
    """

    return sync_detailed(
        step_run_id=step_run_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    step_run_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResolveIn,
) -> Response[Problem | SubmissionDetailOut]:
    """Decide about a step whose outcome is not known, after looking at the destination.

     `delivered` lets the steps after it go on, `resend` sends it again, `give_up` fails it.

    Args:
        step_run_id (UUID): The step run's id.
        body (ResolveIn): What a person found out about a step whose outcome is not known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | SubmissionDetailOut]
    """

    kwargs = _get_kwargs(
        step_run_id=step_run_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    step_run_id: UUID,
    *,
    client: AuthenticatedClient,
    body: ResolveIn,
) -> Problem | SubmissionDetailOut | None:
    """Decide about a step whose outcome is not known, after looking at the destination.

     `delivered` lets the steps after it go on, `resend` sends it again, `give_up` fails it.

    Args:
        step_run_id (UUID): The step run's id.
        body (ResolveIn): What a person found out about a step whose outcome is not known.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | SubmissionDetailOut
    """

    return (
        await asyncio_detailed(
            step_run_id=step_run_id,
            client=client,
            body=body,
        )
    ).parsed
