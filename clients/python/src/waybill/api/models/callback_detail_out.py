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
    from ..models.callback_detail_out_body import CallbackDetailOutBody


T = TypeVar("T", bound="CallbackDetailOut")


@_attrs_define
class CallbackDetailOut:
    """With what is sent. Times and signature are those of each try.

    Attributes:
        id (UUID):
        endpoint_id (UUID):
        submission_id (None | UUID):
        kind (str):
        status (CallbackStatus):
        happened_at (datetime.datetime):
        next_attempt_at (datetime.datetime | None):
        finished_at (datetime.datetime | None):
        attempts (list[CallbackAttemptOut]):
        url (str): Where it goes now.
        body (CallbackDetailOutBody): The JSON that is signed and sent, the same in every try.
    """

    id: UUID
    endpoint_id: UUID
    submission_id: None | UUID
    kind: str
    status: CallbackStatus
    happened_at: datetime.datetime
    next_attempt_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    attempts: list[CallbackAttemptOut]
    url: str
    body: CallbackDetailOutBody
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        endpoint_id = str(self.endpoint_id)

        submission_id: None | str
        if isinstance(self.submission_id, UUID):
            submission_id = str(self.submission_id)
        else:
            submission_id = self.submission_id

        kind = self.kind

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

        url = self.url

        body = self.body.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "endpoint_id": endpoint_id,
                "submission_id": submission_id,
                "kind": kind,
                "status": status,
                "happened_at": happened_at,
                "next_attempt_at": next_attempt_at,
                "finished_at": finished_at,
                "attempts": attempts,
                "url": url,
                "body": body,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.callback_attempt_out import CallbackAttemptOut
        from ..models.callback_detail_out_body import CallbackDetailOutBody

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        endpoint_id = UUID(d.pop("endpoint_id"))

        def _parse_submission_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submission_id_type_0 = UUID(data)

                return submission_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        submission_id = _parse_submission_id(d.pop("submission_id"))

        kind = d.pop("kind")

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

        url = d.pop("url")

        body = CallbackDetailOutBody.from_dict(d.pop("body"))

        callback_detail_out = cls(
            id=id,
            endpoint_id=endpoint_id,
            submission_id=submission_id,
            kind=kind,
            status=status,
            happened_at=happened_at,
            next_attempt_at=next_attempt_at,
            finished_at=finished_at,
            attempts=attempts,
            url=url,
            body=body,
        )

        callback_detail_out.additional_properties = d
        return callback_detail_out

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
