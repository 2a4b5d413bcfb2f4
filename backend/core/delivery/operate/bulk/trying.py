"""Whether those that are to be taken up again would pass their form, found out on some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.delivery.models import BulkAction, BulkItem, BulkKind
from core.delivery.operate.bulk.asking import BulkAsked
from core.errors import DomainError
from core.submissions.models import Submission
from core.submissions.operate import resume_check
from core.submissions.sensitive import whole_answers

MOST_TRIED = 200
_MOST_REASONS = 5
_LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Tried:
    """``submissions`` were tried, ``refused`` of them would be left as they are. ``reasons``: the
    most frequent, each with how many."""

    submissions: int = 0
    refused: int = 0
    reasons: Sequence[tuple[str, int]] = ()


def bulk_try(action: BulkAction, asked: BulkAsked) -> Tried:
    """Check the first submissions of an action against their forms, and change nothing."""
    if asked.kind not in (BulkKind.RESUME, BulkKind.CORRECT):
        return Tried()
    items = BulkItem.objects.owned_by(action.organization_id).filter(action=action)
    ids = list(items.order_by("pk").values_list("submission_id", flat=True)[:MOST_TRIED])
    rows = Submission.objects.owned_by(action.organization_id).filter(pk__in=ids)
    reasons: Counter[str] = Counter()
    for submission in rows.select_related("state", "workflow", "version", "organization"):
        try:
            resume_check(
                original=submission,
                data=answers_of(submission, asked),
                newest_version=asked.newest_version,
            )
        except DomainError as error:
            reasons[reason_of(error)] += 1
    return Tried(len(ids), sum(reasons.values()), reasons.most_common(_MOST_REASONS))


def answers_of(submission: Submission, asked: BulkAsked) -> dict[str, Any] | None:
    """The answers with which it is taken up; None: its own. Raises Unavailable."""
    if asked.kind is not BulkKind.CORRECT:
        return None
    answers = dict(whole_answers(submission))
    answers.pop(asked.field, None)
    if asked.given.value is not None:
        answers[asked.field] = asked.given.value
    return answers


def reason_of(error: DomainError) -> str:
    """Why one was refused, with the questions it is about."""
    told = [f"{each.field.removeprefix('data.')}: {each.message}" for each in error.errors]
    return " ".join([error.detail, *told])[:_LONGEST_REASON]
