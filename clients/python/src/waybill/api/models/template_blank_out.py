from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.template_blank_out_kind import TemplateBlankOutKind

T = TypeVar("T", bound="TemplateBlankOut")


@_attrs_define
class TemplateBlankOut:
    """A value that is different for everybody, such as whom to write to.

    Attributes:
        key (str):
        label (str):
        help_ (str):
        kind (TemplateBlankOutKind): `path`: what follows the address of a connection.
        example (float | int | str): What stands there when none is given.
    """

    key: str
    label: str
    help_: str
    kind: TemplateBlankOutKind
    example: float | int | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        label = self.label

        help_ = self.help_

        kind = self.kind.value

        example: float | int | str
        example = self.example

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "label": label,
                "help": help_,
                "kind": kind,
                "example": example,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key")

        label = d.pop("label")

        help_ = d.pop("help")

        kind = TemplateBlankOutKind(d.pop("kind"))

        def _parse_example(data: object) -> float | int | str:
            return cast(float | int | str, data)

        example = _parse_example(d.pop("example"))

        template_blank_out = cls(
            key=key,
            label=label,
            help_=help_,
            kind=kind,
            example=example,
        )

        template_blank_out.additional_properties = d
        return template_blank_out

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
