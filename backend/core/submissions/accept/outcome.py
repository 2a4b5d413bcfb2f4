"""What became of each item, once the statement has written what it could."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.errors import DomainError
from core.submissions.accept.check import Draft, submission_of
from core.submissions.accept.command import Acceptance, Item
from core.submissions.accept.idempotency import body_matches, in_progress, key_reused, keys_held
from core.submissions.accept.insert import Candidate
from core.submissions.models import IdempotencyKey, Submission
from core.workflows.models import WorkflowVersion


@dataclass(frozen=True, slots=True)
class Stored:
    """It was written."""

    draft: Draft
    at: datetime


Outcome = Stored | IdempotencyKey | DomainError
"""It was written, or its key had made a submission before, or it is refused."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The submission that answers the call; ``replayed`` when an earlier call made it."""

    submission: Submission
    replayed: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an item: a submission's id and reference, or why there is none."""

    id: uuid.UUID | None = None
    reference: str | None = None
    replayed: bool = False
    error: DomainError | None = None


def outcomes_of(
    asked: Acceptance,
    version: WorkflowVersion,
    checked: Sequence[Candidate | DomainError],
    written: Mapping[str, datetime],
) -> list[Outcome]:
    """The outcome of each item, in their order.

    A refused item is looked up by its key as well: what an earlier version of the form accepted
    is answered as it was then.
    """
    outcomes = [_stored(each, written) for each in checked]
    pairs = list(zip(asked.items, outcomes, strict=True))
    held = keys_held(
        version,
        {
            item.idempotency_key
            for item, outcome in pairs
            if item.idempotency_key is not None and not isinstance(outcome, Stored)
        },
    )
    return [
        outcome if isinstance(outcome, Stored) else _answered(version, item, outcome, held)
        for item, outcome in pairs
    ]


def accepted_of(asked: Acceptance, version: WorkflowVersion, outcome: Outcome) -> Accepted:
    """The answer to one. Raises the error that it ended with."""
    match outcome:
        case Stored(draft, at):
            submission = submission_of(draft, version, asked.source, asked.request_id)
            submission.created_at = at
            submission._state.adding = submission.state._state.adding = False
            return Accepted(submission, replayed=False)
        case IdempotencyKey():
            return Accepted(outcome.submission, replayed=True)
        case DomainError():
            raise outcome


def result_of(outcome: Outcome) -> Result:
    """The answer to one of many."""
    match outcome:
        case Stored(draft):
            return Result(id=uuid.UUID(draft.id), reference=draft.reference)
        case IdempotencyKey():
            earlier = outcome.submission
            return Result(id=earlier.pk, reference=earlier.reference, replayed=True)
        case DomainError():
            return Result(error=outcome)


def _stored(each: Candidate | DomainError, written: Mapping[str, datetime]) -> Stored | DomainError:
    if isinstance(each, DomainError):
        return each
    at = written.get(each.draft.id)
    return Stored(each.draft, at) if at is not None else in_progress()


def _answered(
    version: WorkflowVersion, item: Item, error: DomainError, held: dict[str, IdempotencyKey]
) -> IdempotencyKey | DomainError:
    earlier = held.get(item.idempotency_key) if item.idempotency_key is not None else None
    if earlier is None:
        return error
    if body_matches(bytes(earlier.body_hash), version, item.data):
        return earlier
    return key_reused()
