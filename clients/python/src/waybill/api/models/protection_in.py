from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ProtectionIn")


@_attrs_define
class ProtectionIn:
    """What a public form asks of those who send it.

    Attributes:
        honeypot (bool): A field that people do not see must stay empty.
        min_seconds (int): Between opening and sending the form; 0: any.
        proof_of_work (bool): The browser solves a task of about a second.
        allowed_origins (list[str]): Pages that may send or embed the form besides Waybill's own, such as
            `https://www.example.com`. Empty: it may be sent from anywhere, and embedded nowhere.
    """

    honeypot: bool
    min_seconds: int
    proof_of_work: bool
    allowed_origins: list[str]

    def to_dict(self) -> dict[str, Any]:
        honeypot = self.honeypot

        min_seconds = self.min_seconds

        proof_of_work = self.proof_of_work

        allowed_origins = self.allowed_origins

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "honeypot": honeypot,
                "min_seconds": min_seconds,
                "proof_of_work": proof_of_work,
                "allowed_origins": allowed_origins,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        honeypot = d.pop("honeypot")

        min_seconds = d.pop("min_seconds")

        proof_of_work = d.pop("proof_of_work")

        allowed_origins = cast(list[str], d.pop("allowed_origins"))

        protection_in = cls(
            honeypot=honeypot,
            min_seconds=min_seconds,
            proof_of_work=proof_of_work,
            allowed_origins=allowed_origins,
        )

        return protection_in
