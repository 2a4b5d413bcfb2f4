from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FormSentOut")


@_attrs_define
class FormSentOut:
    """What people read after they sent it, and where they are led.

    Attributes:
        title (str):
        text (str):
        redirect (None | str): Only to a site that the form's protection allows at this moment.
    """

    title: str
    text: str
    redirect: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        text = self.text

        redirect: None | str
        redirect = self.redirect

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "text": text,
                "redirect": redirect,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        text = d.pop("text")

        def _parse_redirect(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        redirect = _parse_redirect(d.pop("redirect"))

        form_sent_out = cls(
            title=title,
            text=text,
            redirect=redirect,
        )

        form_sent_out.additional_properties = d
        return form_sent_out

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
