from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.accepted_out import AcceptedOut
from ...models.problem import Problem
from ...models.submission_in import SubmissionIn
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    *,
    body: SubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/workflows/{slug}/submissions".format(
            slug=quote(str(slug), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
) -> Response[AcceptedOut | Problem]:
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
    body: SubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[AcceptedOut | Problem]:
    """Submit to a workflow. `202` means that it is saved and will be delivered.

     Every workflow is an API of its own, with the fields of its form: its document is at
    `/api/v1/workflows/{slug}/openapi.json`, its documentation at `/api/v1/docs?workflow={slug}`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (SubmissionIn): One input. What `data` must hold is each workflow's own affair.

            It is checked against the workflow's schema, at `/api/v1/workflows/{slug}/schema.json`: an
            empty
            `data` fits here, and is refused by every workflow that asks for something. Clients that
            know
            the answers are made from `/api/v1/workflows/{slug}/openapi.json`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AcceptedOut | Problem]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: SubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> AcceptedOut | Problem | None:
    """Submit to a workflow. `202` means that it is saved and will be delivered.

     Every workflow is an API of its own, with the fields of its form: its document is at
    `/api/v1/workflows/{slug}/openapi.json`, its documentation at `/api/v1/docs?workflow={slug}`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (SubmissionIn): One input. What `data` must hold is each workflow's own affair.

            It is checked against the workflow's schema, at `/api/v1/workflows/{slug}/schema.json`: an
            empty
            `data` fits here, and is refused by every workflow that asks for something. Clients that
            know
            the answers are made from `/api/v1/workflows/{slug}/openapi.json`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AcceptedOut | Problem
    """

    return sync_detailed(
        slug=slug,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: SubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[AcceptedOut | Problem]:
    """Submit to a workflow. `202` means that it is saved and will be delivered.

     Every workflow is an API of its own, with the fields of its form: its document is at
    `/api/v1/workflows/{slug}/openapi.json`, its documentation at `/api/v1/docs?workflow={slug}`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (SubmissionIn): One input. What `data` must hold is each workflow's own affair.

            It is checked against the workflow's schema, at `/api/v1/workflows/{slug}/schema.json`: an
            empty
            `data` fits here, and is refused by every workflow that asks for something. Clients that
            know
            the answers are made from `/api/v1/workflows/{slug}/openapi.json`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AcceptedOut | Problem]
    """

    kwargs = _get_kwargs(
        slug=slug,
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    slug: str,
    *,
    client: AuthenticatedClient,
    body: SubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> AcceptedOut | Problem | None:
    """Submit to a workflow. `202` means that it is saved and will be delivered.

     Every workflow is an API of its own, with the fields of its form: its document is at
    `/api/v1/workflows/{slug}/openapi.json`, its documentation at `/api/v1/docs?workflow={slug}`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (SubmissionIn): One input. What `data` must hold is each workflow's own affair.

            It is checked against the workflow's schema, at `/api/v1/workflows/{slug}/schema.json`: an
            empty
            `data` fits here, and is refused by every workflow that asks for something. Clients that
            know
            the answers are made from `/api/v1/workflows/{slug}/openapi.json`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AcceptedOut | Problem
    """

    return (
        await asyncio_detailed(
            slug=slug,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
