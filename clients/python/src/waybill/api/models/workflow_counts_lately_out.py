from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WorkflowCountsLatelyOut")


@_attrs_define
class WorkflowCountsLatelyOut:
    """What came in and went wrong in the last days, up to now. The first of them is cut.

    Attributes:
        accepted (int):
        failed (int):
        needs_attention (int): Came to wait for a person, also those done since.
    """

    accepted: int
    failed: int
    needs_attention: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accepted = self.accepted

        failed = self.failed

        needs_attention = self.needs_attention

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accepted": accepted,
                "failed": failed,
                "needs_attention": needs_attention,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        accepted = d.pop("accepted")

        failed = d.pop("failed")

        needs_attention = d.pop("needs_attention")

        workflow_counts_lately_out = cls(
            accepted=accepted,
            failed=failed,
            needs_attention=needs_attention,
        )

        workflow_counts_lately_out.additional_properties = d
        return workflow_counts_lately_out

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
