"""Identifiers: UUIDv7 for rows, short Crockford codes for people."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime

import uuid_utils
from uuid_utils import compat

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def uuid7() -> uuid.UUID:
    """A time-ordered UUID (RFC 9562, version 7), so that indexes grow at one end."""
    return compat.uuid7()


def uuid7_text() -> str:
    """As `uuid7`, for those who only write it down: without making an object of it."""
    return str(uuid_utils.uuid7())


def uuid7_floor(moment: datetime) -> uuid.UUID:
    """The least UUIDv7 of a moment: whatever got its id before it is less. None is before 1970."""
    milliseconds = max(0, int(moment.timestamp() * 1000))
    return uuid.UUID(int=(milliseconds << 80) | (7 << 76) | (2 << 62))


def short_code(length: int) -> str:
    """Random characters of Crockford's base 32 (no I, L, O, U): 5 bits each."""
    return "".join(_CROCKFORD[byte & 31] for byte in secrets.token_bytes(length))
