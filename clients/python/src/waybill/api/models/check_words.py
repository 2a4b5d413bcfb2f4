from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CheckWords")


@_attrs_define
class CheckWords:
    """The last look before a form is sent.

    Attributes:
        title (str):
        text (str):
        change (str):
        change_page (str):
        empty (str):
    """

    title: str
    text: str
    change: str
    change_page: str
    empty: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        text = self.text

        change = self.change

        change_page = self.change_page

        empty = self.empty

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "text": text,
                "change": change,
                "change_page": change_page,
                "empty": empty,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        text = d.pop("text")

        change = d.pop("change")

        change_page = d.pop("change_page")

        empty = d.pop("empty")

        check_words = cls(
            title=title,
            text=text,
            change=change,
            change_page=change_page,
            empty=empty,
        )

        return check_words
