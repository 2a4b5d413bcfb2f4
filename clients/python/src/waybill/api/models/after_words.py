from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AfterWords")


@_attrs_define
class AfterWords:
    """
    Attributes:
        title (str):
        steps (str):
        note (str):
    """

    title: str
    steps: str
    note: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        steps = self.steps

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "steps": steps,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        steps = d.pop("steps")

        note = d.pop("note")

        after_words = cls(
            title=title,
            steps=steps,
            note=note,
        )

        return after_words
