from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OrganizationIn")


@_attrs_define
class OrganizationIn:
    """
    Attributes:
        name (str):
        retention_days (int): For attempts and events.
    """

    name: str
    retention_days: int

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        retention_days = self.retention_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "retention_days": retention_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        retention_days = d.pop("retention_days")

        organization_in = cls(
            name=name,
            retention_days=retention_days,
        )

        return organization_in
