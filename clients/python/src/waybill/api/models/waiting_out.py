from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WaitingOut")


@_attrs_define
class WaitingOut:
    """Due steps of one connection in one queue.

    Attributes:
        connection (str): Its slug.
        queue (str):
        count (int): Counted up to 10,000; one more means that there are more.
        oldest_due_at (datetime.datetime):
    """

    connection: str
    queue: str
    count: int
    oldest_due_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        connection = self.connection

        queue = self.queue

        count = self.count

        oldest_due_at = self.oldest_due_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "connection": connection,
                "queue": queue,
                "count": count,
                "oldest_due_at": oldest_due_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        connection = d.pop("connection")

        queue = d.pop("queue")

        count = d.pop("count")

        oldest_due_at = datetime.datetime.fromisoformat(d.pop("oldest_due_at"))

        waiting_out = cls(
            connection=connection,
            queue=queue,
            count=count,
            oldest_due_at=oldest_due_at,
        )

        waiting_out.additional_properties = d
        return waiting_out

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
