from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="DeviceApprovalIn")


@_attrs_define
class DeviceApprovalIn:
    """
    Attributes:
        user_code (str): As the program shows it; capitals, spaces and hyphens do not matter.
        organization_id (UUID): For which of your organizations it may act.
    """

    user_code: str
    organization_id: UUID

    def to_dict(self) -> dict[str, Any]:
        user_code = self.user_code

        organization_id = str(self.organization_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "user_code": user_code,
                "organization_id": organization_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_code = d.pop("user_code")

        organization_id = UUID(d.pop("organization_id"))

        device_approval_in = cls(
            user_code=user_code,
            organization_id=organization_id,
        )

        return device_approval_in
