from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.batch_item_in import BatchItemIn


T = TypeVar("T", bound="BatchIn")


@_attrs_define
class BatchIn:
    """Many inputs at once; each is judged on its own.

    Attributes:
        submissions (list[BatchItemIn]):
    """

    submissions: list[BatchItemIn]

    def to_dict(self) -> dict[str, Any]:
        submissions = []
        for submissions_item_data in self.submissions:
            submissions_item = submissions_item_data.to_dict()
            submissions.append(submissions_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "submissions": submissions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.batch_item_in import BatchItemIn

        d = dict(src_dict)
        submissions = []
        _submissions = d.pop("submissions")
        for submissions_item_data in _submissions:
            submissions_item = BatchItemIn.from_dict(submissions_item_data)

            submissions.append(submissions_item)

        batch_in = cls(
            submissions=submissions,
        )

        return batch_in
