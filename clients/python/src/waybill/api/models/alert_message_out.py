from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.callback_status import CallbackStatus

if TYPE_CHECKING:
    from ..models.callback_attempt_out import CallbackAttemptOut


T = TypeVar("T", bound="AlertMessageOut")


@_attrs_define
class AlertMessageOut:
    """One message about an alert by one route, with its tries.

    Attributes:
        id (UUID):
        alert_id (None | UUID): Empty for a test.
        route_id (UUID):
        kind (str):
        title (str):
        status (CallbackStatus):
        happened_at (datetime.datetime):
        next_attempt_at (datetime.datetime | None):
        finished_at (datetime.datetime | None):
        attempts (list[CallbackAttemptOut]):
    """

    id: UUID
    alert_id: None | UUID
    route_id: UUID
    kind: str
    title: str
    status: CallbackStatus
    happened_at: datetime.datetime
    next_attempt_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    attempts: list[CallbackAttemptOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        alert_id: None | str
        if isinstance(self.alert_id, UUID):
            alert_id = str(self.alert_id)
        else:
            alert_id = self.alert_id

        route_id = str(self.route_id)

        kind = self.kind

        title = self.title

        status = self.status.value

        happened_at = self.happened_at.isoformat()

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "alert_id": alert_id,
                "route_id": route_id,
                "kind": kind,
                "title": title,
                "status": status,
                "happened_at": happened_at,
                "next_attempt_at": next_attempt_at,
                "finished_at": finished_at,
                "attempts": attempts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.callback_attempt_out import CallbackAttemptOut

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_alert_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                alert_id_type_0 = UUID(data)

                return alert_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        alert_id = _parse_alert_id(d.pop("alert_id"))

        route_id = UUID(d.pop("route_id"))

        kind = d.pop("kind")

        title = d.pop("title")

        status = CallbackStatus(d.pop("status"))

        happened_at = datetime.datetime.fromisoformat(d.pop("happened_at"))

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = CallbackAttemptOut.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        alert_message_out = cls(
            id=id,
            alert_id=alert_id,
            route_id=route_id,
            kind=kind,
            title=title,
            status=status,
            happened_at=happened_at,
            next_attempt_at=next_attempt_at,
            finished_at=finished_at,
            attempts=attempts,
        )

        alert_message_out.additional_properties = d
        return alert_message_out

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
