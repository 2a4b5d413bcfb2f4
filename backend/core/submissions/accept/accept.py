from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from core.errors import Conflict, Unprocessable
from core.postgres.tenancy import organization_enter
from core.submissions.accept.check import data_check, submission_make
from core.submissions.accept.idempotency import (
    body_hash,
    body_matches,
    in_progress,
    key_reused,
    keys_held,
)
from core.submissions.accept.insert import Written, submission_insert
from core.submissions.accept.order import places_of
from core.submissions.accept.steps import VersionGone, version_steps
from core.submissions.models import Source, Submission
from core.submissions.sensitive import answers_redact_in_logs
from core.submissions.state import notify_due
from core.submissions.uploads import uploads_claim, uploads_describe
from core.workflows.forms import form_files
from core.workflows.models import WorkflowVersion
from core.workflows.selectors import Address, version_live, version_recent


class VersionReplaced(Exception):
    """Another version is live now, or none."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The submission that answers the call; ``replayed`` when an earlier call made it."""

    submission: Submission
    replayed: bool


def submission_accept(
    *,
    version: WorkflowVersion,
    data: dict[str, Any],
    source: Source,
    idempotency_key: str | None = None,
    request_id: str = "",
    address: Address | None = None,
) -> Accepted:
    """Validate and commit a submission, its step runs and its idempotency row, all or nothing.

    When it returns, the work is durable: nothing but PostgreSQL was needed.
    Raises Unprocessable for refused fields, and for a key that came with another body; Conflict
    while another request with the key goes on (draft-ietf-httpapi-idempotency-key-header);
    VersionReplaced when ``version`` is not live at ``address``.
    """
    answers_redact_in_logs(version, data)
    try:
        clean = data_check(version, data)
    except Unprocessable:
        # What an earlier version of the form accepted is answered as it was then.
        earlier = replay(version, idempotency_key, data)
        if earlier is None:
            raise
        return Accepted(earlier, replayed=True)
    if form_files(version):
        return _accept_with_files(
            version, clean, data, source, idempotency_key, request_id, address
        )
    return _accept(version, clean, data, source, idempotency_key, request_id, address)


@transaction.atomic
def _accept_with_files(
    version: WorkflowVersion, clean: dict[str, Any], *parameters: Any
) -> Accepted:
    """Submission and files together: none is accepted without what it names."""
    accepted = _accept(version, uploads_describe(version, clean), *parameters)
    if not accepted.replayed:
        uploads_claim(accepted.submission, version)
    return accepted


def _accept(
    version: WorkflowVersion,
    clean: dict[str, Any],
    data: dict[str, Any],
    source: Source,
    idempotency_key: str | None,
    request_id: str,
    address: Address | None,
) -> Accepted:
    submission = submission_make(version, clean, source, request_id)
    steps = version_steps(version.organization_id, version.pk)
    written = submission_insert(
        submission,
        steps,
        places=places_of(steps.ordered, clean),
        idempotency_key=idempotency_key,
        body_hash=body_hash(version, data) if idempotency_key is not None else b"",
        address=address,
    )
    match written:
        case Written.ACCEPTED:
            notify_due(steps.first_queues)
            return Accepted(submission, replayed=False)
        case Written.KEY_TAKEN:
            return Accepted(_earlier(version, idempotency_key, data), replayed=True)
        case Written.KEY_IN_PROGRESS:
            raise in_progress()
        case Written.REPLACED:
            raise VersionReplaced


def submission_accept_at(
    *,
    address: Address,
    data: dict[str, Any],
    source: Source,
    idempotency_key: str | None = None,
    request_id: str = "",
) -> Accepted:
    """`submission_accept` for the version that is live at ``address``; NotFound if there is none.

    From then on the caller acts for the organization of that version. The version that this
    process saw last is tried without asking. The insert tells whether it
    was replaced; when it refuses the data, the live one has the last word.
    """
    accept = functools.partial(
        submission_accept,
        data=data,
        source=source,
        idempotency_key=idempotency_key,
        request_id=request_id,
    )
    recent = version_recent(address)
    organization_enter(recent.organization_id)
    try:
        return accept(version=recent, address=address)
    except (VersionReplaced, VersionGone):
        live = version_live(address)
    except Unprocessable:
        live = version_live(address)
        if live.pk == recent.pk:
            raise
    # Another organization's may have its address by now.
    organization_enter(live.organization_id)
    return accept(version=live)


def replay(version: WorkflowVersion, key: str | None, data: dict[str, Any]) -> Submission | None:
    """The submission that this key made, None if there is none.

    Raises Unprocessable when it came with another body.
    """
    if key is None:
        return None
    earlier = keys_held(version, [key]).get(key)
    if earlier is None:
        return None
    if not body_matches(bytes(earlier.body_hash), version, data):
        raise key_reused()
    return earlier.submission


def _earlier(version: WorkflowVersion, key: str | None, data: dict[str, Any]) -> Submission:
    """The holder of a key that was taken. Raises Conflict if it is gone again."""
    earlier = replay(version, key, data)
    if earlier is None:
        raise Conflict("Another request with this Idempotency-Key was just undone. Send it again.")
    return earlier
