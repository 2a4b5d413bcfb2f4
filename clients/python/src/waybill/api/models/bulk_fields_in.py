from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.submission_filter_in import SubmissionFilterIn


T = TypeVar("T", bound="BulkFieldsIn")


@_attrs_define
class BulkFieldsIn:
    """
    Attributes:
        filter_ (SubmissionFilterIn): Which submissions. Every part that is given narrows them; within one, any value
            will do.
        newest_version (bool | Unset):  Default: False.
    """

    filter_: SubmissionFilterIn
    newest_version: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        filter_ = self.filter_.to_dict()

        newest_version = self.newest_version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "filter": filter_,
            }
        )
        if newest_version is not UNSET:
            field_dict["newest_version"] = newest_version

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.submission_filter_in import SubmissionFilterIn

        d = dict(src_dict)
        filter_ = SubmissionFilterIn.from_dict(d.pop("filter"))

        newest_version = d.pop("newest_version", UNSET)

        bulk_fields_in = cls(
            filter_=filter_,
            newest_version=newest_version,
        )

        return bulk_fields_in
