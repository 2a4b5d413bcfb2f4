from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FunctionOut")


@_attrs_define
class FunctionOut:
    """A function that expressions may call beside those of CEL.

    Attributes:
        name (str):
        signature (str): How it is called.
        on_value (bool): It is called on a value: `text.lower()`.
        description (str):
        example (str):
        result (str): What the example gives, as an expression.
    """

    name: str
    signature: str
    on_value: bool
    description: str
    example: str
    result: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        signature = self.signature

        on_value = self.on_value

        description = self.description

        example = self.example

        result = self.result

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "signature": signature,
                "on_value": on_value,
                "description": description,
                "example": example,
                "result": result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        signature = d.pop("signature")

        on_value = d.pop("on_value")

        description = d.pop("description")

        example = d.pop("example")

        result = d.pop("result")

        function_out = cls(
            name=name,
            signature=signature,
            on_value=on_value,
            description=description,
            example=example,
            result=result,
        )

        function_out.additional_properties = d
        return function_out

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
