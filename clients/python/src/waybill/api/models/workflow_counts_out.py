from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.submission_counts_out import SubmissionCountsOut


T = TypeVar("T", bound="WorkflowCountsOut")


@_attrs_define
class WorkflowCountsOut:
    """
    Attributes:
        slug (str):
        name (str):
        submissions (SubmissionCountsOut): What became of submissions. One may need a person, and succeed later: it
            counts in both.
    """

    slug: str
    name: str
    submissions: SubmissionCountsOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        submissions = self.submissions.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "submissions": submissions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.submission_counts_out import SubmissionCountsOut

        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        submissions = SubmissionCountsOut.from_dict(d.pop("submissions"))

        workflow_counts_out = cls(
            slug=slug,
            name=name,
            submissions=submissions,
        )

        workflow_counts_out.additional_properties = d
        return workflow_counts_out

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
