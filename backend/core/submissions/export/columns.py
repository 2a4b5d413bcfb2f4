"""The columns of an export, known before its first row."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.accounts.models import Organization
from core.submissions.export.labels import Labels
from core.submissions.read import SubmissionFilter, submissions_matching
from core.workflows.forms import form_of
from core.workflows.models import Step, WorkflowVersion
from waybill_definitions.document import words_in


@dataclass(frozen=True, slots=True)
class Column:
    """``key``: of the question or of the step."""

    key: str
    head: str


@dataclass(frozen=True, slots=True)
class Columns:
    """What the versions of an export ask and do.

    ``versions``: those, without their documents. ``labels``: in the order of ``answers``.
    """

    versions: Mapping[uuid.UUID, WorkflowVersion]
    answers: Sequence[Column]
    steps: Sequence[Column]
    labels: Labels


def columns_of(organization: Organization, wanted: SubmissionFilter, language: str) -> Columns:
    """The questions of all versions that the submissions of a filter follow, then their steps:
    those of the newest version first, each question and step once."""
    matching = submissions_matching(organization, wanted).order_by()
    ids = list(matching.values_list("version_id", flat=True).distinct())
    owned = WorkflowVersion.objects.owned_by(organization).filter(pk__in=ids)
    versions = list(owned.defer("document").order_by("-published_at", "-pk"))
    answers: dict[str, Column] = {}
    newest: dict[str, WorkflowVersion] = {}
    for version in versions:
        form = form_of(version)
        for key, question in form.questions.items():
            head = words_in(question.label, language, form.language)
            answers.setdefault(key, Column(key, head or key))
            newest.setdefault(key, version)
    return Columns(
        {version.pk: version for version in versions},
        _told_apart(list(answers.values())),
        _told_apart(_steps(organization, versions)),
        Labels(organization.pk, newest, language),
    )


def _steps(organization: Organization, versions: Sequence[WorkflowVersion]) -> list[Column]:
    rows = Step.objects.owned_by(organization).filter(version__in=[each.pk for each in versions])
    found: dict[str, Column] = {}
    for key, title in rows.order_by("-version__published_at", "position").values_list(
        "key", "title"
    ):
        found.setdefault(key, Column(key, title or key))
    return list(found.values())


def _told_apart(columns: Sequence[Column]) -> list[Column]:
    """With their keys where two have the same head."""
    heads = Counter(column.head for column in columns)
    return [
        Column(each.key, f"{each.head} ({each.key})") if heads[each.head] > 1 else each
        for each in columns
    ]
