from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.gate_out_breaker import GateOutBreaker

T = TypeVar("T", bound="GateOut")


@_attrs_define
class GateOut:
    """Whether anything may be sent now, and if not, why and until when.

    Attributes:
        paused_at (datetime.datetime | None):
        pause_reason (None | str): `operator`, or `auth`: the destination refused our sign-in.
        pause_message (None | str):
        cooling_until (datetime.datetime | None): The destination asked for a pause.
        breaker (GateOutBreaker):
        breaker_until (datetime.datetime | None): When an open breaker lets one probe go.
    """

    paused_at: datetime.datetime | None
    pause_reason: None | str
    pause_message: None | str
    cooling_until: datetime.datetime | None
    breaker: GateOutBreaker
    breaker_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        paused_at: None | str
        if isinstance(self.paused_at, datetime.datetime):
            paused_at = self.paused_at.isoformat()
        else:
            paused_at = self.paused_at

        pause_reason: None | str
        pause_reason = self.pause_reason

        pause_message: None | str
        pause_message = self.pause_message

        cooling_until: None | str
        if isinstance(self.cooling_until, datetime.datetime):
            cooling_until = self.cooling_until.isoformat()
        else:
            cooling_until = self.cooling_until

        breaker = self.breaker.value

        breaker_until: None | str
        if isinstance(self.breaker_until, datetime.datetime):
            breaker_until = self.breaker_until.isoformat()
        else:
            breaker_until = self.breaker_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paused_at": paused_at,
                "pause_reason": pause_reason,
                "pause_message": pause_message,
                "cooling_until": cooling_until,
                "breaker": breaker,
                "breaker_until": breaker_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_paused_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paused_at_type_0 = datetime.datetime.fromisoformat(data)

                return paused_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        paused_at = _parse_paused_at(d.pop("paused_at"))

        def _parse_pause_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pause_reason = _parse_pause_reason(d.pop("pause_reason"))

        def _parse_pause_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pause_message = _parse_pause_message(d.pop("pause_message"))

        def _parse_cooling_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cooling_until_type_0 = datetime.datetime.fromisoformat(data)

                return cooling_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        cooling_until = _parse_cooling_until(d.pop("cooling_until"))

        breaker = GateOutBreaker(d.pop("breaker"))

        def _parse_breaker_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                breaker_until_type_0 = datetime.datetime.fromisoformat(data)

                return breaker_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        breaker_until = _parse_breaker_until(d.pop("breaker_until"))

        gate_out = cls(
            paused_at=paused_at,
            pause_reason=pause_reason,
            pause_message=pause_message,
            cooling_until=cooling_until,
            breaker=breaker,
            breaker_until=breaker_until,
        )

        gate_out.additional_properties = d
        return gate_out

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
