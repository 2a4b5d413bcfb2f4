from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_ticket_out_challenge_type_0 import FormTicketOutChallengeType0


T = TypeVar("T", bound="FormTicketOut")


@_attrs_define
class FormTicketOut:
    """Shows when a form was opened. Good for two hours and a few tries.

    Attributes:
        ticket (str):
        wait_seconds (int): The form may be sent so long after this answer.
        challenge (FormTicketOutChallengeType0 | None): A task in the format of ALTCHA, version 2; null where none is
            asked for.
    """

    ticket: str
    wait_seconds: int
    challenge: FormTicketOutChallengeType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.form_ticket_out_challenge_type_0 import (
            FormTicketOutChallengeType0,
        )

        ticket = self.ticket

        wait_seconds = self.wait_seconds

        challenge: dict[str, Any] | None
        if isinstance(self.challenge, FormTicketOutChallengeType0):
            challenge = self.challenge.to_dict()
        else:
            challenge = self.challenge

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket": ticket,
                "wait_seconds": wait_seconds,
                "challenge": challenge,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_ticket_out_challenge_type_0 import (
            FormTicketOutChallengeType0,
        )

        d = dict(src_dict)
        ticket = d.pop("ticket")

        wait_seconds = d.pop("wait_seconds")

        def _parse_challenge(data: object) -> FormTicketOutChallengeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                challenge_type_0 = FormTicketOutChallengeType0.from_dict(data)

                return challenge_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FormTicketOutChallengeType0 | None, data)

        challenge = _parse_challenge(d.pop("challenge"))

        form_ticket_out = cls(
            ticket=ticket,
            wait_seconds=wait_seconds,
            challenge=challenge,
        )

        form_ticket_out.additional_properties = d
        return form_ticket_out

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
