from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.duration_out import DurationOut


T = TypeVar("T", bound="AttemptCountsOut")


@_attrs_define
class AttemptCountsOut:
    """How attempts to send ended. Those that were given back unsent or not needed are left out.

    Attributes:
        succeeded (int):
        failed (int):
        took (DurationOut): How long it took, in seconds: half of them, and 95 of 100, took no longer.
    """

    succeeded: int
    failed: int
    took: DurationOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        succeeded = self.succeeded

        failed = self.failed

        took = self.took.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "succeeded": succeeded,
                "failed": failed,
                "took": took,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.duration_out import DurationOut

        d = dict(src_dict)
        succeeded = d.pop("succeeded")

        failed = d.pop("failed")

        took = DurationOut.from_dict(d.pop("took"))

        attempt_counts_out = cls(
            succeeded=succeeded,
            failed=failed,
            took=took,
        )

        attempt_counts_out.additional_properties = d
        return attempt_counts_out

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
