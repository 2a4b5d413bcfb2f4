from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pause_reason import PauseReason
from ..models.wait_reason import WaitReason

if TYPE_CHECKING:
    from ..models.connection_ref_out import ConnectionRefOut


T = TypeVar("T", bound="WaitOut")


@_attrs_define
class WaitOut:
    """What keeps a step from being sent now, as an operator sees it.

    Attributes:
        reason (WaitReason):
        sentence (str): The cause in one sentence.
        until (datetime.datetime | None): When it is looked at again, if that is known; never a time that is past.
        since (datetime.datetime | None): Of a pause: when it began.
        pause (PauseReason):
        by (None | str): Of a pause by a person: their name.
        message (None | str): Of a pause: what was said of it.
        step (str): The step that waits, by its title.
        connection (ConnectionRefOut): A connection, by name.
    """

    reason: WaitReason
    sentence: str
    until: datetime.datetime | None
    since: datetime.datetime | None
    pause: PauseReason
    by: None | str
    message: None | str
    step: str
    connection: ConnectionRefOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        sentence = self.sentence

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        pause = self.pause.value

        by: None | str
        by = self.by

        message: None | str
        message = self.message

        step = self.step

        connection = self.connection.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
                "sentence": sentence,
                "until": until,
                "since": since,
                "pause": pause,
                "by": by,
                "message": message,
                "step": step,
                "connection": connection,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.connection_ref_out import ConnectionRefOut

        d = dict(src_dict)
        reason = WaitReason(d.pop("reason"))

        sentence = d.pop("sentence")

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

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

        pause = PauseReason(d.pop("pause"))

        def _parse_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        by = _parse_by(d.pop("by"))

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        step = d.pop("step")

        connection = ConnectionRefOut.from_dict(d.pop("connection"))

        wait_out = cls(
            reason=reason,
            sentence=sentence,
            until=until,
            since=since,
            pause=pause,
            by=by,
            message=message,
            step=step,
            connection=connection,
        )

        wait_out.additional_properties = d
        return wait_out

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
