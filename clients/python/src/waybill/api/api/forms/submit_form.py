from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.accepted_out import AcceptedOut
from ...models.form_submission_in import FormSubmissionIn
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    slug: str,
    *,
    body: FormSubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/forms/{slug}/submissions".format(
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
    client: AuthenticatedClient | Client,
    body: FormSubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[AcceptedOut | Problem]:
    """Send a public form. `202` means that it is saved and will be delivered.

     With the `version` that it was drawn from it is taken for a day after a newer one came; later
    the answer is `409` with the code `form_changed`. Without, the newest version judges it.
    Refusals are told in the `language`, which the submission keeps for its tracking page. A form
    that is not open yet, closed, or full answers `409` with the code `form_closed`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (FormSubmissionIn): The answers to a public form.

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
    client: AuthenticatedClient | Client,
    body: FormSubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> AcceptedOut | Problem | None:
    """Send a public form. `202` means that it is saved and will be delivered.

     With the `version` that it was drawn from it is taken for a day after a newer one came; later
    the answer is `409` with the code `form_changed`. Without, the newest version judges it.
    Refusals are told in the `language`, which the submission keeps for its tracking page. A form
    that is not open yet, closed, or full answers `409` with the code `form_closed`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (FormSubmissionIn): The answers to a public form.

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
    client: AuthenticatedClient | Client,
    body: FormSubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> Response[AcceptedOut | Problem]:
    """Send a public form. `202` means that it is saved and will be delivered.

     With the `version` that it was drawn from it is taken for a day after a newer one came; later
    the answer is `409` with the code `form_changed`. Without, the newest version judges it.
    Refusals are told in the `language`, which the submission keeps for its tracking page. A form
    that is not open yet, closed, or full answers `409` with the code `form_closed`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (FormSubmissionIn): The answers to a public form.

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
    client: AuthenticatedClient | Client,
    body: FormSubmissionIn,
    idempotency_key: str | Unset = UNSET,
) -> AcceptedOut | Problem | None:
    """Send a public form. `202` means that it is saved and will be delivered.

     With the `version` that it was drawn from it is taken for a day after a newer one came; later
    the answer is `409` with the code `form_changed`. Without, the newest version judges it.
    Refusals are told in the `language`, which the submission keeps for its tracking page. A form
    that is not open yet, closed, or full answers `409` with the code `form_closed`.

    Args:
        slug (str):
        idempotency_key (str | Unset): Names this submission: sent again with the same body it is
            accepted once.
        body (FormSubmissionIn): The answers to a public form.

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
