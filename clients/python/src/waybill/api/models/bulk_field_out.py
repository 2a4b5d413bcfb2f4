from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.bulk_choice_out import BulkChoiceOut


T = TypeVar("T", bound="BulkFieldOut")


@_attrs_define
class BulkFieldOut:
    """A question whose answer can be corrected for many.

    Attributes:
        key (str):
        label (str):
        kind (str):
        choices (list[BulkChoiceOut]): Where the form lists them.
        sensitive (bool):
        submissions (int): How many of the chosen ones have it.
    """

    key: str
    label: str
    kind: str
    choices: list[BulkChoiceOut]
    sensitive: bool
    submissions: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        label = self.label

        kind = self.kind

        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        sensitive = self.sensitive

        submissions = self.submissions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "label": label,
                "kind": kind,
                "choices": choices,
                "sensitive": sensitive,
                "submissions": submissions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_choice_out import BulkChoiceOut

        d = dict(src_dict)
        key = d.pop("key")

        label = d.pop("label")

        kind = d.pop("kind")

        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = BulkChoiceOut.from_dict(choices_item_data)

            choices.append(choices_item)

        sensitive = d.pop("sensitive")

        submissions = d.pop("submissions")

        bulk_field_out = cls(
            key=key,
            label=label,
            kind=kind,
            choices=choices,
            sensitive=sensitive,
            submissions=submissions,
        )

        bulk_field_out.additional_properties = d
        return bulk_field_out

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
