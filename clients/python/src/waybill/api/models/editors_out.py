from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.editor_out import EditorOut


T = TypeVar("T", bound="EditorsOut")


@_attrs_define
class EditorsOut:
    """
    Attributes:
        others (list[EditorOut]): Who came first first, at most 20.
    """

    others: list[EditorOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        others = []
        for others_item_data in self.others:
            others_item = others_item_data.to_dict()
            others.append(others_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "others": others,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.editor_out import EditorOut

        d = dict(src_dict)
        others = []
        _others = d.pop("others")
        for others_item_data in _others:
            others_item = EditorOut.from_dict(others_item_data)

            others.append(others_item)

        editors_out = cls(
            others=others,
        )

        editors_out.additional_properties = d
        return editors_out

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
