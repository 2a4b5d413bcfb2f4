from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.actor_kind import ActorKind

if TYPE_CHECKING:
    from ..models.audit_entry_out_changes import AuditEntryOutChanges
    from ..models.audit_entry_out_detail import AuditEntryOutDetail


T = TypeVar("T", bound="AuditEntryOut")


@_attrs_define
class AuditEntryOut:
    """Who did what to which thing, when, and where from.

    Attributes:
        id (UUID):
        sequence (int | None): Place in the chain; null until it is sealed, seconds later.
        at (datetime.datetime):
        actor_kind (ActorKind):
        actor_id (None | UUID):
        actor_name (str):
        action (str):
        object_kind (str):
        object_id (str):
        detail (AuditEntryOutDetail):
        changes (AuditEntryOutChanges):
        request_id (str):
        address (str):
        agent (str):
    """

    id: UUID
    sequence: int | None
    at: datetime.datetime
    actor_kind: ActorKind
    actor_id: None | UUID
    actor_name: str
    action: str
    object_kind: str
    object_id: str
    detail: AuditEntryOutDetail
    changes: AuditEntryOutChanges
    request_id: str
    address: str
    agent: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        sequence: int | None
        sequence = self.sequence

        at = self.at.isoformat()

        actor_kind = self.actor_kind.value

        actor_id: None | str
        if isinstance(self.actor_id, UUID):
            actor_id = str(self.actor_id)
        else:
            actor_id = self.actor_id

        actor_name = self.actor_name

        action = self.action

        object_kind = self.object_kind

        object_id = self.object_id

        detail = self.detail.to_dict()

        changes = self.changes.to_dict()

        request_id = self.request_id

        address = self.address

        agent = self.agent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "sequence": sequence,
                "at": at,
                "actor_kind": actor_kind,
                "actor_id": actor_id,
                "actor_name": actor_name,
                "action": action,
                "object_kind": object_kind,
                "object_id": object_id,
                "detail": detail,
                "changes": changes,
                "request_id": request_id,
                "address": address,
                "agent": agent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.audit_entry_out_changes import AuditEntryOutChanges
        from ..models.audit_entry_out_detail import AuditEntryOutDetail

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_sequence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sequence = _parse_sequence(d.pop("sequence"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        actor_kind = ActorKind(d.pop("actor_kind"))

        def _parse_actor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                actor_id_type_0 = UUID(data)

                return actor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        actor_id = _parse_actor_id(d.pop("actor_id"))

        actor_name = d.pop("actor_name")

        action = d.pop("action")

        object_kind = d.pop("object_kind")

        object_id = d.pop("object_id")

        detail = AuditEntryOutDetail.from_dict(d.pop("detail"))

        changes = AuditEntryOutChanges.from_dict(d.pop("changes"))

        request_id = d.pop("request_id")

        address = d.pop("address")

        agent = d.pop("agent")

        audit_entry_out = cls(
            id=id,
            sequence=sequence,
            at=at,
            actor_kind=actor_kind,
            actor_id=actor_id,
            actor_name=actor_name,
            action=action,
            object_kind=object_kind,
            object_id=object_id,
            detail=detail,
            changes=changes,
            request_id=request_id,
            address=address,
            agent=agent,
        )

        audit_entry_out.additional_properties = d
        return audit_entry_out

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
