import datetime
from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_submissions_format import ExportSubmissionsFormat
from ...models.export_submissions_language import ExportSubmissionsLanguage
from ...models.export_submissions_separator import ExportSubmissionsSeparator
from ...models.problem import Problem
from ...models.source import Source
from ...models.submission_status import SubmissionStatus
from ...models.within import Within
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    workflow: list[str] | Unset = UNSET,
    status: list[SubmissionStatus] | Unset = UNSET,
    source: list[Source] | Unset = UNSET,
    connection_id: list[UUID] | Unset = UNSET,
    error_kind: list[str] | Unset = UNSET,
    assigned_to: list[UUID] | Unset = UNSET,
    continued: bool | Unset = UNSET,
    accepted_from: datetime.datetime | Unset = UNSET,
    accepted_before: datetime.datetime | Unset = UNSET,
    accepted_within: Within | Unset = UNSET,
    q: str | Unset = UNSET,
    ids: list[UUID] | Unset = UNSET,
    format_: ExportSubmissionsFormat | Unset = UNSET,
    answers: bool | Unset = True,
    steps: bool | Unset = True,
    reveal: bool | Unset = False,
    separator: ExportSubmissionsSeparator | Unset = UNSET,
    language: ExportSubmissionsLanguage | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_workflow: list[str] | Unset = UNSET
    if not isinstance(workflow, Unset):
        json_workflow = workflow

    params["workflow"] = json_workflow

    json_status: list[str] | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = []
        for status_item_data in status:
            status_item = status_item_data.value
            json_status.append(status_item)

    params["status"] = json_status

    json_source: list[str] | Unset = UNSET
    if not isinstance(source, Unset):
        json_source = []
        for source_item_data in source:
            source_item = source_item_data.value
            json_source.append(source_item)

    params["source"] = json_source

    json_connection_id: list[str] | Unset = UNSET
    if not isinstance(connection_id, Unset):
        json_connection_id = []
        for connection_id_item_data in connection_id:
            connection_id_item = str(connection_id_item_data)
            json_connection_id.append(connection_id_item)

    params["connection_id"] = json_connection_id

    json_error_kind: list[str] | Unset = UNSET
    if not isinstance(error_kind, Unset):
        json_error_kind = error_kind

    params["error_kind"] = json_error_kind

    json_assigned_to: list[str] | Unset = UNSET
    if not isinstance(assigned_to, Unset):
        json_assigned_to = []
        for assigned_to_item_data in assigned_to:
            assigned_to_item = str(assigned_to_item_data)
            json_assigned_to.append(assigned_to_item)

    params["assigned_to"] = json_assigned_to

    params["continued"] = continued

    json_accepted_from: str | Unset = UNSET
    if not isinstance(accepted_from, Unset):
        json_accepted_from = accepted_from.isoformat()
    params["accepted_from"] = json_accepted_from

    json_accepted_before: str | Unset = UNSET
    if not isinstance(accepted_before, Unset):
        json_accepted_before = accepted_before.isoformat()
    params["accepted_before"] = json_accepted_before

    json_accepted_within: str | Unset = UNSET
    if not isinstance(accepted_within, Unset):
        json_accepted_within = accepted_within.value

    params["accepted_within"] = json_accepted_within

    params["q"] = q

    json_ids: list[str] | Unset = UNSET
    if not isinstance(ids, Unset):
        json_ids = []
        for ids_item_data in ids:
            ids_item = str(ids_item_data)
            json_ids.append(ids_item)

    params["ids"] = json_ids

    json_format_: dict[str, Any] | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_.to_dict()
    if not isinstance(json_format_, Unset):
        params.update(json_format_)

    params["answers"] = answers

    params["steps"] = steps

    params["reveal"] = reveal

    json_separator: dict[str, Any] | Unset = UNSET
    if not isinstance(separator, Unset):
        json_separator = separator.to_dict()
    if not isinstance(json_separator, Unset):
        params.update(json_separator)

    json_language: dict[str, Any] | Unset = UNSET
    if not isinstance(language, Unset):
        json_language = language.to_dict()
    if not isinstance(json_language, Unset):
        params.update(json_language)

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/submissions/export",
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
    workflow: list[str] | Unset = UNSET,
    status: list[SubmissionStatus] | Unset = UNSET,
    source: list[Source] | Unset = UNSET,
    connection_id: list[UUID] | Unset = UNSET,
    error_kind: list[str] | Unset = UNSET,
    assigned_to: list[UUID] | Unset = UNSET,
    continued: bool | Unset = UNSET,
    accepted_from: datetime.datetime | Unset = UNSET,
    accepted_before: datetime.datetime | Unset = UNSET,
    accepted_within: Within | Unset = UNSET,
    q: str | Unset = UNSET,
    ids: list[UUID] | Unset = UNSET,
    format_: ExportSubmissionsFormat | Unset = UNSET,
    answers: bool | Unset = True,
    steps: bool | Unset = True,
    reveal: bool | Unset = False,
    separator: ExportSubmissionsSeparator | Unset = UNSET,
    language: ExportSubmissionsLanguage | Unset = UNSET,
) -> Response[Problem | str]:
    """The submissions of a filter as a file, newest first. The export is audited.

     Cells never begin like a formula. CSV is in UTF-8 with a byte-order mark, by which spreadsheets
    know that.

    Args:
        workflow (list[str] | Unset): Slugs of workflows.
        status (list[SubmissionStatus] | Unset):
        source (list[Source] | Unset):
        connection_id (list[UUID] | Unset): Connections that one of its steps goes through.
        error_kind (list[str] | Unset): Of the step that stands in the way, such as
            `invalid_input`. Given with `connection_id`, that step goes through one of those
            connections.
        assigned_to (list[UUID] | Unset): Ids of the members who look after it.
        continued (bool | Unset): `true`: went on as another submission, taken up again after they
            had failed or were cancelled. `false`: did not. With the status `failed`: what is left to
            repair.
        accepted_from (datetime.datetime | Unset): Received then or later.
        accepted_before (datetime.datetime | Unset): Received before.
        accepted_within (Within | Unset): How long ago at most, counted back from now.
        q (str | Unset): Reference, id, e-mail address, or how the subject begins.
        ids (list[UUID] | Unset):
        format_ (ExportSubmissionsFormat | Unset): `xlsx` holds 50,000 submissions, the others
            1,000,000.
        answers (bool | Unset): With a column for each question of the forms. Default: True.
        steps (bool | Unset): With state and reference of each step. Default: True.
        reveal (bool | Unset): Sensitive answers are not masked. Needs
            `submissions:read_sensitive`; each submission that has some is written into the audit log.
            Default: False.
        separator (ExportSubmissionsSeparator | Unset): Of CSV: what stands between its cells.
            Excel wants a `semicolon` where numbers have a decimal comma.
        language (ExportSubmissionsLanguage | Unset): Of the words in a file for people.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        workflow=workflow,
        status=status,
        source=source,
        connection_id=connection_id,
        error_kind=error_kind,
        assigned_to=assigned_to,
        continued=continued,
        accepted_from=accepted_from,
        accepted_before=accepted_before,
        accepted_within=accepted_within,
        q=q,
        ids=ids,
        format_=format_,
        answers=answers,
        steps=steps,
        reveal=reveal,
        separator=separator,
        language=language,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    workflow: list[str] | Unset = UNSET,
    status: list[SubmissionStatus] | Unset = UNSET,
    source: list[Source] | Unset = UNSET,
    connection_id: list[UUID] | Unset = UNSET,
    error_kind: list[str] | Unset = UNSET,
    assigned_to: list[UUID] | Unset = UNSET,
    continued: bool | Unset = UNSET,
    accepted_from: datetime.datetime | Unset = UNSET,
    accepted_before: datetime.datetime | Unset = UNSET,
    accepted_within: Within | Unset = UNSET,
    q: str | Unset = UNSET,
    ids: list[UUID] | Unset = UNSET,
    format_: ExportSubmissionsFormat | Unset = UNSET,
    answers: bool | Unset = True,
    steps: bool | Unset = True,
    reveal: bool | Unset = False,
    separator: ExportSubmissionsSeparator | Unset = UNSET,
    language: ExportSubmissionsLanguage | Unset = UNSET,
) -> Problem | str | None:
    """The submissions of a filter as a file, newest first. The export is audited.

     Cells never begin like a formula. CSV is in UTF-8 with a byte-order mark, by which spreadsheets
    know that.

    Args:
        workflow (list[str] | Unset): Slugs of workflows.
        status (list[SubmissionStatus] | Unset):
        source (list[Source] | Unset):
        connection_id (list[UUID] | Unset): Connections that one of its steps goes through.
        error_kind (list[str] | Unset): Of the step that stands in the way, such as
            `invalid_input`. Given with `connection_id`, that step goes through one of those
            connections.
        assigned_to (list[UUID] | Unset): Ids of the members who look after it.
        continued (bool | Unset): `true`: went on as another submission, taken up again after they
            had failed or were cancelled. `false`: did not. With the status `failed`: what is left to
            repair.
        accepted_from (datetime.datetime | Unset): Received then or later.
        accepted_before (datetime.datetime | Unset): Received before.
        accepted_within (Within | Unset): How long ago at most, counted back from now.
        q (str | Unset): Reference, id, e-mail address, or how the subject begins.
        ids (list[UUID] | Unset):
        format_ (ExportSubmissionsFormat | Unset): `xlsx` holds 50,000 submissions, the others
            1,000,000.
        answers (bool | Unset): With a column for each question of the forms. Default: True.
        steps (bool | Unset): With state and reference of each step. Default: True.
        reveal (bool | Unset): Sensitive answers are not masked. Needs
            `submissions:read_sensitive`; each submission that has some is written into the audit log.
            Default: False.
        separator (ExportSubmissionsSeparator | Unset): Of CSV: what stands between its cells.
            Excel wants a `semicolon` where numbers have a decimal comma.
        language (ExportSubmissionsLanguage | Unset): Of the words in a file for people.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return sync_detailed(
        client=client,
        workflow=workflow,
        status=status,
        source=source,
        connection_id=connection_id,
        error_kind=error_kind,
        assigned_to=assigned_to,
        continued=continued,
        accepted_from=accepted_from,
        accepted_before=accepted_before,
        accepted_within=accepted_within,
        q=q,
        ids=ids,
        format_=format_,
        answers=answers,
        steps=steps,
        reveal=reveal,
        separator=separator,
        language=language,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    workflow: list[str] | Unset = UNSET,
    status: list[SubmissionStatus] | Unset = UNSET,
    source: list[Source] | Unset = UNSET,
    connection_id: list[UUID] | Unset = UNSET,
    error_kind: list[str] | Unset = UNSET,
    assigned_to: list[UUID] | Unset = UNSET,
    continued: bool | Unset = UNSET,
    accepted_from: datetime.datetime | Unset = UNSET,
    accepted_before: datetime.datetime | Unset = UNSET,
    accepted_within: Within | Unset = UNSET,
    q: str | Unset = UNSET,
    ids: list[UUID] | Unset = UNSET,
    format_: ExportSubmissionsFormat | Unset = UNSET,
    answers: bool | Unset = True,
    steps: bool | Unset = True,
    reveal: bool | Unset = False,
    separator: ExportSubmissionsSeparator | Unset = UNSET,
    language: ExportSubmissionsLanguage | Unset = UNSET,
) -> Response[Problem | str]:
    """The submissions of a filter as a file, newest first. The export is audited.

     Cells never begin like a formula. CSV is in UTF-8 with a byte-order mark, by which spreadsheets
    know that.

    Args:
        workflow (list[str] | Unset): Slugs of workflows.
        status (list[SubmissionStatus] | Unset):
        source (list[Source] | Unset):
        connection_id (list[UUID] | Unset): Connections that one of its steps goes through.
        error_kind (list[str] | Unset): Of the step that stands in the way, such as
            `invalid_input`. Given with `connection_id`, that step goes through one of those
            connections.
        assigned_to (list[UUID] | Unset): Ids of the members who look after it.
        continued (bool | Unset): `true`: went on as another submission, taken up again after they
            had failed or were cancelled. `false`: did not. With the status `failed`: what is left to
            repair.
        accepted_from (datetime.datetime | Unset): Received then or later.
        accepted_before (datetime.datetime | Unset): Received before.
        accepted_within (Within | Unset): How long ago at most, counted back from now.
        q (str | Unset): Reference, id, e-mail address, or how the subject begins.
        ids (list[UUID] | Unset):
        format_ (ExportSubmissionsFormat | Unset): `xlsx` holds 50,000 submissions, the others
            1,000,000.
        answers (bool | Unset): With a column for each question of the forms. Default: True.
        steps (bool | Unset): With state and reference of each step. Default: True.
        reveal (bool | Unset): Sensitive answers are not masked. Needs
            `submissions:read_sensitive`; each submission that has some is written into the audit log.
            Default: False.
        separator (ExportSubmissionsSeparator | Unset): Of CSV: what stands between its cells.
            Excel wants a `semicolon` where numbers have a decimal comma.
        language (ExportSubmissionsLanguage | Unset): Of the words in a file for people.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | str]
    """

    kwargs = _get_kwargs(
        workflow=workflow,
        status=status,
        source=source,
        connection_id=connection_id,
        error_kind=error_kind,
        assigned_to=assigned_to,
        continued=continued,
        accepted_from=accepted_from,
        accepted_before=accepted_before,
        accepted_within=accepted_within,
        q=q,
        ids=ids,
        format_=format_,
        answers=answers,
        steps=steps,
        reveal=reveal,
        separator=separator,
        language=language,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    workflow: list[str] | Unset = UNSET,
    status: list[SubmissionStatus] | Unset = UNSET,
    source: list[Source] | Unset = UNSET,
    connection_id: list[UUID] | Unset = UNSET,
    error_kind: list[str] | Unset = UNSET,
    assigned_to: list[UUID] | Unset = UNSET,
    continued: bool | Unset = UNSET,
    accepted_from: datetime.datetime | Unset = UNSET,
    accepted_before: datetime.datetime | Unset = UNSET,
    accepted_within: Within | Unset = UNSET,
    q: str | Unset = UNSET,
    ids: list[UUID] | Unset = UNSET,
    format_: ExportSubmissionsFormat | Unset = UNSET,
    answers: bool | Unset = True,
    steps: bool | Unset = True,
    reveal: bool | Unset = False,
    separator: ExportSubmissionsSeparator | Unset = UNSET,
    language: ExportSubmissionsLanguage | Unset = UNSET,
) -> Problem | str | None:
    """The submissions of a filter as a file, newest first. The export is audited.

     Cells never begin like a formula. CSV is in UTF-8 with a byte-order mark, by which spreadsheets
    know that.

    Args:
        workflow (list[str] | Unset): Slugs of workflows.
        status (list[SubmissionStatus] | Unset):
        source (list[Source] | Unset):
        connection_id (list[UUID] | Unset): Connections that one of its steps goes through.
        error_kind (list[str] | Unset): Of the step that stands in the way, such as
            `invalid_input`. Given with `connection_id`, that step goes through one of those
            connections.
        assigned_to (list[UUID] | Unset): Ids of the members who look after it.
        continued (bool | Unset): `true`: went on as another submission, taken up again after they
            had failed or were cancelled. `false`: did not. With the status `failed`: what is left to
            repair.
        accepted_from (datetime.datetime | Unset): Received then or later.
        accepted_before (datetime.datetime | Unset): Received before.
        accepted_within (Within | Unset): How long ago at most, counted back from now.
        q (str | Unset): Reference, id, e-mail address, or how the subject begins.
        ids (list[UUID] | Unset):
        format_ (ExportSubmissionsFormat | Unset): `xlsx` holds 50,000 submissions, the others
            1,000,000.
        answers (bool | Unset): With a column for each question of the forms. Default: True.
        steps (bool | Unset): With state and reference of each step. Default: True.
        reveal (bool | Unset): Sensitive answers are not masked. Needs
            `submissions:read_sensitive`; each submission that has some is written into the audit log.
            Default: False.
        separator (ExportSubmissionsSeparator | Unset): Of CSV: what stands between its cells.
            Excel wants a `semicolon` where numbers have a decimal comma.
        language (ExportSubmissionsLanguage | Unset): Of the words in a file for people.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | str
    """

    return (
        await asyncio_detailed(
            client=client,
            workflow=workflow,
            status=status,
            source=source,
            connection_id=connection_id,
            error_kind=error_kind,
            assigned_to=assigned_to,
            continued=continued,
            accepted_from=accepted_from,
            accepted_before=accepted_before,
            accepted_within=accepted_within,
            q=q,
            ids=ids,
            format_=format_,
            answers=answers,
            steps=steps,
            reveal=reveal,
            separator=separator,
            language=language,
        )
    ).parsed
