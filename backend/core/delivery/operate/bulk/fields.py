"""The questions whose answers a bulk action can correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Count

from core.accounts.models import Organization
from core.delivery.models import BulkKind
from core.delivery.operate.bulk.asking import MOST_SUBMISSIONS, BulkAsked, bulk_matching
from core.submissions.models import Submission
from core.submissions.read import SubmissionFilter
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import words_in

_ONE_VALUE = frozenset(
    {
        *("text", "multiline", "email", "url", "phone", "hidden"),
        *("integer", "decimal", "rating", "date", "time"),
        *("boolean", "choice", "choices", "country"),
    }
)
"""Kinds whose answer is one value that can be right for many. Nobody else can consent or sign for a
person, and files and rows are each submission's own."""


@dataclass(frozen=True, slots=True)
class Correctable:
    """``choices``: values and what people read, where the form lists them. ``submissions``: how
    many of the chosen have this question."""

    key: str
    label: str
    kind: str
    choices: Sequence[tuple[str, str]]
    sensitive: bool
    submissions: int


def bulk_fields(
    *, organization: Organization, wanted: SubmissionFilter, newest_version: bool
) -> list[Correctable]:
    """The questions of those of a filter that can be taken up again; the newest form's words."""
    asked = BulkAsked(BulkKind.CORRECT, wanted, newest_version=newest_version)
    bounded = bulk_matching(organization, asked).order_by("pk").values("pk")[:MOST_SUBMISSIONS]
    rows = Submission.objects.owned_by(organization).filter(pk__in=bounded)
    column = "workflow__current" if newest_version else "version"
    counted = dict(rows.values_list(column).annotate(Count("pk")))
    versions = WorkflowVersion.objects.owned_by(organization).filter(pk__in=counted)
    found: dict[str, Correctable] = {}
    have: Counter[str] = Counter()
    for version in versions.order_by("-published_at"):
        form = form_of(version)
        for key, question in form.questions.items():
            if question.kind not in _ONE_VALUE:
                continue
            have[key] += counted[version.pk]
            offered = getattr(question, "choices", None) or []
            label = words_in(question.label, form.language, form.language)
            found.setdefault(
                key,
                Correctable(
                    key=key,
                    label=label or key,
                    kind=question.kind,
                    choices=[
                        (each.value, words_in(each.label, form.language, form.language))
                        for each in offered
                    ],
                    sensitive=question.sensitive,
                    submissions=0,
                ),
            )
    return [replace(each, submissions=have[key]) for key, each in found.items()]
