from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AssignedOut")


@_attrs_define
class AssignedOut:
    """The member who looks after a submission.

    Attributes:
        member_id (UUID):
        user_id (UUID):
        name (str):
        at (datetime.datetime):
    """

    member_id: UUID
    user_id: UUID
    name: str
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member_id = str(self.member_id)

        user_id = str(self.user_id)

        name = self.name

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "user_id": user_id,
                "name": name,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        user_id = UUID(d.pop("user_id"))

        name = d.pop("name")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        assigned_out = cls(
            member_id=member_id,
            user_id=user_id,
            name=name,
            at=at,
        )

        assigned_out.additional_properties = d
        return assigned_out

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
