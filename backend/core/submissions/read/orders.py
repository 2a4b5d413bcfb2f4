"""The orders of a list of submissions, and the cursors that say how far one was read."""

from __future__ import annotations

import base64
import binascii
import uuid
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, Protocol

from django.db.models import Q, QuerySet

from core.errors import FieldError, Unprocessable
from core.submissions.models import Submission

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class Sort(StrEnum):
    """``changed``: what changed its state last comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    CHANGED = "changed"


class Order(Protocol):
    """How rows follow each other. ``by``: the path from a row to its submission's id."""

    def keys(self, by: str) -> list[str]: ...

    def after(self, rows: QuerySet[Any], by: str, cursor: str) -> QuerySet[Any]:
        """Those that follow. Raises Unprocessable for a cursor of another list."""
        ...

    def cursor(self, last: Submission) -> str:
        """``last``: the last one that was looked at, with its state."""
        ...


class ByReceipt:
    """By id: they grow with the time."""

    def __init__(self, *, newest_first: bool) -> None:
        self._sign, self._follow = ("-", "lt") if newest_first else ("", "gt")

    def keys(self, by: str) -> list[str]:
        return [f"{self._sign}{by}"]

    def after(self, rows: QuerySet[Any], by: str, cursor: str) -> QuerySet[Any]:
        (last,) = (uuid.UUID(bytes=raw) for raw in [_decoded(cursor, 16)])
        return rows.filter(**{f"{by}__{self._follow}": last})

    def cursor(self, last: Submission) -> str:
        return _encoded(last.pk.bytes)


class ByChange:
    """By the latest change of state, the newest first; equal ones by id."""

    def keys(self, by: str) -> list[str]:
        return [f"-{_changed_at(by)}", f"-{by}"]

    def after(self, rows: QuerySet[Any], by: str, cursor: str) -> QuerySet[Any]:
        raw = _decoded(cursor, 24)
        last = uuid.UUID(bytes=raw[8:])
        try:
            at = _EPOCH + int.from_bytes(raw[:8], signed=True) * _MICROSECOND
        except OverflowError as error:
            raise _foreign() from error
        earlier, equal = Q(**{f"{_changed_at(by)}__lt": at}), Q(**{_changed_at(by): at})
        # The first part alone would be enough, if it did not keep the index from being used.
        return rows.filter(**{f"{_changed_at(by)}__lte": at}).filter(
            earlier | (equal & Q(**{f"{by}__lt": last}))
        )

    def cursor(self, last: Submission) -> str:
        at = (last.state.changed_at - _EPOCH) // _MICROSECOND
        return _encoded(at.to_bytes(8, signed=True) + last.pk.bytes)


ORDERS: Final[dict[Sort, Order]] = {
    Sort.NEWEST: ByReceipt(newest_first=True),
    Sort.OLDEST: ByReceipt(newest_first=False),
    Sort.CHANGED: ByChange(),
}


def _changed_at(by: str) -> str:
    return "state__changed_at" if by == "pk" else "changed_at"


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _decoded(cursor: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise _foreign() from error
    if len(raw) != length:
        raise _foreign()
    return raw


def _foreign() -> Unprocessable:
    return Unprocessable(
        "The cursor is not from this list. Start again without one.",
        code="bad_cursor",
        errors=[FieldError("cursor", "Not a cursor of this list.")],
    )
