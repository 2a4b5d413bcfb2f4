from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_outcome import ItemOutcome
from ..models.submission_status import SubmissionStatus

T = TypeVar("T", bound="BulkItemOut")


@_attrs_define
class BulkItemOut:
    """What became of one submission.

    Attributes:
        submission_id (UUID):
        reference (None | str): Null: the submission is no longer kept.
        subject (None | str):
        status (None | SubmissionStatus): As it is now.
        outcome (ItemOutcome):
        reason (None | str): Why it was left as it is.
        resumed_as (None | UUID):
        resumed_as_reference (None | str):
        resumed_as_status (None | SubmissionStatus): Of that one, as it is now.
        at (datetime.datetime | None):
    """

    submission_id: UUID
    reference: None | str
    subject: None | str
    status: None | SubmissionStatus
    outcome: ItemOutcome
    reason: None | str
    resumed_as: None | UUID
    resumed_as_reference: None | str
    resumed_as_status: None | SubmissionStatus
    at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        submission_id = str(self.submission_id)

        reference: None | str
        reference = self.reference

        subject: None | str
        subject = self.subject

        status: None | str
        if isinstance(self.status, SubmissionStatus):
            status = self.status.value
        else:
            status = self.status

        outcome = self.outcome.value

        reason: None | str
        reason = self.reason

        resumed_as: None | str
        if isinstance(self.resumed_as, UUID):
            resumed_as = str(self.resumed_as)
        else:
            resumed_as = self.resumed_as

        resumed_as_reference: None | str
        resumed_as_reference = self.resumed_as_reference

        resumed_as_status: None | str
        if isinstance(self.resumed_as_status, SubmissionStatus):
            resumed_as_status = self.resumed_as_status.value
        else:
            resumed_as_status = self.resumed_as_status

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "submission_id": submission_id,
                "reference": reference,
                "subject": subject,
                "status": status,
                "outcome": outcome,
                "reason": reason,
                "resumed_as": resumed_as,
                "resumed_as_reference": resumed_as_reference,
                "resumed_as_status": resumed_as_status,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        submission_id = UUID(d.pop("submission_id"))

        def _parse_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reference = _parse_reference(d.pop("reference"))

        def _parse_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject = _parse_subject(d.pop("subject"))

        def _parse_status(data: object) -> None | SubmissionStatus:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = SubmissionStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SubmissionStatus, data)

        status = _parse_status(d.pop("status"))

        outcome = ItemOutcome(d.pop("outcome"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_resumed_as(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumed_as_type_0 = UUID(data)

                return resumed_as_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        resumed_as = _parse_resumed_as(d.pop("resumed_as"))

        def _parse_resumed_as_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resumed_as_reference = _parse_resumed_as_reference(
            d.pop("resumed_as_reference")
        )

        def _parse_resumed_as_status(data: object) -> None | SubmissionStatus:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumed_as_status_type_0 = SubmissionStatus(data)

                return resumed_as_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SubmissionStatus, data)

        resumed_as_status = _parse_resumed_as_status(d.pop("resumed_as_status"))

        def _parse_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)

                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        at = _parse_at(d.pop("at"))

        bulk_item_out = cls(
            submission_id=submission_id,
            reference=reference,
            subject=subject,
            status=status,
            outcome=outcome,
            reason=reason,
            resumed_as=resumed_as,
            resumed_as_reference=resumed_as_reference,
            resumed_as_status=resumed_as_status,
            at=at,
        )

        bulk_item_out.additional_properties = d
        return bulk_item_out

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
