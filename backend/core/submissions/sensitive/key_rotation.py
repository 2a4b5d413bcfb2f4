"""The sealed answers and outputs of submissions, for the rotation of keys."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from core.sealing.data_keys import data_key
from core.sealing.envelope import Spot, value_open, value_seal
from core.sealing.rotating.places import Found, Place
from core.submissions.models import StepRun, Submission
from core.submissions.sensitive.answers import SEALED, answer_spot, output_spot, sealed_values


class Answers(Place):
    """`submissions_submission.data`."""

    name = "submissions_submission.data"

    def rows(self, after: uuid.UUID | None, limit: int) -> list[Found]:
        rows = _next(_submissions().filter(data__has_key=SEALED), after)
        return [(pk, sealed_values(data)) for pk, data in rows.values_list("pk", "data")[:limit]]

    def reseal(self, ids: Sequence[uuid.UUID]) -> int:
        held = _submissions().filter(pk__in=ids, data__has_key=SEALED)
        rows = list(held.select_for_update(skip_locked=True, no_key=True, of=("self",)))
        for row in rows:
            sealed = {
                name: _again(text, answer_spot(row.organization_id, row.pk, name))
                for name, text in row.data[SEALED].items()
            }
            _submissions().filter(pk=row.pk).update(data=row.data | {SEALED: sealed})
        return len(rows)


class Outputs(Place):
    """`submissions_steprun.output`."""

    name = "submissions_steprun.output"

    def rows(self, after: uuid.UUID | None, limit: int) -> list[Found]:
        rows = _next(_runs().filter(output__has_key=SEALED), after)
        return [(pk, sealed_values(out)) for pk, out in rows.values_list("pk", "output")[:limit]]

    def reseal(self, ids: Sequence[uuid.UUID]) -> int:
        held = _runs().filter(pk__in=ids, output__has_key=SEALED).select_related("step")
        rows = list(held.select_for_update(skip_locked=True, no_key=True, of=("self",)))
        for row in rows:
            output: dict[str, Any] = row.output or {}
            spot = output_spot(row.organization_id, row.submission_id, row.step.key)
            changed = output | {SEALED: _again(output[SEALED], spot)}
            _runs().filter(pk=row.pk).update(output=changed)
        return len(rows)


def _submissions() -> QuerySet[Submission]:
    return Submission.objects.across_organizations("a rotation is the deployment's")


def _runs() -> QuerySet[StepRun]:
    return StepRun.objects.across_organizations("a rotation is the deployment's")


def _next(rows: QuerySet[Any], after: uuid.UUID | None) -> QuerySet[Any]:
    return (rows if after is None else rows.filter(pk__gt=after)).order_by("pk")


def _again(text: str, spot: Spot) -> str:
    plain = value_open(base64.b64decode(text), spot)
    return base64.b64encode(value_seal(plain, spot, data_key(spot.organization_id))).decode()
