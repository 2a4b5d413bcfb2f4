from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bulk_preview_out_effects import BulkPreviewOutEffects
    from ..models.bulk_preview_out_left import BulkPreviewOutLeft
    from ..models.bulk_reason_out import BulkReasonOut


T = TypeVar("T", bound="BulkPreviewOut")


@_attrs_define
class BulkPreviewOut:
    """What the action would do with what matches now.

    Attributes:
        id (None | UUID): Start this within an hour: it treats exactly what matched. Null: nothing did.
        selected (int): What the filter matches, counted up to 100,000.
        submissions (int): What would be treated, 100,000 at most.
        more (bool): More match: the oldest are treated, the others need another.
        left (BulkPreviewOutLeft): What cannot take the action, by status. Empty where not all were counted.
        steps (int): Steps that would be sent.
        effects (BulkPreviewOutEffects): Those steps by effect class.
        may_have_arrived (int): Steps of which an earlier send may have arrived.
        likely_duplicates (int): Those of them that their destination would not recognize: sent blind again.
        estimated_seconds (float): At the connections' limits; a second for each send where no rate is set.
        tried (int): `resume`, `correct`: so many were checked against their form.
        refused (int): So many of the tried ones would be left as they are.
        reasons (list[BulkReasonOut]): Why, the most frequent first.
    """

    id: None | UUID
    selected: int
    submissions: int
    more: bool
    left: BulkPreviewOutLeft
    steps: int
    effects: BulkPreviewOutEffects
    may_have_arrived: int
    likely_duplicates: int
    estimated_seconds: float
    tried: int
    refused: int
    reasons: list[BulkReasonOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        selected = self.selected

        submissions = self.submissions

        more = self.more

        left = self.left.to_dict()

        steps = self.steps

        effects = self.effects.to_dict()

        may_have_arrived = self.may_have_arrived

        likely_duplicates = self.likely_duplicates

        estimated_seconds = self.estimated_seconds

        tried = self.tried

        refused = self.refused

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "selected": selected,
                "submissions": submissions,
                "more": more,
                "left": left,
                "steps": steps,
                "effects": effects,
                "may_have_arrived": may_have_arrived,
                "likely_duplicates": likely_duplicates,
                "estimated_seconds": estimated_seconds,
                "tried": tried,
                "refused": refused,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_preview_out_effects import BulkPreviewOutEffects
        from ..models.bulk_preview_out_left import BulkPreviewOutLeft
        from ..models.bulk_reason_out import BulkReasonOut

        d = dict(src_dict)

        def _parse_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        id = _parse_id(d.pop("id"))

        selected = d.pop("selected")

        submissions = d.pop("submissions")

        more = d.pop("more")

        left = BulkPreviewOutLeft.from_dict(d.pop("left"))

        steps = d.pop("steps")

        effects = BulkPreviewOutEffects.from_dict(d.pop("effects"))

        may_have_arrived = d.pop("may_have_arrived")

        likely_duplicates = d.pop("likely_duplicates")

        estimated_seconds = d.pop("estimated_seconds")

        tried = d.pop("tried")

        refused = d.pop("refused")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = BulkReasonOut.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        bulk_preview_out = cls(
            id=id,
            selected=selected,
            submissions=submissions,
            more=more,
            left=left,
            steps=steps,
            effects=effects,
            may_have_arrived=may_have_arrived,
            likely_duplicates=likely_duplicates,
            estimated_seconds=estimated_seconds,
            tried=tried,
            refused=refused,
            reasons=reasons,
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
