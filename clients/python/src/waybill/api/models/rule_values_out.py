from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.severity import Severity

T = TypeVar("T", bound="RuleValuesOut")


@_attrs_define
class RuleValuesOut:
    """
    Attributes:
        enabled (bool):
        severity (Severity):
        threshold (int | None): How much it takes; empty where it just is so.
        window_seconds (int | None): How long it takes, or counts.
        repeat_seconds (int): Told again after this, until it is acknowledged.
    """

    enabled: bool
    severity: Severity
    threshold: int | None
    window_seconds: int | None
    repeat_seconds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        enabled = self.enabled

        severity = self.severity.value

        threshold: int | None
        threshold = self.threshold

        window_seconds: int | None
        window_seconds = self.window_seconds

        repeat_seconds = self.repeat_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "enabled": enabled,
                "severity": severity,
                "threshold": threshold,
                "window_seconds": window_seconds,
                "repeat_seconds": repeat_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        enabled = d.pop("enabled")

        severity = Severity(d.pop("severity"))

        def _parse_threshold(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        threshold = _parse_threshold(d.pop("threshold"))

        def _parse_window_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        window_seconds = _parse_window_seconds(d.pop("window_seconds"))

        repeat_seconds = d.pop("repeat_seconds")

        rule_values_out = cls(
            enabled=enabled,
            severity=severity,
            threshold=threshold,
            window_seconds=window_seconds,
            repeat_seconds=repeat_seconds,
        )

        rule_values_out.additional_properties = d
        return rule_values_out

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
