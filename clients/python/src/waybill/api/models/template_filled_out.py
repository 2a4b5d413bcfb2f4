from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.fault_out import FaultOut


T = TypeVar("T", bound="TemplateFilledOut")


@_attrs_define
class TemplateFilledOut:
    """A definition made of a template, and what publishing would find wrong with it.

    Attributes:
        document (str): In YAML: save it as a draft, preview it, or publish it.
        faults (list[FaultOut]):
    """

    document: str
    faults: list[FaultOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        document = self.document

        faults = []
        for faults_item_data in self.faults:
            faults_item = faults_item_data.to_dict()
            faults.append(faults_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "document": document,
                "faults": faults,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.fault_out import FaultOut

        d = dict(src_dict)
        document = d.pop("document")

        faults = []
        _faults = d.pop("faults")
        for faults_item_data in _faults:
            faults_item = FaultOut.from_dict(faults_item_data)

            faults.append(faults_item)

        template_filled_out = cls(
            document=document,
            faults=faults,
        )

        template_filled_out.additional_properties = d
        return template_filled_out

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
