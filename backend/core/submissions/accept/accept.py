"""The verbs: accept one, or many.

A caller's words become an `Acceptance`. Both verbs take it through the same functions, once each:
check, order, insert, outcome.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import nullcontext, suppress
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
    redact_in_logs,
    submission_of,
)
from core.submissions.accept.command import Acceptance, Item
from core.submissions.accept.insert import (
    Candidate,
    VersionReplaced,
    submissions_insert,
)
from core.submissions.accept.measure import intake_record
from core.submissions.accept.opening import (
    is_counted,
    live_of,
    opening_check,
    place_hold,
    place_take,
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
from core.tracing import span, trace_current
from core.workflows.choices import LiveValues
from core.workflows.forms import FormClosed, form_of
from core.workflows.models import WorkflowVersion
from core.workflows.versions import Address, FormChanged, version_at, version_recent

_VERSIONS_IN_BETWEEN = 5


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
    return _accept_one(asked, version, version)


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
    Raises FormChanged for a page that was opened too long ago, and FormClosed for a form that is
    not open, unless the key had made a submission before.
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
    live = live_of(asked, recent)
    organization_enter(recent.organization_id)
    try:
        return _accept_one(asked, recent, live)
    except (VersionReplaced, VersionGone):
        meant = version_at(address)
    except (Unprocessable, FormClosed):
        meant = version_at(address)
        if (meant.pk, live_of(asked, meant, now=True).pk) == (recent.pk, live.pk):
            raise
    # Another organization's may have its address by now.
    organization_enter(meant.organization_id)
    if address.opened is None:
        return _accept_one(replace(asked, to=meant), meant, meant)
    return _accept_opened(asked, address)


def _accept_opened(asked: Acceptance, address: Address) -> Accepted:
    """Ask again as often as a newer version becomes live in between."""
    for _ in range(_VERSIONS_IN_BETWEEN):
        meant = version_at(address)
        live = live_of(asked, meant, now=True)
        organization_enter(meant.organization_id)
        with suppress(VersionReplaced):
            return _accept_one(asked, meant, live)
    raise FormChanged


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
    return [result_of(outcome) for outcome in _accept(asked, version, version)]


def _accept_one(asked: Acceptance, version: WorkflowVersion, live: WorkflowVersion) -> Accepted:
    (outcome,) = _accept(asked, version, live)
    return accepted_of(asked, version, outcome)


def _accept(asked: Acceptance, version: WorkflowVersion, live: WorkflowVersion) -> list[Outcome]:
    with span("accept", parent=trace_current()):
        return _accepted(asked, version, live)


def _accepted(asked: Acceptance, version: WorkflowVersion, live: WorkflowVersion) -> list[Outcome]:
    started = time.perf_counter()
    redact_in_logs(version, asked)
    steps = version_steps(version.organization_id, version.pk)
    check = _Check(asked, version, live, steps)
    checked = [check.item(item) for item in asked.items]
    candidates = [each for each in checked if isinstance(each, Candidate)]
    try:
        written = _commit(asked, version, steps, candidates, live) if candidates else {}
    except FormClosed as full:
        return outcomes_of(asked, version, [full], {})
    if written:
        notify_due(steps.first_queues)
    seconds, refused = time.perf_counter() - started, len(checked) - len(candidates)
    intake_record(asked, version, written=len(written), refused=refused, seconds=seconds)
    return outcomes_of(asked, version, checked, written)


class _Check:
    """The checks of every item, before anything is written."""

    def __init__(
        self, asked: Acceptance, version: WorkflowVersion, live: WorkflowVersion, steps: Steps
    ) -> None:
        self._asked = asked
        self._version = version
        self._live = live
        self._steps = steps
        self._language = form_of(version).language_for(asked.language)
        self._values = LiveValues(version.organization_id, reads=True)

    def item(self, item: Item) -> Candidate | DomainError:
        asked, version = self._asked, self._version
        try:
            opening_check(asked, self._live)
            clean = data_check(version, item.data, language=self._language, live=self._values)
            clean = files_check(version, clean, in_batch=asked.in_batch, language=self._language)
            draft = draft_make(version, clean, self._language)
            deliverable_check(version, clean, draft, asked.source)
            visitor = self._language if asked.source == Source.FORM else None
            return Candidate(item, draft, places_of(self._steps.ordered, clean, visitor))
        except DomainError as error:
            return error


def _commit(
    asked: Acceptance,
    version: WorkflowVersion,
    steps: Steps,
    candidates: list[Candidate],
    live: WorkflowVersion,
) -> dict[str, datetime]:
    """`_write`. Its span is what everything that follows in other processes is below."""
    with span("commit", parent=trace_current()) as committing:
        written = _write(asked, version, steps, candidates, live)
        if committing is not None:
            committing.attributes["waybill.organization_id"] = str(version.organization_id)
            committing.attributes["waybill.submissions"] = len(written)
            if len(written) == 1:
                committing.attributes["waybill.submission_id"] = next(iter(written))
    return written


def _write(
    asked: Acceptance,
    version: WorkflowVersion,
    steps: Steps,
    candidates: list[Candidate],
    live: WorkflowVersion,
) -> dict[str, datetime]:
    """One statement. With lines or a count to hold, or files to give to it, one transaction.

    Raises FormClosed when a form that takes only so many has them.
    """
    files = not asked.in_batch and bool(form_of(version).files)
    ordered = any(candidate.places for candidate in candidates)
    counted = is_counted(asked, live)
    with transaction.atomic() if files or ordered or counted else nullcontext():
        count = place_hold(asked, live) if counted else None
        lines = lines_take(steps.count, [candidate.places for candidate in candidates])
        written = submissions_insert(asked, version, steps, candidates, lines, live)
        if count is not None and written:
            place_take(count)
        if files and written:
            (candidate,) = candidates
            submission = submission_of(candidate.draft, version, asked.source, asked.request_id)
            uploads_claim(submission, version)
    return written
