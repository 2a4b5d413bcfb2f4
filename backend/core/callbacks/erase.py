"""Taking a person out of what callbacks say. The messages keep their place in the log."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from core.accounts.models import Organization
from core.callbacks.models import Callback, CallbackAttempt
from core.submissions.sensitive import Mentions


def callbacks_erase(
    *, organization: Organization, submission_id: uuid.UUID, forms: Sequence[str], whole: bool
) -> int:
    """Blank the records in a submission's callbacks, or what names the person. How many changed.

    The same with what their receivers answered.

    ``forms``: the ways in which the person's address is written. A message that is sent again after
    that is another one, under the same `webhook-id`: the law goes before the promise.
    """
    found = Mentions(forms)
    changed = 0
    callbacks = Callback.objects.owned_by(organization)
    for callback in callbacks.filter(submission=submission_id).exclude(facts=None):
        stored: dict[str, Any] = callback.facts or {}
        facts = _without_records(stored) if whole else found.without(stored)
        if facts != stored:
            changed += callbacks.filter(pk=callback.pk).update(facts=facts)
    attempts = CallbackAttempt.objects.owned_by(organization)
    for attempt in attempts.filter(callback__submission=submission_id).exclude(answer=""):
        answer = "" if whole else found.without(attempt.answer)
        if answer != attempt.answer:
            changed += attempts.filter(pk=attempt.pk).update(answer=answer)
    return changed


def _without_records(facts: dict[str, Any]) -> dict[str, Any]:
    steps = [{**step, "record": None} for step in facts.get("steps") or []]
    return {**facts, "steps": steps}
