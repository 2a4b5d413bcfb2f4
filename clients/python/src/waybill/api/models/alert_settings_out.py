from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AlertSettingsOut")


@_attrs_define
class AlertSettingsOut:
    """
    Attributes:
        language (str):
        time_zone (str):
        quiet_from (None | str):
        quiet_until (None | str):
    """

    language: str
    time_zone: str
    quiet_from: None | str
    quiet_until: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language = self.language

        time_zone = self.time_zone

        quiet_from: None | str
        quiet_from = self.quiet_from

        quiet_until: None | str
        quiet_until = self.quiet_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "language": language,
                "time_zone": time_zone,
                "quiet_from": quiet_from,
                "quiet_until": quiet_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        language = d.pop("language")

        time_zone = d.pop("time_zone")

        def _parse_quiet_from(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quiet_from = _parse_quiet_from(d.pop("quiet_from"))

        def _parse_quiet_until(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        quiet_until = _parse_quiet_until(d.pop("quiet_until"))

        alert_settings_out = cls(
            language=language,
            time_zone=time_zone,
            quiet_from=quiet_from,
            quiet_until=quiet_until,
        )

        alert_settings_out.additional_properties = d
        return alert_settings_out

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
