import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_audit_format import ExportAuditFormat
from ...models.export_audit_separator import ExportAuditSeparator
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_kind: str | Unset = UNSET,
    object_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    text: str | Unset = UNSET,
    format_: ExportAuditFormat | Unset = UNSET,
    separator: ExportAuditSeparator | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["actor"] = actor

    params["action"] = action

    params["object_kind"] = object_kind

    params["object_id"] = object_id

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    json_before: str | Unset = UNSET
    if not isinstance(before, Unset):
        json_before = before.isoformat()
    params["before"] = json_before

    params["text"] = text

    json_format_: dict[str, Any] | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.to_dict()
    if not isinstance(json_format_, Unset):
        params.update(json_format_)

    json_separator: dict[str, Any] | Unset = UNSET
    if not isinstance(separator, Unset):
        json_separator = separator.to_dict()
    if not isinstance(json_separator, Unset):
        params.update(json_separator)

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/audit/export",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_kind: str | Unset = UNSET,
    object_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    text: str | Unset = UNSET,
    format_: ExportAuditFormat | Unset = UNSET,
    separator: ExportAuditSeparator | Unset = UNSET,
) -> Response[Problem | str]:
    """Every entry of the filter, oldest first, as a file. The export is audited itself.

     Files are in UTF-8; CSV begins with a byte-order mark, by which spreadsheets know that.

    Args:
        actor (str | Unset): Id or part of a name.
        action (str | Unset): With a dot at the end, a whole family.
        object_kind (str | Unset):
        object_id (str | Unset):
        from_ (datetime.datetime | Unset):
        before (datetime.datetime | Unset):
        text (str | Unset): Part of anything in the entry.
        format_ (ExportAuditFormat | Unset):
        separator (ExportAuditSeparator | Unset): Of CSV: what stands between its cells. Excel
            wants a `semicolon` where numbers have a decimal comma.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        actor=actor,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        from_=from_,
        before=before,
        text=text,
        format_=format_,
        separator=separator,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_kind: str | Unset = UNSET,
    object_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    text: str | Unset = UNSET,
    format_: ExportAuditFormat | Unset = UNSET,
    separator: ExportAuditSeparator | Unset = UNSET,
) -> Problem | str | None:
    """Every entry of the filter, oldest first, as a file. The export is audited itself.

     Files are in UTF-8; CSV begins with a byte-order mark, by which spreadsheets know that.

    Args:
        actor (str | Unset): Id or part of a name.
        action (str | Unset): With a dot at the end, a whole family.
        object_kind (str | Unset):
        object_id (str | Unset):
        from_ (datetime.datetime | Unset):
        before (datetime.datetime | Unset):
        text (str | Unset): Part of anything in the entry.
        format_ (ExportAuditFormat | Unset):
        separator (ExportAuditSeparator | Unset): Of CSV: what stands between its cells. Excel
            wants a `semicolon` where numbers have a decimal comma.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        actor=actor,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        from_=from_,
        before=before,
        text=text,
        format_=format_,
        separator=separator,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_kind: str | Unset = UNSET,
    object_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    text: str | Unset = UNSET,
    format_: ExportAuditFormat | Unset = UNSET,
    separator: ExportAuditSeparator | Unset = UNSET,
) -> Response[Problem | str]:
    """Every entry of the filter, oldest first, as a file. The export is audited itself.

     Files are in UTF-8; CSV begins with a byte-order mark, by which spreadsheets know that.

    Args:
        actor (str | Unset): Id or part of a name.
        action (str | Unset): With a dot at the end, a whole family.
        object_kind (str | Unset):
        object_id (str | Unset):
        from_ (datetime.datetime | Unset):
        before (datetime.datetime | Unset):
        text (str | Unset): Part of anything in the entry.
        format_ (ExportAuditFormat | Unset):
        separator (ExportAuditSeparator | Unset): Of CSV: what stands between its cells. Excel
            wants a `semicolon` where numbers have a decimal comma.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        actor=actor,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        from_=from_,
        before=before,
        text=text,
        format_=format_,
        separator=separator,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    actor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_kind: str | Unset = UNSET,
    object_id: str | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    before: datetime.datetime | Unset = UNSET,
    text: str | Unset = UNSET,
    format_: ExportAuditFormat | Unset = UNSET,
    separator: ExportAuditSeparator | Unset = UNSET,
) -> Problem | str | None:
    """Every entry of the filter, oldest first, as a file. The export is audited itself.

     Files are in UTF-8; CSV begins with a byte-order mark, by which spreadsheets know that.

    Args:
        actor (str | Unset): Id or part of a name.
        action (str | Unset): With a dot at the end, a whole family.
        object_kind (str | Unset):
        object_id (str | Unset):
        from_ (datetime.datetime | Unset):
        before (datetime.datetime | Unset):
        text (str | Unset): Part of anything in the entry.
        format_ (ExportAuditFormat | Unset):
        separator (ExportAuditSeparator | Unset): Of CSV: what stands between its cells. Excel
            wants a `semicolon` where numbers have a decimal comma.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            actor=actor,
            action=action,
            object_kind=object_kind,
            object_id=object_id,
            from_=from_,
            before=before,
            text=text,
            format_=format_,
            separator=separator,
        )
    ).parsed
