from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TemplatePartOut")


@_attrs_define
class TemplatePartOut:
    """A system that the template needs. One of the organization's connections plays this part.

    Attributes:
        key (str):
        name (str):
        role (str): What it does there, as a sentence.
        connectors (list[str]): The kinds of systems that fit.
    """

    key: str
    name: str
    role: str
    connectors: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        name = self.name

        role = self.role

        connectors = self.connectors

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "name": name,
                "role": role,
                "connectors": connectors,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key")

        name = d.pop("name")

        role = d.pop("role")

        connectors = cast(list[str], d.pop("connectors"))

        template_part_out = cls(
            key=key,
            name=name,
            role=role,
            connectors=connectors,
        )

        template_part_out.additional_properties = d
        return template_part_out

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
