from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.sort import Sort
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.submission_filter_in import SubmissionFilterIn


T = TypeVar("T", bound="ViewIn")


@_attrs_define
class ViewIn:
    """What to save.

    Attributes:
        name (str):
        shared (bool | Unset): Everybody of the organization sees it. Default: False.
        filter_ (SubmissionFilterIn | Unset): Which submissions. Every part that is given narrows them; within one, any
            value will do.
        columns (list[str] | Unset): In their order; none: as usual.
        sort (Sort | Unset): ``changed``: what changed its state last comes first. Default: Sort.NEWEST.
    """

    name: str
    shared: bool | Unset = False
    filter_: SubmissionFilterIn | Unset = UNSET
    columns: list[str] | Unset = UNSET
    sort: Sort | Unset = Sort.NEWEST

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        shared = self.shared

        filter_: dict[str, Any] | Unset = UNSET
        if not isinstance(self.filter_, Unset):
            filter_ = self.filter_.to_dict()

        columns: list[str] | Unset = UNSET
        if not isinstance(self.columns, Unset):
            columns = self.columns

        sort: str | Unset = UNSET
        if not isinstance(self.sort, Unset):
            sort = self.sort.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if shared is not UNSET:
            field_dict["shared"] = shared
        if filter_ is not UNSET:
            field_dict["filter"] = filter_
        if columns is not UNSET:
            field_dict["columns"] = columns
        if sort is not UNSET:
            field_dict["sort"] = sort

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.submission_filter_in import SubmissionFilterIn

        d = dict(src_dict)
        name = d.pop("name")

        shared = d.pop("shared", UNSET)

        _filter_ = d.pop("filter", UNSET)
        filter_: SubmissionFilterIn | Unset
        if isinstance(_filter_, Unset):
            filter_ = UNSET
        else:
            filter_ = SubmissionFilterIn.from_dict(_filter_)

        columns = cast(list[str], d.pop("columns", UNSET))

        _sort = d.pop("sort", UNSET)
        sort: Sort | Unset
        if isinstance(_sort, Unset):
            sort = UNSET
        else:
            sort = Sort(_sort)

        view_in = cls(
            name=name,
            shared=shared,
            filter_=filter_,
            columns=columns,
            sort=sort,
        )

        return view_in
