from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.action_out_effect import ActionOutEffect

if TYPE_CHECKING:
    from ..models.action_out_input_schema import ActionOutInputSchema
    from ..models.action_out_output_schema import ActionOutOutputSchema


T = TypeVar("T", bound="ActionOut")


@_attrs_define
class ActionOut:
    """One operation of a connector.

    Attributes:
        name (str): Such as `party.create`.
        title (str):
        description (str):
        effect (ActionOutEffect):
        effect_meaning (str): What follows after a lost answer, for people.
        input_schema (ActionOutInputSchema): JSON Schema of what a step's mapping makes.
        output_schema (ActionOutOutputSchema): JSON Schema of what later steps can use.
    """

    name: str
    title: str
    description: str
    effect: ActionOutEffect
    effect_meaning: str
    input_schema: ActionOutInputSchema
    output_schema: ActionOutOutputSchema
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title

        description = self.description

        effect = self.effect.value

        effect_meaning = self.effect_meaning

        input_schema = self.input_schema.to_dict()

        output_schema = self.output_schema.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "title": title,
                "description": description,
                "effect": effect,
                "effect_meaning": effect_meaning,
                "input_schema": input_schema,
                "output_schema": output_schema,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.action_out_input_schema import ActionOutInputSchema
        from ..models.action_out_output_schema import ActionOutOutputSchema

        d = dict(src_dict)
        name = d.pop("name")

        title = d.pop("title")

        description = d.pop("description")

        effect = ActionOutEffect(d.pop("effect"))

        effect_meaning = d.pop("effect_meaning")

        input_schema = ActionOutInputSchema.from_dict(d.pop("input_schema"))

        output_schema = ActionOutOutputSchema.from_dict(d.pop("output_schema"))

        action_out = cls(
            name=name,
            title=title,
            description=description,
            effect=effect,
            effect_meaning=effect_meaning,
            input_schema=input_schema,
            output_schema=output_schema,
        )

        action_out.additional_properties = d
        return action_out

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
