from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EditorOut")


@_attrs_define
class EditorOut:
    """Somebody who has the workflow open in an editor.

    Attributes:
        name (str):
        since (datetime.datetime):
        is_you (bool): It is you, in another tab.
    """

    name: str
    since: datetime.datetime
    is_you: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        since = self.since.isoformat()

        is_you = self.is_you

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "since": since,
                "is_you": is_you,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        is_you = d.pop("is_you")

        editor_out = cls(
            name=name,
            since=since,
            is_you=is_you,
        )

        editor_out.additional_properties = d
        return editor_out

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
