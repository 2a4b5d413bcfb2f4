"""The verbs: accept one, or many.

A caller's words become an `Acceptance`. Both verbs take it through the same functions, once each:
check, order, insert, outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from core.errors import DomainError, Unprocessable
from core.postgres.tenancy import organization_enter
from core.submissions.accept.check import (
    data_check,
    deliverable_check,
    draft_make,
    files_check,
    language_of,
    redact_in_logs,
    submission_of,
)
from core.submissions.accept.command import Acceptance, Item
from core.submissions.accept.insert import (
    Candidate,
    VersionReplaced,
    submissions_insert,
)
from core.submissions.accept.order import lines_take, places_of
from core.submissions.accept.outcome import (
    Accepted,
    Outcome,
    Result,
    accepted_of,
    outcomes_of,
    result_of,
)
from core.submissions.accept.steps import Steps, VersionGone, version_steps
from core.submissions.models import Source
from core.submissions.state import notify_due
from core.submissions.uploads import uploads_claim
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from core.workflows.versions import Address, FormChanged, version_at, version_recent


def submission_accept(
    *,
    version: WorkflowVersion,
    data: dict[str, Any],
    source: Source,
    idempotency_key: str | None = None,
    request_id: str = "",
    language: str | None = None,
) -> Accepted:
    """Validate and commit a submission, its step runs and its idempotency row, all or nothing.

    When it returns, the work is durable: nothing but PostgreSQL was needed.
    Raises Unprocessable for refused fields, and for a key that came with another body; Conflict
    while another request with the key goes on (draft-ietf-httpapi-idempotency-key-header).

    ``language``: what its sender reads, a tag or an `Accept-Language`. Of the form's languages the
    one that fits is kept with the submission, and refused answers are told in it.
    """
    items = [Item(data, idempotency_key)]
    asked = Acceptance(version, items, source, request_id, language=language)
    return _accept_one(asked, version)


def submission_accept_at(
    *,
    address: Address,
    data: dict[str, Any],
    source: Source,
    idempotency_key: str | None = None,
    request_id: str = "",
    language: str | None = None,
) -> Accepted:
    """`submission_accept` for the version that is meant at ``address``; NotFound if there is none.

    From then on the caller acts for the organization of that version. The version that this
    process saw last is tried without asking. The insert tells whether it
    was replaced; when it refuses the data, the one that is meant now has the last word.
    Raises FormChanged for a page that was opened too long ago, unless its key had made a
    submission before.
    """
    items = [Item(data, idempotency_key)]
    asked = Acceptance(address, items, source, request_id, language=language)
    try:
        return _accept_meant(asked, address)
    except FormChanged as changed:
        live = version_at(replace(address, opened=None))
        organization_enter(live.organization_id)
        (outcome,) = outcomes_of(asked, live, [changed], {})
        return accepted_of(asked, live, outcome)


def _accept_meant(asked: Acceptance, address: Address) -> Accepted:
    recent = version_recent(address)
    organization_enter(recent.organization_id)
    try:
        return _accept_one(asked, recent)
    except (VersionReplaced, VersionGone):
        meant = version_at(address)
    except Unprocessable:
        meant = version_at(address)
        if meant.pk == recent.pk:
            raise
    # Another organization's may have its address by now.
    organization_enter(meant.organization_id)
    if address.opened is None:
        return _accept_one(replace(asked, to=meant), meant)
    try:
        return _accept_one(asked, meant)
    except VersionReplaced:
        raise FormChanged from None


def submissions_accept(
    *,
    version: WorkflowVersion,
    items: Sequence[Item],
    source: Source,
    request_id: str = "",
) -> list[Result]:
    """Accept every valid item, in one commit; the results in the order of the items.

    An item's key works as in `submission_accept`, within the batch too.
    """
    asked = Acceptance(version, items, source, request_id, in_batch=True)
    return [result_of(outcome) for outcome in _accept(asked, version)]


def _accept_one(asked: Acceptance, version: WorkflowVersion) -> Accepted:
    (outcome,) = _accept(asked, version)
    return accepted_of(asked, version, outcome)


def _accept(asked: Acceptance, version: WorkflowVersion) -> list[Outcome]:
    redact_in_logs(version, asked)
    steps = version_steps(version.organization_id, version.pk)
    checked = [_checked(asked, version, steps, item) for item in asked.items]
    candidates = [each for each in checked if isinstance(each, Candidate)]
    written = _write(asked, version, steps, candidates) if candidates else {}
    if written:
        notify_due(steps.first_queues)
    return outcomes_of(asked, version, checked, written)


def _checked(
    asked: Acceptance, version: WorkflowVersion, steps: Steps, item: Item
) -> Candidate | DomainError:
    language = language_of(version, asked.language)
    try:
        answers = data_check(version, item.data, language=language)
        clean = files_check(version, answers, in_batch=asked.in_batch, language=language)
        draft = draft_make(version, clean, language)
        deliverable_check(version, clean, draft)
        return Candidate(item, draft, places_of(steps.ordered, clean))
    except DomainError as error:
        return error


def _write(
    asked: Acceptance, version: WorkflowVersion, steps: Steps, candidates: list[Candidate]
) -> dict[str, datetime]:
    """One statement. With lines to hold or files to give to the submission, one transaction."""
    files = not asked.in_batch and bool(form_of(version).files)
    ordered = any(candidate.places for candidate in candidates)
    with transaction.atomic() if files or ordered else nullcontext():
        lines = lines_take(steps.count, [candidate.places for candidate in candidates])
        written = submissions_insert(asked, version, steps, candidates, lines)
        if files and written:
            (candidate,) = candidates
            submission = submission_of(candidate.draft, version, asked.source, asked.request_id)
            uploads_claim(submission, version)
    return written
