from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ProtectionOut")


@_attrs_define
class ProtectionOut:
    """The protection of a workflow's public form.

    Attributes:
        honeypot (bool):
        min_seconds (int):
        proof_of_work (bool):
        allowed_origins (list[str]):
    """

    honeypot: bool
    min_seconds: int
    proof_of_work: bool
    allowed_origins: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        honeypot = self.honeypot

        min_seconds = self.min_seconds

        proof_of_work = self.proof_of_work

        allowed_origins = self.allowed_origins

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        protection_out = cls(
            honeypot=honeypot,
            min_seconds=min_seconds,
            proof_of_work=proof_of_work,
            allowed_origins=allowed_origins,
        )

        protection_out.additional_properties = d
        return protection_out

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
