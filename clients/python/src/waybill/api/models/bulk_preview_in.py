from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.bulk_kind import BulkKind

if TYPE_CHECKING:
    from ..models.bulk_filter_in import BulkFilterIn


T = TypeVar("T", bound="BulkPreviewIn")


@_attrs_define
class BulkPreviewIn:
    """
    Attributes:
        kind (BulkKind):
        filter_ (BulkFilterIn): Which submissions; every part that is given narrows it.
    """

    kind: BulkKind
    filter_: BulkFilterIn

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        filter_ = self.filter_.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "filter": filter_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_filter_in import BulkFilterIn

        d = dict(src_dict)
        kind = BulkKind(d.pop("kind"))

        filter_ = BulkFilterIn.from_dict(d.pop("filter"))

        bulk_preview_in = cls(
            kind=kind,
            filter_=filter_,
        )

        return bulk_preview_in
