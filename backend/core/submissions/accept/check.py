"""From what was sent to a submission: validated data and its subject."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from core.errors import FieldError, Unprocessable
from core.ids import short_code
from core.submissions.models import Source, Submission, SubmissionState
from core.submissions.sensitive import answers_seal
from core.workflows.forms import form_model
from core.workflows.mapping import MappingFailed, mapping_compute
from core.workflows.models import WorkflowVersion

_PLAIN = {
    "missing": "This field is needed.",
    "extra_forbidden": "The form has no such field.",
    "string_too_short": "This field is needed.",
    "string_pattern_mismatch": "This does not have the expected form.",
}
_PLAIN_FIELD = re.compile(r"input\.([a-z][a-z0-9_]*)")
_LONGEST_SUBJECT = 200


def data_check(version: WorkflowVersion, data: dict[str, Any]) -> dict[str, Any]:
    """The data as the version's model cleans it. Raises Unprocessable naming each field."""
    try:
        model = form_model(version).model_validate(data)
    except ValidationError as error:
        raise Unprocessable(
            "Some answers need another look.",
            errors=[
                FieldError(
                    ".".join(["data", *map(str, item["loc"])]),
                    _PLAIN.get(item["type"], item["msg"]),
                )
                for item in error.errors(include_input=False, include_url=False)
            ],
        ) from error
    return model.model_dump(mode="json", exclude_none=True)


def submission_make(
    version: WorkflowVersion, data: dict[str, Any], source: Source, request_id: str
) -> Submission:
    """A submission of checked data, its sensitive answers sealed, not yet written.

    Raises KeyMissing.
    """
    submission = Submission(
        organization_id=version.organization_id,
        workflow_id=version.workflow_id,
        version=version,
        reference=f"WB-{short_code(10)}",
        subject=subject_of(version, data),
        source=source,
        request_id=request_id,
    )
    submission.data = answers_seal(version, submission.pk, data)
    submission.state = SubmissionState(
        submission=submission, organization_id=version.organization_id
    )
    return submission


def subject_of(version: WorkflowVersion, data: dict[str, Any]) -> str:
    """What a submission is called in lists; empty when the version's expression cannot tell."""
    field = _PLAIN_FIELD.fullmatch(version.subject)
    value = data.get(field[1]) if field else None
    if isinstance(value, str):
        return value[:_LONGEST_SUBJECT]  # as CEL would say, in a thirtieth of the time
    try:
        return str(mapping_compute(version.subject, {"input": data}))[:_LONGEST_SUBJECT]
    except MappingFailed:
        return ""
