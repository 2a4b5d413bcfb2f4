from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.submission_in_data import SubmissionInData


T = TypeVar("T", bound="SubmissionIn")


@_attrs_define
class SubmissionIn:
    """One input. What `data` must hold is each workflow's own affair.

    It is checked against the workflow's schema, at `/api/v1/workflows/{slug}/schema.json`: an empty
    `data` fits here, and is refused by every workflow that asks for something. Clients that know
    the answers are made from `/api/v1/workflows/{slug}/openapi.json`.

        Attributes:
            data (SubmissionInData): The answers, by field: see the workflow's `schema.json`.
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
