from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.error_outcome import ErrorOutcome

T = TypeVar("T", bound="RecentErrorOut")


@_attrs_define
class RecentErrorOut:
    """The same error of several steps.

    Attributes:
        status (ErrorOutcome): What became of the steps so far.
        kind (str):
        message (str): Of the latest; those that differ in numbers are the same.
        count (int): At most 1000 are counted.
        at (datetime.datetime):
        submission_id (UUID):
        reference (str):
    """

    status: ErrorOutcome
    kind: str
    message: str
    count: int
    at: datetime.datetime
    submission_id: UUID
    reference: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        kind = self.kind

        message = self.message

        count = self.count

        at = self.at.isoformat()

        submission_id = str(self.submission_id)

        reference = self.reference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "kind": kind,
                "message": message,
                "count": count,
                "at": at,
                "submission_id": submission_id,
                "reference": reference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        status = ErrorOutcome(d.pop("status"))

        kind = d.pop("kind")

        message = d.pop("message")

        count = d.pop("count")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        submission_id = UUID(d.pop("submission_id"))

        reference = d.pop("reference")

        recent_error_out = cls(
            status=status,
            kind=kind,
            message=message,
            count=count,
            at=at,
            submission_id=submission_id,
            reference=reference,
        )

        recent_error_out.additional_properties = d
        return recent_error_out

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
