from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FormPageOut")


@_attrs_define
class FormPageOut:
    """
    Attributes:
        title (str):
        intro (str):
        questions (list[str]): Keys, in their order.
        show_if (None | str):
    """

    title: str
    intro: str
    questions: list[str]
    show_if: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        intro = self.intro

        questions = self.questions

        show_if: None | str
        show_if = self.show_if

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "intro": intro,
                "questions": questions,
                "show_if": show_if,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        intro = d.pop("intro")

        questions = cast(list[str], d.pop("questions"))

        def _parse_show_if(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        show_if = _parse_show_if(d.pop("show_if"))

        form_page_out = cls(
            title=title,
            intro=intro,
            questions=questions,
            show_if=show_if,
        )

        form_page_out.additional_properties = d
        return form_page_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
