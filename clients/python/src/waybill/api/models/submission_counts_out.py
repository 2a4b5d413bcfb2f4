from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.duration_out import DurationOut


T = TypeVar("T", bound="SubmissionCountsOut")


@_attrs_define
class SubmissionCountsOut:
    """What became of submissions. One may need a person, and succeed later: it counts in both.

    Attributes:
        accepted (int):
        succeeded (int):
        failed (int):
        needs_attention (int):
        cancelled (int):
        success_rate (float | None): Of those that succeeded, failed or needed a person: the share that succeeded, 0 to
            1. Null without any.
        end_to_end (DurationOut): How long it took, in seconds: half of them, and 95 of 100, took no longer.
    """

    accepted: int
    succeeded: int
    failed: int
    needs_attention: int
    cancelled: int
    success_rate: float | None
    end_to_end: DurationOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accepted = self.accepted

        succeeded = self.succeeded

        failed = self.failed

        needs_attention = self.needs_attention

        cancelled = self.cancelled

        success_rate: float | None
        success_rate = self.success_rate

        end_to_end = self.end_to_end.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accepted": accepted,
                "succeeded": succeeded,
                "failed": failed,
                "needs_attention": needs_attention,
                "cancelled": cancelled,
                "success_rate": success_rate,
                "end_to_end": end_to_end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.duration_out import DurationOut

        d = dict(src_dict)
        accepted = d.pop("accepted")

        succeeded = d.pop("succeeded")

        failed = d.pop("failed")

        needs_attention = d.pop("needs_attention")

        cancelled = d.pop("cancelled")

        def _parse_success_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        success_rate = _parse_success_rate(d.pop("success_rate"))

        end_to_end = DurationOut.from_dict(d.pop("end_to_end"))

        submission_counts_out = cls(
            accepted=accepted,
            succeeded=succeeded,
            failed=failed,
            needs_attention=needs_attention,
            cancelled=cancelled,
            success_rate=success_rate,
            end_to_end=end_to_end,
        )

        submission_counts_out.additional_properties = d
        return submission_counts_out

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
