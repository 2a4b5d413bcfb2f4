from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_kind import ChangeKind

T = TypeVar("T", bound="PartChangeOut")


@_attrs_define
class PartChangeOut:
    """One difference.

    Attributes:
        kind (ChangeKind): What became of a part.
        path (list[str]):
        before (Any): As JSON; null: there was nothing. Of what moved: the keys.
        after (Any): The same for afterwards.
    """

    kind: ChangeKind
    path: list[str]
    before: Any
    after: Any
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        path = self.path

        before = self.before

        after = self.after

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "path": path,
                "before": before,
                "after": after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = ChangeKind(d.pop("kind"))

        path = cast(list[str], d.pop("path"))

        before = d.pop("before")

        after = d.pop("after")

        part_change_out = cls(
            kind=kind,
            path=path,
            before=before,
            after=after,
        )

        part_change_out.additional_properties = d
        return part_change_out

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
