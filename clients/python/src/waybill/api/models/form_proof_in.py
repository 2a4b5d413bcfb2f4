from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FormProofIn")


@_attrs_define
class FormProofIn:
    """What a page sends beside the answers; see `protection` of the form.

    Attributes:
        website (str | Unset): Stays empty: nobody sees it. Default: ''.
        ticket (str | Unset): From `getFormTicket`. Default: ''.
        proof (str | Unset): The solved task, in base64, as ALTCHA has it. Default: ''.
    """

    website: str | Unset = ""
    ticket: str | Unset = ""
    proof: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        website = self.website

        ticket = self.ticket

        proof = self.proof

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if website is not UNSET:
            field_dict["website"] = website
        if ticket is not UNSET:
            field_dict["ticket"] = ticket
        if proof is not UNSET:
            field_dict["proof"] = proof

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        website = d.pop("website", UNSET)

        ticket = d.pop("ticket", UNSET)

        proof = d.pop("proof", UNSET)

        form_proof_in = cls(
            website=website,
            ticket=ticket,
            proof=proof,
        )

        return form_proof_in
