from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CallbackAttemptOut")


@_attrs_define
class CallbackAttemptOut:
    """
    Attributes:
        number (int):
        started_at (datetime.datetime):
        ended_at (datetime.datetime):
        status_code (int | None): Empty where no answer came.
        message (str):
        answer (str): How the answer's body begins, at most 1000 characters of it.
    """

    number: int
    started_at: datetime.datetime
    ended_at: datetime.datetime
    status_code: int | None
    message: str
    answer: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        started_at = self.started_at.isoformat()

        ended_at = self.ended_at.isoformat()

        status_code: int | None
        status_code = self.status_code

        message = self.message

        answer = self.answer

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "started_at": started_at,
                "ended_at": ended_at,
                "status_code": status_code,
                "message": message,
                "answer": answer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        number = d.pop("number")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        ended_at = datetime.datetime.fromisoformat(d.pop("ended_at"))

        def _parse_status_code(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status_code = _parse_status_code(d.pop("status_code"))

        message = d.pop("message")

        answer = d.pop("answer")

        callback_attempt_out = cls(
            number=number,
            started_at=started_at,
            ended_at=ended_at,
            status_code=status_code,
            message=message,
            answer=answer,
        )

        callback_attempt_out.additional_properties = d
        return callback_attempt_out

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
