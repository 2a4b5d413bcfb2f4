from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.text_fault_out import TextFaultOut


T = TypeVar("T", bound="EvaluatedOut")


@_attrs_define
class EvaluatedOut:
    """What a text gives with these answers.

    Attributes:
        faults (list[TextFaultOut]): Of this text alone.
        type_ (None | str): What it gives, in words; null while it has faults.
        value (Any): Sensitive answers in it are masked.
        reason (None | str): Why there is no value, if there are no faults.
        is_absent (bool): It gives nothing: in a mapping its key is left out.
    """

    faults: list[TextFaultOut]
    type_: None | str
    value: Any
    reason: None | str
    is_absent: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        faults = []
        for faults_item_data in self.faults:
            faults_item = faults_item_data.to_dict()
            faults.append(faults_item)

        type_: None | str
        type_ = self.type_

        value = self.value

        reason: None | str
        reason = self.reason

        is_absent = self.is_absent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "faults": faults,
                "type": type_,
                "value": value,
                "reason": reason,
                "is_absent": is_absent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.text_fault_out import TextFaultOut

        d = dict(src_dict)
        faults = []
        _faults = d.pop("faults")
        for faults_item_data in _faults:
            faults_item = TextFaultOut.from_dict(faults_item_data)

            faults.append(faults_item)

        def _parse_type_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        type_ = _parse_type_(d.pop("type"))

        value = d.pop("value")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        is_absent = d.pop("is_absent")

        evaluated_out = cls(
            faults=faults,
            type_=type_,
            value=value,
            reason=reason,
            is_absent=is_absent,
        )

        evaluated_out.additional_properties = d
        return evaluated_out

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
