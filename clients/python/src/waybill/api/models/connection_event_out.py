from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.connection_happening import ConnectionHappening

if TYPE_CHECKING:
    from ..models.value_change_out import ValueChangeOut


T = TypeVar("T", bound="ConnectionEventOut")


@_attrs_define
class ConnectionEventOut:
    """One moment of its history, or for the last three kinds a time.

    Attributes:
        at (datetime.datetime):
        what (ConnectionHappening): What happened to a connection. The last three are times, the others moments.
        by (None | str): Who did it; empty for what happened by itself.
        ended_at (datetime.datetime | None): Of a time; empty while it goes on.
        times (int): How often it was closed anew within it.
        message (None | str): Why it was paused.
        ok (bool | None): Of a test.
        problem (None | str): Of a test that failed.
        changes (list[ValueChangeOut]):
    """

    at: datetime.datetime
    what: ConnectionHappening
    by: None | str
    ended_at: datetime.datetime | None
    times: int
    message: None | str
    ok: bool | None
    problem: None | str
    changes: list[ValueChangeOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        what = self.what.value

        by: None | str
        by = self.by

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        times = self.times

        message: None | str
        message = self.message

        ok: bool | None
        ok = self.ok

        problem: None | str
        problem = self.problem

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "what": what,
                "by": by,
                "ended_at": ended_at,
                "times": times,
                "message": message,
                "ok": ok,
                "problem": problem,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.value_change_out import ValueChangeOut

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        what = ConnectionHappening(d.pop("what"))

        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        times = d.pop("times")

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        def _parse_ok(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        ok = _parse_ok(d.pop("ok"))

        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = ValueChangeOut.from_dict(changes_item_data)

            changes.append(changes_item)

        connection_event_out = cls(
            at=at,
            what=what,
            by=by,
            ended_at=ended_at,
            times=times,
            message=message,
            ok=ok,
            problem=problem,
            changes=changes,
        )

        connection_event_out.additional_properties = d
        return connection_event_out

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
