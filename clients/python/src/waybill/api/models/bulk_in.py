from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.bulk_kind import BulkKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bulk_filter_in import BulkFilterIn


T = TypeVar("T", bound="BulkIn")


@_attrs_define
class BulkIn:
    """
    Attributes:
        kind (BulkKind):
        filter_ (BulkFilterIn): Which submissions; every part that is given narrows it.
        rate_per_second (float | Unset): Submissions a second at most. Default: 10.0.
        newest_version (bool | Unset):  Default: False.
    """

    kind: BulkKind
    filter_: BulkFilterIn
    rate_per_second: float | Unset = 10.0
    newest_version: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        filter_ = self.filter_.to_dict()

        rate_per_second = self.rate_per_second

        newest_version = self.newest_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "filter": filter_,
            }
        )
        if rate_per_second is not UNSET:
            field_dict["rate_per_second"] = rate_per_second
        if newest_version is not UNSET:
            field_dict["newest_version"] = newest_version

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_filter_in import BulkFilterIn

        d = dict(src_dict)
        kind = BulkKind(d.pop("kind"))

        filter_ = BulkFilterIn.from_dict(d.pop("filter"))

        rate_per_second = d.pop("rate_per_second", UNSET)

        newest_version = d.pop("newest_version", UNSET)

        bulk_in = cls(
            kind=kind,
            filter_=filter_,
            rate_per_second=rate_per_second,
            newest_version=newest_version,
        )

        return bulk_in
