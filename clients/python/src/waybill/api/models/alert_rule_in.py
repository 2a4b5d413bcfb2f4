from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.severity import Severity
from ..types import UNSET, Unset

T = TypeVar("T", bound="AlertRuleIn")


@_attrs_define
class AlertRuleIn:
    """All that is changed; what is left out is as usual.

    Attributes:
        enabled (bool | None | Unset):
        severity (None | Severity | Unset):
        threshold (int | None | Unset):
        window_seconds (int | None | Unset):
        repeat_seconds (int | None | Unset):
    """

    enabled: bool | None | Unset = UNSET
    severity: None | Severity | Unset = UNSET
    threshold: int | None | Unset = UNSET
    window_seconds: int | None | Unset = UNSET
    repeat_seconds: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        enabled: bool | None | Unset
        if isinstance(self.enabled, Unset):
            enabled = UNSET
        else:
            enabled = self.enabled

        severity: None | str | Unset
        if isinstance(self.severity, Unset):
            severity = UNSET
        elif isinstance(self.severity, Severity):
            severity = self.severity.value
        else:
            severity = self.severity

        threshold: int | None | Unset
        if isinstance(self.threshold, Unset):
            threshold = UNSET
        else:
            threshold = self.threshold

        window_seconds: int | None | Unset
        if isinstance(self.window_seconds, Unset):
            window_seconds = UNSET
        else:
            window_seconds = self.window_seconds

        repeat_seconds: int | None | Unset
        if isinstance(self.repeat_seconds, Unset):
            repeat_seconds = UNSET
        else:
            repeat_seconds = self.repeat_seconds

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if severity is not UNSET:
            field_dict["severity"] = severity
        if threshold is not UNSET:
            field_dict["threshold"] = threshold
        if window_seconds is not UNSET:
            field_dict["window_seconds"] = window_seconds
        if repeat_seconds is not UNSET:
            field_dict["repeat_seconds"] = repeat_seconds

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_enabled(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        enabled = _parse_enabled(d.pop("enabled", UNSET))

        def _parse_severity(data: object) -> None | Severity | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                severity_type_0 = Severity(data)

                return severity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Severity | Unset, data)

        severity = _parse_severity(d.pop("severity", UNSET))

        def _parse_threshold(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        threshold = _parse_threshold(d.pop("threshold", UNSET))

        def _parse_window_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        window_seconds = _parse_window_seconds(d.pop("window_seconds", UNSET))

        def _parse_repeat_seconds(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        repeat_seconds = _parse_repeat_seconds(d.pop("repeat_seconds", UNSET))

        alert_rule_in = cls(
            enabled=enabled,
            severity=severity,
            threshold=threshold,
            window_seconds=window_seconds,
            repeat_seconds=repeat_seconds,
        )

        return alert_rule_in
