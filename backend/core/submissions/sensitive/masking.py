"""What may be seen of a submission's answers without being allowed to see sensitive ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from core.audit.services import Actor, audit_record
from core.crypto.encryption import SealBroken
from core.errors import FieldError, Unavailable, Unprocessable
from core.submissions.models import Submission
from core.submissions.sensitive.answers import (
    SEALED,
    answers_open,
    output_open,
    output_spot,
    sensitive_answers,
    unsealed,
)
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from integrations.sdk import Hidden

MASK = "••••••••"


def masked(version: WorkflowVersion, data: Mapping[str, Any]) -> dict[str, Any]:
    """The answers, stored or as they came in, with `MASK` in the place of each sensitive one.

    Everything that shows, exports or sends on answers goes through here.
    """
    hidden = masked_names(version, data)
    shown = {name: value for name, value in unsealed(data).items() if name not in hidden}
    return shown | dict.fromkeys(sorted(hidden), MASK)


def masked_names(version: WorkflowVersion, data: Mapping[str, Any]) -> set[str]:
    """The sensitive fields that were answered."""
    return set(data.get(SEALED, {})) | (form_of(version).sensitive & data.keys())


def sensitive_read(*, submission: Submission, actor: Actor) -> dict[str, Any]:
    """The sensitive answers, for somebody who is allowed to see them. Every read is audited.

    Raises Unavailable when their key is not here.
    """
    try:
        found = sensitive_answers(submission.organization_id, submission.pk, submission.data)
    except SealBroken as error:
        raise _closed(submission, error) from error
    audit_record(
        organization=submission.organization,
        actor=actor,
        action="submission.sensitive_read",
        object_kind="submission",
        object_id=submission.pk,
        detail={"reference": submission.reference, "fields": sorted(found)},
    )
    return found


def whole_answers(submission: Submission) -> dict[str, Any]:
    """All answers, opened, for code whose caller may see them and audits it. Raises Unavailable."""
    try:
        return answers_open(submission.organization_id, submission.pk, submission.data)
    except SealBroken as error:
        raise _closed(submission, error) from error


def whole_output(submission: Submission, step_key: str, output: Any) -> Any:
    """A step's output, opened. Raises Unavailable."""
    spot = output_spot(submission.organization_id, submission.pk, step_key)
    try:
        return output_open(output, spot)
    except SealBroken as error:
        raise _closed(submission, error) from error


def hiding(submission: Submission) -> Callable[[str], str]:
    """What takes the sensitive answers out of a text that somebody wrote about a submission."""
    try:
        found = sensitive_answers(submission.organization_id, submission.pk, submission.data)
    except SealBroken:
        return str
    return Hidden(found.values()).text


def unmasked(version: WorkflowVersion, given: dict[str, Any], former: dict[str, Any]) -> Any:
    """Corrected answers in which `MASK` stands for what was answered before.

    Raises Unprocessable where nothing was.
    """
    left = {name for name in form_of(version).sensitive if given.get(name) == MASK}
    missing = sorted(left - former.keys())
    if missing:
        raise Unprocessable(
            "The mask stands for an earlier answer, and there was none.",
            errors=[FieldError(f"data.{name}", "Give the answer itself.") for name in missing],
        )
    return given | {name: former[name] for name in left}


def _closed(submission: Submission, error: SealBroken) -> Unavailable:
    return Unavailable(
        f"{submission.reference} holds sensitive answers that cannot be opened now. {error}"
    )
