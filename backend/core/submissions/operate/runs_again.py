"""The step runs of a submission that goes on for an earlier one, or sends it once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.db.models.functions import Now

from core.sealing.data_keys import data_key
from core.submissions.accept import Place, places_behind, places_of
from core.submissions.models import StepRun, StepStatus, Submission
from core.submissions.sensitive import SEALED, output_seal, output_spot, whole_output
from core.submissions.state import DELIVER_WITHIN
from core.workflows.compile import version_compiled
from core.workflows.models import Step


@dataclass(frozen=True, slots=True)
class Again:
    """A submission that sends the answers of another again. ``done``: runs of the original that are
    brought along as done, by the keys of their steps. ``places``: where the others stand in line.
    """

    original: Submission
    submission: Submission
    done: Mapping[str, StepRun]
    places: Sequence[Place]

    @classmethod
    def of(
        cls,
        original: Submission,
        submission: Submission,
        data: dict[str, Any],
        done: Mapping[str, StepRun] | None = None,
    ) -> Again:
        """Raises Unprocessable where a place in line cannot be computed."""
        done = done or {}
        version = submission.version
        compiled = version_compiled(version.organization_id, version.pk).steps.values()
        places = places_of([each for each in compiled if each.key not in done], data)
        return cls(original, submission, done, places)


def runs_of_again(again: Sequence[Again]) -> list[StepRun]:
    """The step runs of submissions that send others again, not yet written.

    Holds the ordering lines of those to be sent until the transaction ends.
    """
    stood = iter(places_behind([place for each in again for place in each.places]))
    return [run for each in again for run in _runs(each, [next(stood) for _ in each.places])]


def _runs(again: Again, placed: Sequence[tuple[Place, bool]]) -> Iterator[StepRun]:
    submission, done = again.submission, again.done
    lines = {place.position: (place.key, behind) for place, behind in placed}
    for step in submission.version.steps.all():
        if step.key in done:
            yield _brought(submission, step, done[step.key], again.original)
        else:
            yield _open(submission, step, done, lines.get(step.position))


def _brought(submission: Submission, step: Step, before: StepRun, original: Submission) -> StepRun:
    """A step that had succeeded. What is sealed in its output is sealed anew for its new place."""
    output = before.output
    if output is not None and SEALED in output:
        organization_id = submission.organization_id
        output = output_seal(
            {name: value for name, value in output.items() if name != SEALED},
            whole_output(original, step.key, output),
            output_spot(organization_id, submission.pk, step.key),
            data_key(organization_id),
        )
    return StepRun(
        **_identity(submission, step),
        status=StepStatus.SUCCEEDED,
        deadline_at=before.deadline_at,
        output=output,
        record=before.record,
        record_url=before.record_url,
        finished_at=before.finished_at,
    )


def _open(
    submission: Submission,
    step: Step,
    done: Mapping[str, StepRun],
    line: tuple[str, bool] | None,
) -> StepRun:
    key, behind = line or (None, False)
    waiting_for = sum(name not in done for name in step.depends_on) + behind
    return StepRun(
        **_identity(submission, step),
        status=StepStatus.BLOCKED if waiting_for else StepStatus.READY,
        waiting_for=waiting_for,
        ordering_key=key,
        behind=behind,
        next_attempt_at=None if waiting_for else Now(),
        deadline_at=Now() + Value(DELIVER_WITHIN),
    )


def _identity(submission: Submission, step: Step) -> dict[str, Any]:
    return {
        "organization_id": submission.organization_id,
        "submission": submission,
        "step": step,
        "connection_id": step.connection_id,
        "position": step.position,
        "queue": step.queue,
    }
