from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from core.kit.errors import Conflict, FieldError, Unprocessable
from core.kit.ids import short_code
from core.submissions.intake import submission_insert, version_steps
from core.submissions.models import IdempotencyKey, Source, Submission
from core.submissions.wakeups import notify_due
from core.workflows.forms import form_model
from core.workflows.mapping import MappingFailed, mapping_compute
from core.workflows.models import WorkflowVersion


@dataclass(frozen=True, slots=True)
class Accepted:
    """The submission that answers the call; ``replayed`` when an earlier call made it."""

    submission: Submission
    replayed: bool


def submission_accept(
    *,
    version: WorkflowVersion,
    data: dict[str, Any],
    source: Source,
    idempotency_key: str | None = None,
    request_id: str = "",
) -> Accepted:
    """Validate and commit a submission, its step runs and its idempotency row, all or nothing.

    When it returns, the work is durable: nothing but PostgreSQL was needed.
    Raises Unprocessable for refused fields, and for a key that came with another body
    (draft-ietf-httpapi-idempotency-key-header).
    """
    body_hash = _canonical_hash(data)
    try:
        clean = _validated(version, data)
    except Unprocessable:
        # What an earlier version of the form accepted is answered as it was then.
        earlier = _replay(version, idempotency_key, body_hash)
        if earlier is None:
            raise
        return Accepted(earlier, replayed=True)
    submission = _submission(version, clean, source, request_id)
    steps = version_steps(version.pk)
    if not submission_insert(
        submission, steps, idempotency_key=idempotency_key, body_hash=body_hash
    ):
        return Accepted(_earlier(version, idempotency_key, body_hash), replayed=True)
    notify_due(steps.first_queues)
    return Accepted(submission, replayed=False)


def _submission(
    version: WorkflowVersion, data: dict[str, Any], source: Source, request_id: str
) -> Submission:
    return Submission(
        organization_id=version.organization_id,
        workflow_id=version.workflow_id,
        version=version,
        reference=f"WB-{short_code(10)}",
        subject=_subject(version, data),
        source=source,
        data=data,
        request_id=request_id,
    )


def _earlier(version: WorkflowVersion, key: str | None, body_hash: bytes) -> Submission:
    """The holder of a key that was taken. Raises Conflict if it is gone again."""
    earlier = _replay(version, key, body_hash)
    if earlier is None:
        raise Conflict("Another request with this Idempotency-Key was just undone. Send it again.")
    return earlier


def _replay(version: WorkflowVersion, key: str | None, body_hash: bytes) -> Submission | None:
    if key is None:
        return None
    owned = IdempotencyKey.objects.filter(organization_id=version.organization_id)
    earlier = (
        owned.filter(workflow_id=version.workflow_id, key=key).select_related("submission").first()
    )
    if earlier is None:
        return None
    if bytes(earlier.body_hash) != body_hash:
        raise Unprocessable(
            "This Idempotency-Key was used before with another body. "
            "Send a new key with a new submission.",
            code="idempotency_key_reused",
            errors=[FieldError("Idempotency-Key", "Already used with another body.")],
        )
    return earlier.submission


def _validated(version: WorkflowVersion, data: dict[str, Any]) -> dict[str, Any]:
    try:
        model = form_model(version).model_validate(data)
    except ValidationError as error:
        raise Unprocessable(
            "Some answers need another look.",
            errors=[
                FieldError(
                    ".".join(["data", *map(str, item["loc"])]), _plain(item["type"], item["msg"])
                )
                for item in error.errors(include_input=False, include_url=False)
            ],
        ) from error
    return model.model_dump(mode="json", exclude_none=True)


def _plain(kind: str, message: str) -> str:
    known = {
        "missing": "This field is needed.",
        "extra_forbidden": "The form has no such field.",
        "string_too_short": "This field is needed.",
        "string_pattern_mismatch": "This does not have the expected form.",
    }
    return known.get(kind, message)


def _subject(version: WorkflowVersion, data: dict[str, Any]) -> str:
    try:
        return str(mapping_compute(version.subject, {"input": data}))[:200]
    except MappingFailed:
        return ""


def _canonical_hash(data: dict[str, Any]) -> bytes:
    """SHA-256 over sorted keys without white space, so that key order does not matter."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).digest()
