from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bulk_preview_out_effects import BulkPreviewOutEffects


T = TypeVar("T", bound="BulkPreviewOut")


@_attrs_define
class BulkPreviewOut:
    """What the action would touch now.

    Attributes:
        submissions (int):
        steps (int): Steps that would be sent again.
        effects (BulkPreviewOutEffects): Those steps by effect class.
        likely_duplicates (int): Steps of which an earlier send may have arrived already.
        estimated_seconds (float): At the connections' limits; a second for each send where no rate is set.
    """

    submissions: int
    steps: int
    effects: BulkPreviewOutEffects
    likely_duplicates: int
    estimated_seconds: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        submissions = self.submissions

        steps = self.steps

        effects = self.effects.to_dict()

        likely_duplicates = self.likely_duplicates

        estimated_seconds = self.estimated_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "submissions": submissions,
                "steps": steps,
                "effects": effects,
                "likely_duplicates": likely_duplicates,
                "estimated_seconds": estimated_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_preview_out_effects import BulkPreviewOutEffects

        d = dict(src_dict)
        submissions = d.pop("submissions")

        steps = d.pop("steps")

        effects = BulkPreviewOutEffects.from_dict(d.pop("effects"))

        likely_duplicates = d.pop("likely_duplicates")

        estimated_seconds = d.pop("estimated_seconds")

        bulk_preview_out = cls(
            submissions=submissions,
            steps=steps,
            effects=effects,
            likely_duplicates=likely_duplicates,
            estimated_seconds=estimated_seconds,
        )

        bulk_preview_out.additional_properties = d
        return bulk_preview_out

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
