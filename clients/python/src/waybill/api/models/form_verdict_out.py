from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_fault_out import FormFaultOut
    from ..models.form_verdict_out_calculated import FormVerdictOutCalculated


T = TypeVar("T", bound="FormVerdictOut")


@_attrs_define
class FormVerdictOut:
    """What sending these answers would be refused for, and what follows from them.

    Attributes:
        errors (list[FormFaultOut]):
        hidden (list[str]): Questions that are not asked with these answers.
        calculated (FormVerdictOutCalculated): What was computed, by field.
    """

    errors: list[FormFaultOut]
    hidden: list[str]
    calculated: FormVerdictOutCalculated
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)

        hidden = self.hidden

        calculated = self.calculated.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "errors": errors,
                "hidden": hidden,
                "calculated": calculated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_fault_out import FormFaultOut
        from ..models.form_verdict_out_calculated import FormVerdictOutCalculated

        d = dict(src_dict)
        errors = []
        _errors = d.pop("errors")
        for errors_item_data in _errors:
            errors_item = FormFaultOut.from_dict(errors_item_data)

            errors.append(errors_item)

        hidden = cast(list[str], d.pop("hidden"))

        calculated = FormVerdictOutCalculated.from_dict(d.pop("calculated"))

        form_verdict_out = cls(
            errors=errors,
            hidden=hidden,
            calculated=calculated,
        )

        form_verdict_out.additional_properties = d
        return form_verdict_out

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
