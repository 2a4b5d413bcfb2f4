from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.difference_out_after import DifferenceOutAfter
    from ..models.difference_out_before import DifferenceOutBefore
    from ..models.part_change_out import PartChangeOut


T = TypeVar("T", bound="DifferenceOut")


@_attrs_define
class DifferenceOut:
    """What differs between two states of a workflow.

    Attributes:
        changes (list[str]): In words, one for each of `parts`.
        parts (list[PartChangeOut]): The same as data.
        before (DifferenceOutBefore): The first state's definition.
        after (DifferenceOutAfter): The second state's definition.
        text (str): A unified diff of both as YAML.
    """

    changes: list[str]
    parts: list[PartChangeOut]
    before: DifferenceOutBefore
    after: DifferenceOutAfter
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        changes = self.changes

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        before = self.before.to_dict()

        after = self.after.to_dict()

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "changes": changes,
                "parts": parts,
                "before": before,
                "after": after,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.difference_out_after import DifferenceOutAfter
        from ..models.difference_out_before import DifferenceOutBefore
        from ..models.part_change_out import PartChangeOut

        d = dict(src_dict)
        changes = cast(list[str], d.pop("changes"))

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = PartChangeOut.from_dict(parts_item_data)

            parts.append(parts_item)

        before = DifferenceOutBefore.from_dict(d.pop("before"))

        after = DifferenceOutAfter.from_dict(d.pop("after"))

        text = d.pop("text")

        difference_out = cls(
            changes=changes,
            parts=parts,
            before=before,
            after=after,
            text=text,
        )

        difference_out.additional_properties = d
        return difference_out

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
