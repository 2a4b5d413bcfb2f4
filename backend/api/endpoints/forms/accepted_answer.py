"""What both ways of submitting share."""

from __future__ import annotations

from typing import Any

import structlog
from django.http import HttpResponse
from ninja import Status

from api.schemas.submissions.submissions import AcceptedOut
from core.failpoints import failpoint
from core.submissions.accept import Accepted

ACCEPTING: dict[str, Any] = {
    "responses": {
        202: {
            "description": "Saved; delivery follows. A repeated Idempotency-Key answers the same.",
            "headers": {
                "Location": {
                    "description": "Where to read the state.",
                    "required": True,
                    "schema": {"type": "string", "format": "uri-reference"},
                },
                "Idempotent-Replayed": {
                    "description": "`true` when an earlier request with this key was accepted.",
                    "schema": {"type": "string", "const": "true"},
                },
            },
        }
    }
}


def accepted_answer(
    response: HttpResponse, accepted: Accepted, location: str
) -> Status[AcceptedOut]:
    """`202` with the task id and where to read its state."""
    failpoint("accepted")
    submission = accepted.submission
    # In the request's own log line: a second one would cost a tenth of the whole intake.
    structlog.contextvars.bind_contextvars(
        submission_id=submission.pk, reference=submission.reference, replayed=accepted.replayed
    )
    response["Location"] = location
    if accepted.replayed:
        response["Idempotent-Replayed"] = "true"
    return Status(202, AcceptedOut.of(submission, location))
