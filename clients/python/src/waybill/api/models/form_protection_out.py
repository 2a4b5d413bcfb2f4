from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form_protection_out_without_script import FormProtectionOutWithoutScript

T = TypeVar("T", bound="FormProtectionOut")


@_attrs_define
class FormProtectionOut:
    """What a page that shows the form must do before it can be sent.

    Attributes:
        honeypot (bool): Draw a field `website` that people do not see.
        ticket (bool): Get a ticket when the form is opened.
        proof_of_work (bool): Solve the ticket's task.
        without_script (FormProtectionOutWithoutScript): What becomes of a form whose page cannot solve it: it is
            refused, or confirmed by e-mail (`requestConfirmation`).
        allowed_origins (list[str]): Other sites whose pages may embed the form in a frame; they see this list.
    """

    honeypot: bool
    ticket: bool
    proof_of_work: bool
    without_script: FormProtectionOutWithoutScript
    allowed_origins: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        honeypot = self.honeypot

        ticket = self.ticket

        proof_of_work = self.proof_of_work

        without_script = self.without_script.value

        allowed_origins = self.allowed_origins

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "honeypot": honeypot,
                "ticket": ticket,
                "proof_of_work": proof_of_work,
                "without_script": without_script,
                "allowed_origins": allowed_origins,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        honeypot = d.pop("honeypot")

        ticket = d.pop("ticket")

        proof_of_work = d.pop("proof_of_work")

        without_script = FormProtectionOutWithoutScript(d.pop("without_script"))

        allowed_origins = cast(list[str], d.pop("allowed_origins"))

        form_protection_out = cls(
            honeypot=honeypot,
            ticket=ticket,
            proof_of_work=proof_of_work,
            without_script=without_script,
            allowed_origins=allowed_origins,
        )

        form_protection_out.additional_properties = d
        return form_protection_out

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
