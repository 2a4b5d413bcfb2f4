"""Checks on the sender of a public form, cheapest first."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest

from api.limits.throttles import allow
from api.schemas.forms.protection import FormProofIn
from core.errors import DomainError, Forbidden
from core.redis.rate_limiter import Wanted
from core.redis.token_bucket import Rate
from core.workflows.protection import (
    LIFETIME_SECONDS,
    BadTicket,
    Protection,
    origin_clean,
    proof_check,
    protection_at,
    ticket_read,
)
from waybill_definitions.languages import ENGLISH, problem_in

_USES = Rate(1 / LIFETIME_SECONDS, 5)
"""Uses of one ticket: a person may correct refused answers and send them again."""


_MESSAGES = Rate(3 / 3600, 3)
"""Messages to one address."""


class UsedUp(DomainError):
    """A ticket was sent too many times."""

    status = 429
    code = "rate_limited"
    title = "Too many requests"


def guard(request: HttpRequest, slug: str, proof: FormProofIn | None) -> None:
    """Allow a submission of this form, or raise an error that says what its sender can do.

    Raises Forbidden, UsedUp, NotFound.
    """
    protection = protection_at(slug)
    origin_check(request, protection)
    sent = proof or FormProofIn()
    if protection.honeypot and sent.website:
        raise _not_taken()
    if protection.ticket:
        _ticket_check(request, slug, protection, sent)


def confirmation_guard(request: HttpRequest, slug: str, proof: FormProofIn | None) -> None:
    """Allow answers that are confirmed by e-mail: all of `guard` but the task for a script.

    Raises Forbidden, UsedUp, NotFound.
    """
    protection = replace(protection_at(slug), proof_of_work=False)
    origin_check(request, protection)
    sent = proof or FormProofIn()
    if protection.honeypot and sent.website:
        raise _not_taken()
    _ticket_check(request, slug, protection, sent)


def confirmation_allow(request: HttpRequest, email: str) -> None:
    """Count the messages to an address: nobody is written to again and again. Raises UsedUp."""
    digest = hashlib.blake2b(email.strip().lower().encode(), digest_size=16).hexdigest()
    if not allow(request, Wanted("confirmation", f"confirmation:{digest}", _MESSAGES)):
        raise UsedUp(
            "Several messages were sent to this address already. Follow the link in one of them, "
            "or try again in an hour."
        )


def upload_guard(request: HttpRequest, slug: str, ticket: str) -> None:
    """Allow a file for this form. Its ticket is read, not used up.

    Raises Forbidden, NotFound.
    """
    protection = protection_at(slug)
    origin_check(request, protection)
    if protection.ticket:
        ticket_read(ticket, slug)


def origin_check(request: HttpRequest, protection: Protection) -> None:
    """Where only some pages may send a form, say so to all others. Raises Forbidden."""
    origin = request.headers.get("Origin", "").strip()
    if protection.allowed_origins and not origin_allowed(origin, protection):
        sentence = _ORIGINS.get(origin, "origin_other")
        values = {"address": _own_page()}
        raise Forbidden(
            problem_in(sentence, ENGLISH, values),
            code="origin_refused",
            sentence=sentence,
            values=values,
        )


_ORIGINS = {"": "origin_unknown", "null": "origin_hidden"}


def _own_page() -> str:
    return str(settings.WAYBILL_PUBLIC_URL)


def origin_allowed(origin: str, protection: Protection) -> bool:
    """Whether pages of this origin may send the form. Our own pages always may."""
    try:
        clean = origin_clean(origin)
    except ValueError:
        return False
    return clean in protection.allowed_origins or clean == origin_clean(settings.WAYBILL_PUBLIC_URL)


def _ticket_check(
    request: HttpRequest, slug: str, protection: Protection, sent: FormProofIn
) -> None:
    ticket = ticket_read(sent.ticket, slug) if sent.ticket else None
    if ticket is None:
        raise BadTicket("Open this form's page and send it from there.", code="ticket_needed")
    early = protection.min_seconds - ticket.age_seconds
    if early > 0:
        raise Forbidden(
            "This form was sent sooner than anybody could read it. "
            f"Wait {math.ceil(early)} s and send it again.",
            code="too_quick",
            values={"count": math.ceil(early)},
        )
    if not allow(request, Wanted("ticket", f"ticket:{ticket.id}", _USES)):
        raise UsedUp("This form was sent several times from one page. Reload the page.")
    if protection.proof_of_work:
        proof_check(sent.proof, ticket.id)


def _not_taken() -> Forbidden:
    return Forbidden(
        "Your answers were not accepted. Reload the page, fill in only the visible fields, and "
        "send them again. If that does not help, contact the organization in another way.",
        code="not_taken",
    )
