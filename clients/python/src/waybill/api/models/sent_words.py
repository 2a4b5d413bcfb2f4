from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SentWords")


@_attrs_define
class SentWords:
    """
    Attributes:
        title (str):
        text (str):
        link (str):
        go_on (str):
    """

    title: str
    text: str
    link: str
    go_on: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        text = self.text

        link = self.link

        go_on = self.go_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "text": text,
                "link": link,
                "go_on": go_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        text = d.pop("text")

        link = d.pop("link")

        go_on = d.pop("go_on")

        sent_words = cls(
            title=title,
            text=text,
            link=link,
            go_on=go_on,
        )

        return sent_words
