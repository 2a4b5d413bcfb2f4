from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sort import Sort

if TYPE_CHECKING:
    from ..models.submission_filter_in import SubmissionFilterIn


T = TypeVar("T", bound="ViewOut")


@_attrs_define
class ViewOut:
    """A saved list.

    Attributes:
        id (UUID):
        name (str):
        shared (bool):
        mine (bool): Whoever asks made it.
        by (str): Who made it.
        filter_ (SubmissionFilterIn): Which submissions. Every part that is given narrows them; within one, any value
            will do.
        columns (list[str]):
        sort (Sort): ``changed``: what changed its state last comes first.
        changed_at (datetime.datetime):
    """

    id: UUID
    name: str
    shared: bool
    mine: bool
    by: str
    filter_: SubmissionFilterIn
    columns: list[str]
    sort: Sort
    changed_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        shared = self.shared

        mine = self.mine

        by = self.by

        filter_ = self.filter_.to_dict()

        columns = self.columns

        sort = self.sort.value

        changed_at = self.changed_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "shared": shared,
                "mine": mine,
                "by": by,
                "filter": filter_,
                "columns": columns,
                "sort": sort,
                "changed_at": changed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.submission_filter_in import SubmissionFilterIn

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        shared = d.pop("shared")

        mine = d.pop("mine")

        by = d.pop("by")

        filter_ = SubmissionFilterIn.from_dict(d.pop("filter"))

        columns = cast(list[str], d.pop("columns"))

        sort = Sort(d.pop("sort"))

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        view_out = cls(
            id=id,
            name=name,
            shared=shared,
            mine=mine,
            by=by,
            filter_=filter_,
            columns=columns,
            sort=sort,
            changed_at=changed_at,
        )

        view_out.additional_properties = d
        return view_out

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
