from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.permission import Permission
from ..models.role import Role

if TYPE_CHECKING:
    from ..models.organization_out import OrganizationOut


T = TypeVar("T", bound="DevicePlaceOut")


@_attrs_define
class DevicePlaceOut:
    """One of the person's organizations, and what the program might do there.

    Attributes:
        organization (OrganizationOut): The tenant that everything the caller sees belongs to.
        role (Role):
        permissions (list[Permission]): Those of yours that it asks for, sorted.
        everything (bool): They are all that you have there.
    """

    organization: OrganizationOut
    role: Role
    permissions: list[Permission]
    everything: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        organization = self.organization.to_dict()

        role = self.role.value

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        everything = self.everything

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organization": organization,
                "role": role,
                "permissions": permissions,
                "everything": everything,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.organization_out import OrganizationOut

        d = dict(src_dict)
        organization = OrganizationOut.from_dict(d.pop("organization"))

        role = Role(d.pop("role"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        everything = d.pop("everything")

        device_place_out = cls(
            organization=organization,
            role=role,
            permissions=permissions,
            everything=everything,
        )

        device_place_out.additional_properties = d
        return device_place_out

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
