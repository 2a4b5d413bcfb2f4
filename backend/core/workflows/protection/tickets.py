"""Tickets: signed notes that a page opened a form at a certain time.

Nothing is stored. The receiver counts the uses of a ticket, by its id.
"""

from __future__ import annotations

import base64
import json
import time
import uuid
from dataclasses import dataclass
from typing import Any

import altcha
from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

from core.errors import Forbidden

LIFETIME_SECONDS = 2 * 3600
_SALT = "waybill.form-ticket"
_ALGORITHM = "PBKDF2/SHA-256"
_PREFIX = "00"
"""One key in 256 begins with it, so a browser tries 256 keys on average."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """``age_seconds``: seconds since the form was opened."""

    id: str
    age_seconds: float


class BadTicket(Forbidden):
    """Forged, for another form, or too old."""

    code = "ticket_expired"


class BadProof(Forbidden):
    """The task was not solved, or belongs to another ticket."""

    code = "proof_needed"


def ticket_issue(slug: str) -> tuple[str, str]:
    """A new ticket for this form, and its id."""
    ticket_id = uuid.uuid4().hex
    content = {"form": slug, "id": ticket_id, "at": time.time()}
    return signing.dumps(content, salt=_SALT), ticket_id


def ticket_read(text: str, slug: str) -> Ticket:
    """Check it. Raises BadTicket, with a sentence for the person at the form."""
    try:
        content: dict[str, Any] = signing.loads(text, salt=_SALT, max_age=LIFETIME_SECONDS)
    except signing.BadSignature:
        content = {}
    if content.get("form") != slug:
        raise BadTicket(
            "This form was open for too long. Reload the page and send it again; "
            "your answers are kept on this device."
        )
    return Ticket(content["id"], time.time() - content["at"])


def challenge_issue(ticket_id: str) -> dict[str, Any]:
    """A task that takes a browser about a second. Our check takes two milliseconds."""
    challenge = altcha.create_challenge(
        _ALGORITHM,
        settings.WAYBILL_PROOF_OF_WORK_COST,
        key_prefix=_PREFIX,
        expires_at=int(time.time()) + LIFETIME_SECONDS,
        data={"ticket": ticket_id},
        hmac_secret=_proof_key(),
    )
    document: dict[str, Any] = challenge.to_dict()
    return document


def proof_check(proof: str, ticket_id: str) -> None:
    """Check a solved task: base64 of JSON, as ALTCHA's clients send it. Raises BadProof."""
    if not _proved(proof, ticket_id):
        raise BadProof(
            "Your browser has to solve a small task before this form can be sent. "
            "Switch JavaScript on, reload the page and send it again."
        )


def _proved(proof: str, ticket_id: str) -> bool:
    try:
        document = json.loads(base64.b64decode(proof, validate=True))
        parameters = document["challenge"]["parameters"]
        counter = document["solution"]["counter"]
        if parameters["data"]["ticket"] != ticket_id or not _is_counter(counter):
            return False
        return bool(altcha.verify_solution(proof, _proof_key()).verified)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _is_counter(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**32


def _proof_key() -> bytes:
    return salted_hmac("waybill.proof-of-work", "", algorithm="sha256").digest()
