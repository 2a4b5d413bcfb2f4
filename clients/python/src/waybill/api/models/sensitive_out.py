from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.asked_out import AskedOut
    from ..models.sensitive_out_data import SensitiveOutData


T = TypeVar("T", bound="SensitiveOut")


@_attrs_define
class SensitiveOut:
    """The answers that are masked elsewhere. Reading them is written into the audit log.

    Attributes:
        data (SensitiveOutData): The sensitive answers alone, by field.
        asked (list[AskedOut]): The questions behind them, in the form's order.
    """

    data: SensitiveOutData
    asked: list[AskedOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        asked = []
        for asked_item_data in self.asked:
            asked_item = asked_item_data.to_dict()
            asked.append(asked_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "data": data,
                "asked": asked,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.asked_out import AskedOut
        from ..models.sensitive_out_data import SensitiveOutData

        d = dict(src_dict)
        data = SensitiveOutData.from_dict(d.pop("data"))

        asked = []
        _asked = d.pop("asked")
        for asked_item_data in _asked:
            asked_item = AskedOut.from_dict(asked_item_data)

            asked.append(asked_item)

        sensitive_out = cls(
            data=data,
            asked=asked,
        )

        sensitive_out.additional_properties = d
        return sensitive_out

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
