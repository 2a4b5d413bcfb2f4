from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.template_part_out import TemplatePartOut
    from ..models.template_step_out import TemplateStepOut


T = TypeVar("T", bound="TemplateOut")


@_attrs_define
class TemplateOut:
    """A workflow to start from.

    Attributes:
        id (str):
        name (str):
        description (str):
        has_form (bool): False: programs submit to it; it has no page.
        parts (list[TemplatePartOut]):
        steps (list[TemplateStepOut]): In order.
    """

    id: str
    name: str
    description: str
    has_form: bool
    parts: list[TemplatePartOut]
    steps: list[TemplateStepOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        description = self.description

        has_form = self.has_form

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "description": description,
                "has_form": has_form,
                "parts": parts,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.template_part_out import TemplatePartOut
        from ..models.template_step_out import TemplateStepOut

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        description = d.pop("description")

        has_form = d.pop("has_form")

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = TemplatePartOut.from_dict(parts_item_data)

            parts.append(parts_item)

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = TemplateStepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        template_out = cls(
            id=id,
            name=name,
            description=description,
            has_form=has_form,
            parts=parts,
            steps=steps,
        )

        template_out.additional_properties = d
        return template_out

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
