"""From what was sent to a submission: validated data, subject, and the hash of the body."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from typing import Any

from pydantic import ValidationError

from core.errors import FieldError, Unprocessable
from core.ids import short_code
from core.sealing.data_keys import data_key
from core.sealing.lookups import keyed_hash
from core.sealing.models import Purpose
from core.submissions.models import Source, Submission, SubmissionState
from core.submissions.sensitive import answers_seal
from core.workflows.forms import form_model, sensitive_keys
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
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode


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


def canonical_hash(data: dict[str, Any]) -> bytes:
    """SHA-256 over the data as sent, with sorted keys and without white space.

    So neither key order, layout nor escapes matter. Other than in RFC 8785, ``1`` and ``1.0`` are
    different bodies, and integers keep all their digits: a doubt ends as a refusal, never as the
    answer to something else.
    """
    return hashlib.sha256(_canonical(data).encode()).digest()


def body_hash(version: WorkflowVersion, data: dict[str, Any]) -> bytes:
    """What a caller's key remembers of its body.

    With sensitive fields it is keyed, so that nobody who reads it can try what they might hold.
    """
    return _keyed_hash(version, data) if sensitive_keys(version) else canonical_hash(data)


def body_matches(remembered: bytes, version: WorkflowVersion, data: dict[str, Any]) -> bool:
    """Whether this is the body of which a hash is remembered.

    It may be of a version of the form with other sensitive fields, so both kinds count.
    """
    if hmac.compare_digest(remembered, canonical_hash(data)):
        return True
    return hmac.compare_digest(remembered, _keyed_hash(version, data))


def _keyed_hash(version: WorkflowVersion, data: dict[str, Any]) -> bytes:
    key = data_key(version.organization_id, Purpose.LOOKUPS)
    return keyed_hash(key, "idempotency", _canonical(data).encode())


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
