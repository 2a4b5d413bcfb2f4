from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AlertSettingsIn")


@_attrs_define
class AlertSettingsIn:
    """
    Attributes:
        language (str):
        time_zone (str):
        quiet_from (None | str | Unset): From then on only critical alerts are told; past midnight too.
        quiet_until (None | str | Unset):
    """

    language: str
    time_zone: str
    quiet_from: None | str | Unset = UNSET
    quiet_until: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        language = self.language

        time_zone = self.time_zone

        quiet_from: None | str | Unset
        if isinstance(self.quiet_from, Unset):
            quiet_from = UNSET
        else:
            quiet_from = self.quiet_from

        quiet_until: None | str | Unset
        if isinstance(self.quiet_until, Unset):
            quiet_until = UNSET
        else:
            quiet_until = self.quiet_until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "language": language,
                "time_zone": time_zone,
            }
        )
        if quiet_from is not UNSET:
            field_dict["quiet_from"] = quiet_from
        if quiet_until is not UNSET:
            field_dict["quiet_until"] = quiet_until

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        language = d.pop("language")

        time_zone = d.pop("time_zone")

        def _parse_quiet_from(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_from = _parse_quiet_from(d.pop("quiet_from", UNSET))

        def _parse_quiet_until(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_until = _parse_quiet_until(d.pop("quiet_until", UNSET))

        alert_settings_in = cls(
            language=language,
            time_zone=time_zone,
            quiet_from=quiet_from,
            quiet_until=quiet_until,
        )

        return alert_settings_in
