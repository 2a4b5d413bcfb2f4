from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.submission_status import SubmissionStatus

T = TypeVar("T", bound="AcceptedOut")


@_attrs_define
class AcceptedOut:
    """The submission is committed and will be delivered.

    Attributes:
        id (UUID): The task id.
        reference (str): What people read and say.
        status (SubmissionStatus):
        tracking_token (str):
        tracking_url (str): The private page that shows each step live.
        status_url (str): Address of the state, the same as in Location.
    """

    id: UUID
    reference: str
    status: SubmissionStatus
    tracking_token: str
    tracking_url: str
    status_url: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        reference = self.reference

        status = self.status.value

        tracking_token = self.tracking_token

        tracking_url = self.tracking_url

        status_url = self.status_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "status": status,
                "tracking_token": tracking_token,
                "tracking_url": tracking_url,
                "status_url": status_url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reference = d.pop("reference")

        status = SubmissionStatus(d.pop("status"))

        tracking_token = d.pop("tracking_token")

        tracking_url = d.pop("tracking_url")

        status_url = d.pop("status_url")

        accepted_out = cls(
            id=id,
            reference=reference,
            status=status,
            tracking_token=tracking_token,
            tracking_url=tracking_url,
            status_url=status_url,
        )

        accepted_out.additional_properties = d
        return accepted_out

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
