from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AlreadySentWords")


@_attrs_define
class AlreadySentWords:
    """
    Attributes:
        title (str):
        text (str):
        fresh (str):
    """

    title: str
    text: str
    fresh: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        text = self.text

        fresh = self.fresh

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "text": text,
                "fresh": fresh,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        text = d.pop("text")

        fresh = d.pop("fresh")

        already_sent_words = cls(
            title=title,
            text=text,
            fresh=fresh,
        )

        return already_sent_words
