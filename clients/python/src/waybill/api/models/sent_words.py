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
        redirect (str):
        another (str):
    """

    title: str
    text: str
    link: str
    redirect: str
    another: str

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        text = self.text

        link = self.link

        redirect = self.redirect

        another = self.another

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
                "text": text,
                "link": link,
                "redirect": redirect,
                "another": another,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        text = d.pop("text")

        link = d.pop("link")

        redirect = d.pop("redirect")

        another = d.pop("another")

        sent_words = cls(
            title=title,
            text=text,
            link=link,
            redirect=redirect,
            another=another,
        )

        return sent_words
