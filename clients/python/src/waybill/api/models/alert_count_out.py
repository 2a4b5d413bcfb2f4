from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alert_kind import AlertKind
from ..models.severity import Severity

T = TypeVar("T", bound="AlertCountOut")


@_attrs_define
class AlertCountOut:
    """Open alerts of one kind.

    Attributes:
        kind (AlertKind):
        severity (Severity):
        open_ (int):
        acknowledged (int): Of those: somebody sees to them.
    """

    kind: AlertKind
    severity: Severity
    open_: int
    acknowledged: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        severity = self.severity.value

        open_ = self.open_

        acknowledged = self.acknowledged

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "severity": severity,
                "open": open_,
                "acknowledged": acknowledged,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = AlertKind(d.pop("kind"))

        severity = Severity(d.pop("severity"))

        open_ = d.pop("open")

        acknowledged = d.pop("acknowledged")

        alert_count_out = cls(
            kind=kind,
            severity=severity,
            open_=open_,
            acknowledged=acknowledged,
        )

        alert_count_out.additional_properties = d
        return alert_count_out

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
