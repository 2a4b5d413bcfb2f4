from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.submission_in_data import SubmissionInData


T = TypeVar("T", bound="SubmissionIn")


@_attrs_define
class SubmissionIn:
    """One input. The workflow's own model checks `data`; see `json_schema` of its form.

    Attributes:
        data (SubmissionInData): The answers, by field.
    """

    data: SubmissionInData

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.submission_in_data import SubmissionInData

        d = dict(src_dict)
        data = SubmissionInData.from_dict(d.pop("data"))

        submission_in = cls(
            data=data,
        )

        return submission_in
