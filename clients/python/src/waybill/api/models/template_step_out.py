from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TemplateStepOut")


@_attrs_define
class TemplateStepOut:
    """One step of it.

    Attributes:
        key (str):
        title (str):
        part (str): The key of the part that it is sent to.
        action (str):
        needs (list[str]):
        is_conditional (bool): It is taken only for some submissions.
    """

    key: str
    title: str
    part: str
    action: str
    needs: list[str]
    is_conditional: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        title = self.title

        part = self.part

        action = self.action

        needs = self.needs

        is_conditional = self.is_conditional

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "title": title,
                "part": part,
                "action": action,
                "needs": needs,
                "is_conditional": is_conditional,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key")

        title = d.pop("title")

        part = d.pop("part")

        action = d.pop("action")

        needs = cast(list[str], d.pop("needs"))

        is_conditional = d.pop("is_conditional")

        template_step_out = cls(
            key=key,
            title=title,
            part=part,
            action=action,
            needs=needs,
            is_conditional=is_conditional,
        )

        template_step_out.additional_properties = d
        return template_step_out

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
