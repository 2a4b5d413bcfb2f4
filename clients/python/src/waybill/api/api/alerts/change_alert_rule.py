from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.alert_rule_in import AlertRuleIn
from ...models.alert_rule_out import AlertRuleOut
from ...models.change_alert_rule_alert_kind import ChangeAlertRuleAlertKind
from ...models.problem import Problem
from ...types import Response


def _get_kwargs(
    kind: ChangeAlertRuleAlertKind,
    *,
    body: AlertRuleIn,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/alert-rules/{kind}".format(
            kind=quote(str(kind), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AlertRuleOut | Problem | None:
    if response.status_code == 200:
        response_200 = AlertRuleOut.from_dict(response.json())

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
) -> Response[AlertRuleOut | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    kind: ChangeAlertRuleAlertKind,
    *,
    client: AuthenticatedClient,
    body: AlertRuleIn,
) -> Response[AlertRuleOut | Problem]:
    """Say what is otherwise here. What is left out is as usual again.

    Args:
        kind (ChangeAlertRuleAlertKind):
        body (AlertRuleIn): All that is changed; what is left out is as usual.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlertRuleOut | Problem]
    """

    kwargs = _get_kwargs(
        kind=kind,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    kind: ChangeAlertRuleAlertKind,
    *,
    client: AuthenticatedClient,
    body: AlertRuleIn,
) -> AlertRuleOut | Problem | None:
    """Say what is otherwise here. What is left out is as usual again.

    Args:
        kind (ChangeAlertRuleAlertKind):
        body (AlertRuleIn): All that is changed; what is left out is as usual.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlertRuleOut | Problem
    """

    return sync_detailed(
        kind=kind,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    kind: ChangeAlertRuleAlertKind,
    *,
    client: AuthenticatedClient,
    body: AlertRuleIn,
) -> Response[AlertRuleOut | Problem]:
    """Say what is otherwise here. What is left out is as usual again.

    Args:
        kind (ChangeAlertRuleAlertKind):
        body (AlertRuleIn): All that is changed; what is left out is as usual.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AlertRuleOut | Problem]
    """

    kwargs = _get_kwargs(
        kind=kind,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    kind: ChangeAlertRuleAlertKind,
    *,
    client: AuthenticatedClient,
    body: AlertRuleIn,
) -> AlertRuleOut | Problem | None:
    """Say what is otherwise here. What is left out is as usual again.

    Args:
        kind (ChangeAlertRuleAlertKind):
        body (AlertRuleIn): All that is changed; what is left out is as usual.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AlertRuleOut | Problem
    """

    return (
        await asyncio_detailed(
            kind=kind,
            client=client,
            body=body,
        )
    ).parsed
