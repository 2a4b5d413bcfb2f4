from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.entry_out import EntryOut


T = TypeVar("T", bound="ConnectionListOut")


@_attrs_define
class ConnectionListOut:
    """A part of a list, as the system told it at ``fetched_at``.

    Attributes:
        name (str):
        title (str):
        fetched_at (datetime.datetime):
        age_seconds (int):
        problem (None | str): Why it could not be read since then.
        message (None | str): The same, for people.
        total (int): Entries of the whole list.
        matching (int): Entries that the search finds.
        items (list[EntryOut]):
    """

    name: str
    title: str
    fetched_at: datetime.datetime
    age_seconds: int
    problem: None | str
    message: None | str
    total: int
    matching: int
    items: list[EntryOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title

        fetched_at = self.fetched_at.isoformat()

        age_seconds = self.age_seconds

        problem: None | str
        problem = self.problem

        message: None | str
        message = self.message

        total = self.total

        matching = self.matching

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "title": title,
                "fetched_at": fetched_at,
                "age_seconds": age_seconds,
                "problem": problem,
                "message": message,
                "total": total,
                "matching": matching,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.entry_out import EntryOut

        d = dict(src_dict)
        name = d.pop("name")

        title = d.pop("title")

        fetched_at = datetime.datetime.fromisoformat(d.pop("fetched_at"))

        age_seconds = d.pop("age_seconds")

        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        total = d.pop("total")

        matching = d.pop("matching")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = EntryOut.from_dict(items_item_data)

            items.append(items_item)

        connection_list_out = cls(
            name=name,
            title=title,
            fetched_at=fetched_at,
            age_seconds=age_seconds,
            problem=problem,
            message=message,
            total=total,
            matching=matching,
            items=items,
        )

        connection_list_out.additional_properties = d
        return connection_list_out

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
