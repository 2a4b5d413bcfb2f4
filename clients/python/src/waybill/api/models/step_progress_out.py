from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.step_status import StepStatus
from ..models.wait_reason import WaitReason

T = TypeVar("T", bound="StepProgressOut")


@_attrs_define
class StepProgressOut:
    """One step of a submission.

    Attributes:
        key (str):
        position (int):
        title (str):
        system (str):
        status (StepStatus):
        sentence (str): The step's state in one sentence.
        record (None | str): Number of the record that was made.
        record_url (None | str): Where an operator opens the record.
        reason (None | str): Why it waits or did not succeed.
        wait (None | WaitReason): Why it is not being sent now, while it waits.
        wait_until (datetime.datetime | None): When it is looked at again, if that is known.
        next_attempt_at (datetime.datetime | None): When it is tried next, if a time is set; null while something else
            must end first, such as a pause.
        finished_at (datetime.datetime | None):
    """

    key: str
    position: int
    title: str
    system: str
    status: StepStatus
    sentence: str
    record: None | str
    record_url: None | str
    reason: None | str
    wait: None | WaitReason
    wait_until: datetime.datetime | None
    next_attempt_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        position = self.position

        title = self.title

        system = self.system

        status = self.status.value

        sentence = self.sentence

        record: None | str
        record = self.record

        record_url: None | str
        record_url = self.record_url

        reason: None | str
        reason = self.reason

        wait: None | str
        if isinstance(self.wait, WaitReason):
            wait = self.wait.value
        else:
            wait = self.wait

        wait_until: None | str
        if isinstance(self.wait_until, datetime.datetime):
            wait_until = self.wait_until.isoformat()
        else:
            wait_until = self.wait_until

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "position": position,
                "title": title,
                "system": system,
                "status": status,
                "sentence": sentence,
                "record": record,
                "record_url": record_url,
                "reason": reason,
                "wait": wait,
                "wait_until": wait_until,
                "next_attempt_at": next_attempt_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key")

        position = d.pop("position")

        title = d.pop("title")

        system = d.pop("system")

        status = StepStatus(d.pop("status"))

        sentence = d.pop("sentence")

        def _parse_record(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record = _parse_record(d.pop("record"))

        def _parse_record_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record_url = _parse_record_url(d.pop("record_url"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_wait(data: object) -> None | WaitReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                wait_type_0 = WaitReason(data)

                return wait_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WaitReason, data)

        wait = _parse_wait(d.pop("wait"))

        def _parse_wait_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                wait_until_type_0 = datetime.datetime.fromisoformat(data)

                return wait_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        wait_until = _parse_wait_until(d.pop("wait_until"))

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

        step_progress_out = cls(
            key=key,
            position=position,
            title=title,
            system=system,
            status=status,
            sentence=sentence,
            record=record,
            record_url=record_url,
            reason=reason,
            wait=wait,
            wait_until=wait_until,
            next_attempt_at=next_attempt_at,
            finished_at=finished_at,
        )

        step_progress_out.additional_properties = d
        return step_progress_out

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
