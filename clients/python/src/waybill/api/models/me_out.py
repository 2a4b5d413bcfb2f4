from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language
from ..models.me_out_kind import MeOutKind
from ..models.permission import Permission
from ..models.role import Role

if TYPE_CHECKING:
    from ..models.membership_out import MembershipOut
    from ..models.organization_out import OrganizationOut


T = TypeVar("T", bound="MeOut")


@_attrs_define
class MeOut:
    """The caller: a person, an API key, or a service with an OAuth client.

    Attributes:
        kind (MeOutKind):
        id (UUID):
        email (None | str): Null for machines.
        name (str):
        organization (OrganizationOut): The tenant that everything the caller sees belongs to.
        role (Role):
        permissions (list[Permission]): What the caller may do, sorted.
        memberships (list[MembershipOut]): A person's organizations, the one joined first in front; none for a key.
        language (Language | None): The person's language in the console; null: as their browser has it.
        time_zone (None | str): IANA name of the person's time zone; null: as their browser has it.
    """

    kind: MeOutKind
    id: UUID
    email: None | str
    name: str
    organization: OrganizationOut
    role: Role
    permissions: list[Permission]
    memberships: list[MembershipOut]
    language: Language | None
    time_zone: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        id = str(self.id)

        email: None | str
        email = self.email

        name = self.name

        organization = self.organization.to_dict()

        role = self.role.value

        permissions = []
        for permissions_item_data in self.permissions:
            permissions_item = permissions_item_data.value
            permissions.append(permissions_item)

        memberships = []
        for memberships_item_data in self.memberships:
            memberships_item = memberships_item_data.to_dict()
            memberships.append(memberships_item)

        language: None | str
        if isinstance(self.language, Language):
            language = self.language.value
        else:
            language = self.language

        time_zone: None | str
        time_zone = self.time_zone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "id": id,
                "email": email,
                "name": name,
                "organization": organization,
                "role": role,
                "permissions": permissions,
                "memberships": memberships,
                "language": language,
                "time_zone": time_zone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.membership_out import MembershipOut
        from ..models.organization_out import OrganizationOut

        d = dict(src_dict)
        kind = MeOutKind(d.pop("kind"))

        id = UUID(d.pop("id"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        name = d.pop("name")

        organization = OrganizationOut.from_dict(d.pop("organization"))

        role = Role(d.pop("role"))

        permissions = []
        _permissions = d.pop("permissions")
        for permissions_item_data in _permissions:
            permissions_item = Permission(permissions_item_data)

            permissions.append(permissions_item)

        memberships = []
        _memberships = d.pop("memberships")
        for memberships_item_data in _memberships:
            memberships_item = MembershipOut.from_dict(memberships_item_data)

            memberships.append(memberships_item)

        def _parse_language(data: object) -> Language | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = Language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Language | None, data)

        language = _parse_language(d.pop("language"))

        def _parse_time_zone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        time_zone = _parse_time_zone(d.pop("time_zone"))

        me_out = cls(
            kind=kind,
            id=id,
            email=email,
            name=name,
            organization=organization,
            role=role,
            permissions=permissions,
            memberships=memberships,
            language=language,
            time_zone=time_zone,
        )

        me_out.additional_properties = d
        return me_out

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
