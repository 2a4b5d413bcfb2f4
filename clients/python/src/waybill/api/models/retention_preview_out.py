from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RetentionPreviewOut")


@_attrs_define
class RetentionPreviewOut:
    """What a time would delete at the next cleaning, within six hours.

    Attributes:
        submissions (int): Counted up to 10000.
        more (bool): There are more than were counted.
        ended_before (datetime.datetime):
    """

    submissions: int
    more: bool
    ended_before: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        submissions = self.submissions

        more = self.more

        ended_before = self.ended_before.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "submissions": submissions,
                "more": more,
                "ended_before": ended_before,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        submissions = d.pop("submissions")

        more = d.pop("more")

        ended_before = datetime.datetime.fromisoformat(d.pop("ended_before"))

        retention_preview_out = cls(
            submissions=submissions,
            more=more,
            ended_before=ended_before,
        )

        retention_preview_out.additional_properties = d
        return retention_preview_out

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
