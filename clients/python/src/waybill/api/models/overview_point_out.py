from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.attempt_counts_out import AttemptCountsOut
    from ..models.submission_counts_out import SubmissionCountsOut


T = TypeVar("T", bound="OverviewPointOut")


@_attrs_define
class OverviewPointOut:
    """From ``start`` (included) to ``end`` (excluded).

    Attributes:
        start (datetime.datetime):
        end (datetime.datetime):
        submissions (SubmissionCountsOut): What became of submissions. One may need a person, and succeed later: it
            counts in both.
        attempts (AttemptCountsOut): How attempts to send ended. Those that were given back unsent or not needed are
            left out.
    """

    start: datetime.datetime
    end: datetime.datetime
    submissions: SubmissionCountsOut
    attempts: AttemptCountsOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start = self.start.isoformat()

        end = self.end.isoformat()

        submissions = self.submissions.to_dict()

        attempts = self.attempts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start": start,
                "end": end,
                "submissions": submissions,
                "attempts": attempts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.attempt_counts_out import AttemptCountsOut
        from ..models.submission_counts_out import SubmissionCountsOut

        d = dict(src_dict)
        start = datetime.datetime.fromisoformat(d.pop("start"))

        end = datetime.datetime.fromisoformat(d.pop("end"))

        submissions = SubmissionCountsOut.from_dict(d.pop("submissions"))

        attempts = AttemptCountsOut.from_dict(d.pop("attempts"))

        overview_point_out = cls(
            start=start,
            end=end,
            submissions=submissions,
            attempts=attempts,
        )

        overview_point_out.additional_properties = d
        return overview_point_out

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
