"""A caller's key: the hash of the body it came with, and what it answers the next time."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection
from typing import Any

from core.errors import Conflict, FieldError, Unprocessable
from core.sealing.data_keys import data_key
from core.sealing.lookups import keyed_hash
from core.sealing.models import Purpose
from core.submissions.models import IdempotencyKey
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode


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
    return _keyed_hash(version, data) if form_of(version).sensitive else canonical_hash(data)


def body_matches(remembered: bytes, version: WorkflowVersion, data: dict[str, Any]) -> bool:
    """Whether this is the body of which a hash is remembered.

    It may be of a version of the form with other sensitive fields, so both kinds count.
    """
    if hmac.compare_digest(remembered, canonical_hash(data)):
        return True
    return hmac.compare_digest(remembered, _keyed_hash(version, data))


def keys_held(version: WorkflowVersion, keys: Collection[str]) -> dict[str, IdempotencyKey]:
    """Those of the keys that made a submission before, each with it and its state."""
    if not keys:
        return {}
    owned = IdempotencyKey.objects.owned_by(version.organization_id)
    rows = owned.filter(workflow_id=version.workflow_id, key__in=keys)
    return {row.key: row for row in rows.select_related("submission__state")}


def in_progress() -> Conflict:
    """The error while another request with the same key has not been committed."""
    return Conflict(
        "Another request with this Idempotency-Key is being accepted. Send it again in a second.",
        code="idempotency_key_in_progress",
    )


def key_reused() -> Unprocessable:
    """The error for a key that came with another body before."""
    return Unprocessable(
        "This Idempotency-Key was used before with another body. "
        "Send a new key with a new submission.",
        code="idempotency_key_reused",
        errors=[FieldError("Idempotency-Key", "Already used with another body.")],
    )


def _keyed_hash(version: WorkflowVersion, data: dict[str, Any]) -> bytes:
    key = data_key(version.organization_id, Purpose.LOOKUPS)
    return keyed_hash(key, "idempotency", _canonical(data).encode())
