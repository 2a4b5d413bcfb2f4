"""E-mail addresses as people type and paste them, and a shorter way through their validation."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from pydantic import EmailStr, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from waybill_definitions.text.typed import without_formats

# Lower case, because email-validator lowers some names (`Postmaster`) and leaves the others.
_PLAIN = re.compile(
    r"(?P<local>[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*)@(?P<domain>[A-Za-z0-9.-]+)", re.ASCII
)
_SCHEME = re.compile(r"mailto:", re.IGNORECASE)
_MORE_THAN_ONE = re.compile(r"[<>\"(),;]")
_LONGEST_LOCAL = 64
_LONGEST = 254
_DOMAINS_KEPT = 10_000
_address: TypeAdapter[str] = TypeAdapter(EmailStr)


def email_typed(value: Any, validate: Callable[[Any], str]) -> str:
    """An address that every step can write to, in lower case where case means nothing.

    Without what pasting brings along. International domains stay readable: they have a form in
    ASCII, which connectors send. Before the @, only servers with SMTPUTF8 (RFC 6531) take other
    letters, and an address that a later step cannot use helps nobody; names and further addresses
    around it are refused too. Raises PydanticCustomError.
    """
    if isinstance(value, str):
        value = _SCHEME.sub("", _pasted(value), count=1)
        if _MORE_THAN_ONE.search(value):
            raise PydanticCustomError(
                "email_alone", "Give one e-mail address and nothing else, like name@example.com."
            )
        if not value.rpartition("@")[0].isascii():
            raise PydanticCustomError(
                "email_letters",
                "Give an e-mail address with only plain letters (a to z), digits and signs before"
                " the @: mail cannot be sent to this one.",
            )
    return email_plain(value, validate)


def _pasted(text: str) -> str:
    """Joiners stay: in a domain, they are part of the name or a fault."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(c if c in "\u200c\u200d" else without_formats(c) for c in text).strip()


def email_plain(value: Any, validate: Callable[[Any], str]) -> str:
    """What ``validate`` (Pydantic's `EmailStr`) answers, sooner when the domain was seen before.

    Checking one address takes email-validator a tenth of a millisecond, most of it for the
    domain. Anything unusual goes the whole way.
    """
    if isinstance(value, str) and len(value) <= _LONGEST:
        match = _PLAIN.fullmatch(value)
        if match is not None and len(match["local"]) <= _LONGEST_LOCAL:
            domain = _domain(match["domain"])
            if domain is not None:
                return f"{match['local']}@{domain}"
    return validate(value)


@functools.lru_cache(maxsize=_DOMAINS_KEPT)
def _domain(domain: str) -> str | None:
    """The domain as email-validator writes it, None when it refuses it."""
    try:
        return _address.validate_python(f"x@{domain}").removeprefix("x@")
    except ValidationError:
        return None
