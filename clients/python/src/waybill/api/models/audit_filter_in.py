from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="AuditFilterIn")


@_attrs_define
class AuditFilterIn:
    """Which entries; every part that is given narrows it.

    Attributes:
        actor (str | Unset): Id or part of a name.
        action (str | Unset): With a dot at the end, a whole family.
        object_kind (str | Unset):
        object_id (str | Unset):
        from_ (datetime.datetime | Unset):
        before (datetime.datetime | Unset):
        text (str | Unset): Part of anything in the entry.
    """

    actor: str | Unset = UNSET
    action: str | Unset = UNSET
    object_kind: str | Unset = UNSET
    object_id: str | Unset = UNSET
    from_: datetime.datetime | Unset = UNSET
    before: datetime.datetime | Unset = UNSET
    text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        actor = self.actor

        action = self.action

        object_kind = self.object_kind

        object_id = self.object_id

        from_: str | Unset = UNSET
        if not isinstance(self.from_, Unset):
            from_ = self.from_.isoformat()

        before: str | Unset = UNSET
        if not isinstance(self.before, Unset):
            before = self.before.isoformat()

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if actor is not UNSET:
            field_dict["actor"] = actor
        if action is not UNSET:
            field_dict["action"] = action
        if object_kind is not UNSET:
            field_dict["object_kind"] = object_kind
        if object_id is not UNSET:
            field_dict["object_id"] = object_id
        if from_ is not UNSET:
            field_dict["from"] = from_
        if before is not UNSET:
            field_dict["before"] = before
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        actor = d.pop("actor", UNSET)

        action = d.pop("action", UNSET)

        object_kind = d.pop("object_kind", UNSET)

        object_id = d.pop("object_id", UNSET)

        _from_ = d.pop("from", UNSET)
        from_: datetime.datetime | Unset
        if isinstance(_from_, Unset):
            from_ = UNSET
        else:
            from_ = datetime.datetime.fromisoformat(_from_)

        _before = d.pop("before", UNSET)
        before: datetime.datetime | Unset
        if isinstance(_before, Unset):
            before = UNSET
        else:
            before = datetime.datetime.fromisoformat(_before)

        text = d.pop("text", UNSET)

        audit_filter_in = cls(
            actor=actor,
            action=action,
            object_kind=object_kind,
            object_id=object_id,
            from_=from_,
            before=before,
            text=text,
        )

        audit_filter_in.additional_properties = d
        return audit_filter_in

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
