from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChooseOrganizationIn")


@_attrs_define
class ChooseOrganizationIn:
    """
    Attributes:
        organization_id (UUID):
    """

    organization_id: UUID

    def to_dict(self) -> dict[str, Any]:
        organization_id = str(self.organization_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organization_id": organization_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        organization_id = UUID(d.pop("organization_id"))

        choose_organization_in = cls(
            organization_id=organization_id,
        )

        return choose_organization_in
