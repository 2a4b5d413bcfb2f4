from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FormStateWords")


@_attrs_define
class FormStateWords:
    """Why a form takes nothing now.

    Attributes:
        not_yet (str):
        closed (str):
        full (str):
        next_ (str):
    """

    not_yet: str
    closed: str
    full: str
    next_: str

    def to_dict(self) -> dict[str, Any]:
        not_yet = self.not_yet

        closed = self.closed

        full = self.full

        next_ = self.next_

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "not_yet": not_yet,
                "closed": closed,
                "full": full,
                "next": next_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        not_yet = d.pop("not_yet")

        closed = d.pop("closed")

        full = d.pop("full")

        next_ = d.pop("next")

        form_state_words = cls(
            not_yet=not_yet,
            closed=closed,
            full=full,
            next_=next_,
        )

        return form_state_words
