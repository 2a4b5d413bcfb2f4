from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.connection_state import ConnectionState

T = TypeVar("T", bound="ConnectionHealthOut")


@_attrs_define
class ConnectionHealthOut:
    """How it is now, and how it went in the last 24 hours.

    Attributes:
        state (ConnectionState): What a person needs to know first. The first that holds, in this order.
        since (datetime.datetime | None): Since when it is so, where that is known.
        paused_by (None | str):
        last_success_at (datetime.datetime | None): To the minute; of what was long ago, to the hour or the day.
        sent (int): Attempts of the last 24 hours.
        failed (int): How many of them failed.
        error_rate (float | None): The same as a share, 0 to 1; empty without any.
        in_flight (int): Sends under way now; `max_in_flight` is their limit.
        waiting (int): Steps that are due; 10001 stands for more.
        oldest_waiting_at (datetime.datetime | None):
    """

    state: ConnectionState
    since: datetime.datetime | None
    paused_by: None | str
    last_success_at: datetime.datetime | None
    sent: int
    failed: int
    error_rate: float | None
    in_flight: int
    waiting: int
    oldest_waiting_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        paused_by: None | str
        paused_by = self.paused_by

        last_success_at: None | str
        if isinstance(self.last_success_at, datetime.datetime):
            last_success_at = self.last_success_at.isoformat()
        else:
            last_success_at = self.last_success_at

        sent = self.sent

        failed = self.failed

        error_rate: float | None
        error_rate = self.error_rate

        in_flight = self.in_flight

        waiting = self.waiting

        oldest_waiting_at: None | str
        if isinstance(self.oldest_waiting_at, datetime.datetime):
            oldest_waiting_at = self.oldest_waiting_at.isoformat()
        else:
            oldest_waiting_at = self.oldest_waiting_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "since": since,
                "paused_by": paused_by,
                "last_success_at": last_success_at,
                "sent": sent,
                "failed": failed,
                "error_rate": error_rate,
                "in_flight": in_flight,
                "waiting": waiting,
                "oldest_waiting_at": oldest_waiting_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        state = ConnectionState(d.pop("state"))

        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))

        def _parse_paused_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        paused_by = _parse_paused_by(d.pop("paused_by"))

        def _parse_last_success_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_success_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_success_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_success_at = _parse_last_success_at(d.pop("last_success_at"))

        sent = d.pop("sent")

        failed = d.pop("failed")

        def _parse_error_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        error_rate = _parse_error_rate(d.pop("error_rate"))

        in_flight = d.pop("in_flight")

        waiting = d.pop("waiting")

        def _parse_oldest_waiting_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                oldest_waiting_at_type_0 = datetime.datetime.fromisoformat(data)

                return oldest_waiting_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        oldest_waiting_at = _parse_oldest_waiting_at(d.pop("oldest_waiting_at"))

        connection_health_out = cls(
            state=state,
            since=since,
            paused_by=paused_by,
            last_success_at=last_success_at,
            sent=sent,
            failed=failed,
            error_rate=error_rate,
            in_flight=in_flight,
            waiting=waiting,
            oldest_waiting_at=oldest_waiting_at,
        )

        connection_health_out.additional_properties = d
        return connection_health_out

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
