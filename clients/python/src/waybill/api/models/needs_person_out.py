from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NeedsPersonOut")


@_attrs_define
class NeedsPersonOut:
    """What only a person can end.

    Attributes:
        unknown (int): Counted up to 10,000; one more means that there are more.
        failed (int): Of the last thirty days, and not taken up again. Counted up to 10,000; one more means that there
            are more.
        paused_connections (int):
        open_breakers (int):
    """

    unknown: int
    failed: int
    paused_connections: int
    open_breakers: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unknown = self.unknown

        failed = self.failed

        paused_connections = self.paused_connections

        open_breakers = self.open_breakers

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unknown": unknown,
                "failed": failed,
                "paused_connections": paused_connections,
                "open_breakers": open_breakers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        unknown = d.pop("unknown")

        failed = d.pop("failed")

        paused_connections = d.pop("paused_connections")

        open_breakers = d.pop("open_breakers")

        needs_person_out = cls(
            unknown=unknown,
            failed=failed,
            paused_connections=paused_connections,
            open_breakers=open_breakers,
        )

        needs_person_out.additional_properties = d
        return needs_person_out

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
