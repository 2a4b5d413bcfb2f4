"""Lists that the API gives in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from waybill import Waybill
from waybill.api.types import UNSET, Response

_MOST_ON_A_PAGE = 100
T = TypeVar("T")


def every(waybill: Waybill, operation: Callable[..., Response[Any]], kind: type[T]) -> Iterator[T]:
    """All that the operation lists, each of a ``kind``; the next page is asked for when needed."""
    cursor: str | None = None
    while True:
        page = waybill.call(
            operation, client=waybill.api, cursor=cursor or UNSET, limit=_MOST_ON_A_PAGE
        )
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return
