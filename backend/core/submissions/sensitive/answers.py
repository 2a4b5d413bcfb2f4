"""Answers to sensitive fields, sealed inside a submission's data.

What is stored: ``{"company": "Acme", "$sealed": {"iban": "<base64 of the sealed JSON>"}}``. No
field of a form can be called ``$sealed``. A sensitive `email` is stored besides as a keyed hash in
its own place, ``{"email": "hmac:…"}``, so that the search by e-mail finds it.
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Mapping
from typing import Any

from core.sealing.data_keys import OpenKey, data_key, data_key_if_any
from core.sealing.envelope import Spot, value_open, value_seal
from core.sealing.lookups import keyed_hash
from core.sealing.models import Purpose
from core.text.log_redaction import log_redact_with
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from integrations.sdk import Hidden

SEALED = "$sealed"
SEARCHABLE = "email"
_TABLE = "submissions_submission"
_HASH_CHARS = 40


def answers_seal(
    version: WorkflowVersion, submission_id: uuid.UUID | str, data: dict[str, Any]
) -> dict[str, Any]:
    """The data as it is stored; the very same where no answer is sensitive. Raises KeyMissing."""
    names = form_of(version).sensitive
    if not names or names.isdisjoint(data):
        return data
    organization_id = version.organization_id
    key = data_key(organization_id)
    stored = {name: value for name, value in data.items() if name not in names}
    stored[SEALED] = {
        name: _seal(value, answer_spot(organization_id, submission_id, name), key)
        for name, value in data.items()
        if name in names
    }
    if SEARCHABLE in names and isinstance(data.get(SEARCHABLE), str):
        lookups = data_key(organization_id, Purpose.LOOKUPS)
        stored[SEARCHABLE] = _search_hash(lookups, data[SEARCHABLE])
    return stored


def answers_redact_in_logs(version: WorkflowVersion, data: Mapping[str, Any]) -> None:
    """Keep sensitive answers out of what this request logs and reports from now on."""
    names = form_of(version).sensitive
    if names:
        log_redact_with(lambda text: Hidden(data.get(name) for name in names).text(text))


def answers_open(
    organization_id: uuid.UUID, submission_id: uuid.UUID, stored: dict[str, Any]
) -> dict[str, Any]:
    """The data as it came in. Raises SealBroken, as KeyMissing when its key is not here."""
    if SEALED not in stored:
        return stored
    return unsealed(stored) | sensitive_answers(organization_id, submission_id, stored)


def sensitive_answers(
    organization_id: uuid.UUID, submission_id: uuid.UUID, stored: Mapping[str, Any]
) -> dict[str, Any]:
    """The sealed answers alone, opened. Raises SealBroken."""
    return {
        name: json.loads(
            value_open(base64.b64decode(sealed), answer_spot(organization_id, submission_id, name))
        )
        for name, sealed in stored.get(SEALED, {}).items()
    }


def unsealed(stored: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored in the open, without the sealed answers and without their hashes."""
    sealed = stored.get(SEALED, {})
    return {name: value for name, value in stored.items() if name != SEALED and name not in sealed}


def output_seal(
    shown: dict[str, Any], full: dict[str, Any], spot: Spot, key: OpenKey
) -> dict[str, Any]:
    """A step's output with sensitive values in it: what may be seen, and the whole sealed."""
    return shown | {SEALED: _seal(full, spot, key)}


def output_open(stored: dict[str, Any] | None, spot: Spot) -> dict[str, Any] | None:
    """The whole output of a step. Raises SealBroken."""
    if stored is None or SEALED not in stored:
        return stored
    full: dict[str, Any] = json.loads(value_open(base64.b64decode(stored[SEALED]), spot))
    return full


def answer_spot(organization_id: uuid.UUID, submission_id: uuid.UUID | str, name: str) -> Spot:
    return Spot(organization_id, _TABLE, submission_id, f"data.{name}")


def output_spot(organization_id: uuid.UUID, submission_id: uuid.UUID, step_key: str) -> Spot:
    """A step's output belongs to its submission, under the step's key."""
    return Spot(organization_id, _TABLE, submission_id, f"output.{step_key}")


def sealed_values(stored: Mapping[str, Any]) -> list[bytes]:
    """Every sealed value of a submission's data or a step's output."""
    sealed = stored.get(SEALED, {})
    texts = [sealed] if isinstance(sealed, str) else sealed.values()
    return [base64.b64decode(text) for text in texts]


def search_hash(organization_id: uuid.UUID, email: str) -> str | None:
    """What a sensitive e-mail answer is stored as; None where the organization can have none."""
    key = data_key_if_any(organization_id, Purpose.LOOKUPS)
    return _search_hash(key, email) if key is not None else None


def _search_hash(key: OpenKey, email: str) -> str:
    digest = keyed_hash(key, "search/email", email.strip().casefold().encode())
    return f"hmac:{digest.hex()[:_HASH_CHARS]}"


def _seal(value: Any, spot: Spot, key: OpenKey) -> str:
    plain = json.dumps(value, separators=(",", ":")).encode()
    return base64.b64encode(value_seal(plain, spot, key)).decode()
