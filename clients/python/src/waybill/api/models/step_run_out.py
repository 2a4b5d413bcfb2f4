from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.step_status import StepStatus
from ..models.wait_reason import WaitReason

if TYPE_CHECKING:
    from ..models.attempt_out import AttemptOut
    from ..models.connection_ref_out import ConnectionRefOut
    from ..models.submission_ref_out import SubmissionRefOut
    from ..models.wait_out import WaitOut


T = TypeVar("T", bound="StepRunOut")


@_attrs_define
class StepRunOut:
    """One step as an operator sees it.

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
        id (UUID): Also the idempotency key that a keyed action sends.
        connection (ConnectionRefOut): A connection, by name.
        behind (None | SubmissionRefOut): While `wait` is `order`: the submission whose step goes first.
        action (str):
        connector (str):
        error_kind (None | str):
        error_message (None | str): What went wrong last.
        waiting (None | WaitOut): What it waits for now, with whose doing it is.
        effect (None | str): `keyed`, `readable` or `blind`: what may be done when an answer is lost.
        in_doubt (bool): An earlier send may have arrived.
        deadline_at (datetime.datetime):
        attempts (list[AttemptOut]):
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
    id: UUID
    connection: ConnectionRefOut
    behind: None | SubmissionRefOut
    action: str
    connector: str
    error_kind: None | str
    error_message: None | str
    waiting: None | WaitOut
    effect: None | str
    in_doubt: bool
    deadline_at: datetime.datetime
    attempts: list[AttemptOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.submission_ref_out import SubmissionRefOut
        from ..models.wait_out import WaitOut

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

        id = str(self.id)

        connection = self.connection.to_dict()

        behind: dict[str, Any] | None
        if isinstance(self.behind, SubmissionRefOut):
            behind = self.behind.to_dict()
        else:
            behind = self.behind

        action = self.action

        connector = self.connector

        error_kind: None | str
        error_kind = self.error_kind

        error_message: None | str
        error_message = self.error_message

        waiting: dict[str, Any] | None
        if isinstance(self.waiting, WaitOut):
            waiting = self.waiting.to_dict()
        else:
            waiting = self.waiting

        effect: None | str
        effect = self.effect

        in_doubt = self.in_doubt

        deadline_at = self.deadline_at.isoformat()

        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

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
                "id": id,
                "connection": connection,
                "behind": behind,
                "action": action,
                "connector": connector,
                "error_kind": error_kind,
                "error_message": error_message,
                "waiting": waiting,
                "effect": effect,
                "in_doubt": in_doubt,
                "deadline_at": deadline_at,
                "attempts": attempts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.attempt_out import AttemptOut
        from ..models.connection_ref_out import ConnectionRefOut
        from ..models.submission_ref_out import SubmissionRefOut
        from ..models.wait_out import WaitOut

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

        id = UUID(d.pop("id"))

        connection = ConnectionRefOut.from_dict(d.pop("connection"))

        def _parse_behind(data: object) -> None | SubmissionRefOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                behind_type_0 = SubmissionRefOut.from_dict(data)

                return behind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SubmissionRefOut, data)

        behind = _parse_behind(d.pop("behind"))

        action = d.pop("action")

        connector = d.pop("connector")

        def _parse_error_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error_kind = _parse_error_kind(d.pop("error_kind"))

        def _parse_error_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error_message = _parse_error_message(d.pop("error_message"))

        def _parse_waiting(data: object) -> None | WaitOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                waiting_type_0 = WaitOut.from_dict(data)

                return waiting_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WaitOut, data)

        waiting = _parse_waiting(d.pop("waiting"))

        def _parse_effect(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        effect = _parse_effect(d.pop("effect"))

        in_doubt = d.pop("in_doubt")

        deadline_at = datetime.datetime.fromisoformat(d.pop("deadline_at"))

        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = AttemptOut.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        step_run_out = cls(
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
            id=id,
            connection=connection,
            behind=behind,
            action=action,
            connector=connector,
            error_kind=error_kind,
            error_message=error_message,
            waiting=waiting,
            effect=effect,
            in_doubt=in_doubt,
            deadline_at=deadline_at,
            attempts=attempts,
        )

        step_run_out.additional_properties = d
        return step_run_out

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
