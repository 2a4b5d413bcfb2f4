"""The verdict on answers that are not sent yet. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.errors import FieldError, Unprocessable
from core.ids import short_code, uuid7_text
from core.submissions.accept.check import (
    Draft,
    deliverable_check,
    faults_told,
    files_check,
    redact_in_logs,
)
from core.submissions.accept.command import Acceptance, Item
from core.submissions.models import Source
from core.workflows.choices import LiveValues
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion


@dataclass(frozen=True, slots=True)
class Judged:
    """``errors``: what sending them would be refused for. Paths are as in a submission's body.

    ``hidden``: questions that are not asked with these answers. ``calculated``: what was computed.
    """

    errors: tuple[FieldError, ...]
    hidden: list[str]
    calculated: dict[str, Any]


def answers_judge(
    version: WorkflowVersion, data: dict[str, Any], language: str | None = None
) -> Judged:
    """What accepting these answers would find, by the same checks. Not inside a transaction.

    ``language``: in which the form was wanted, a tag or an `Accept-Language`.
    """
    redact_in_logs(version, Acceptance(version, [Item(data)], Source.FORM))
    form = form_of(version)
    spoken = form.language_for(language)
    live = LiveValues(version.organization_id, reads=True)
    checked = form.check(data, live=live, language=spoken)
    errors = tuple(faults_told(form, checked.faults, spoken))
    if not errors:
        errors = _later(version, checked.answers, spoken)
    return Judged(
        errors,
        [_told(place) for place in checked.hidden],
        {_told(place): value for place, value in checked.calculated.items()},
    )


def _later(
    version: WorkflowVersion, answers: dict[str, Any], language: str
) -> tuple[FieldError, ...]:
    """What is found once every answer is right by itself: its files, and what steps would say."""
    draft = Draft(
        id=uuid7_text(), reference=f"WB-{short_code(10)}", subject="", language=language, data={}
    )
    try:
        clean = files_check(version, answers, in_batch=False, language=language)
        deliverable_check(version, clean, draft, Source.FORM)
    except Unprocessable as refused:
        return refused.errors
    return ()


def _told(place: tuple[str | int, ...]) -> str:
    return ".".join(["data", *map(str, place)])
