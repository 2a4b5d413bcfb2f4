"""Cursor pages over UUIDv7 keys: newest first, stable while rows arrive."""

from __future__ import annotations

import base64
import binascii
import uuid
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from core.errors import FieldError, Unprocessable

Item = TypeVar("Item", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Up to ``limit`` items and the cursor of the next page, if there is one."""

    items: list[Item]
    next_cursor: str | None


def page_newest_first(
    queryset: QuerySet[Item], *, cursor: str | None, limit: int, by: str = "pk"
) -> Page[Item]:
    """Cut one page from ``queryset`` by primary key, descending.

    ``by``: an equal column of another table, when that table's index finds the rows.
    """
    if cursor is not None:
        queryset = queryset.filter(**{f"{by}__lt": _decode(cursor)})
    rows = list(queryset.order_by(f"-{by}")[: limit + 1])
    more = len(rows) > limit
    items = rows[:limit]
    return Page(items=items, next_cursor=_encode(items[-1].pk) if more else None)


def _encode(last: uuid.UUID) -> str:
    return base64.urlsafe_b64encode(last.bytes).decode().rstrip("=")


def _decode(cursor: str) -> uuid.UUID:
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return uuid.UUID(bytes=raw)
    except (binascii.Error, ValueError) as error:
        raise Unprocessable(
            "The cursor is not from this list. Start again without one.",
            code="bad_cursor",
            errors=[FieldError("cursor", "Not a cursor of this list.")],
        ) from error
