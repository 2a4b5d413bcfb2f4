from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_entry_out import FormEntryOut


T = TypeVar("T", bound="FormChoicesOut")


@_attrs_define
class FormChoicesOut:
    """What a search finds of the answers to one question, in the system's order.

    Attributes:
        items (list[FormEntryOut]): At most 50; search for others.
        stale (bool): The system is away, and this is what it said last.
        message (str): The same, for people; empty when nothing is wrong.
    """

    items: list[FormEntryOut]
    stale: bool
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        stale = self.stale

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "stale": stale,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_entry_out import FormEntryOut

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = FormEntryOut.from_dict(items_item_data)

            items.append(items_item)

        stale = d.pop("stale")

        message = d.pop("message")

        form_choices_out = cls(
            items=items,
            stale=stale,
            message=message,
        )

        form_choices_out.additional_properties = d
        return form_choices_out

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
