from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.decision import Decision
from ..types import UNSET, Unset

T = TypeVar("T", bound="ResolveIn")


@_attrs_define
class ResolveIn:
    """What a person found out about a step whose outcome is not known.

    Attributes:
        decision (Decision):
        record (str | Unset): Its number at the destination. Default: ''.
        note (str | Unset):  Default: ''.
    """

    decision: Decision
    record: str | Unset = ""
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        record = self.record

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if record is not UNSET:
            field_dict["record"] = record
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        decision = Decision(d.pop("decision"))

        record = d.pop("record", UNSET)

        note = d.pop("note", UNSET)

        resolve_in = cls(
            decision=decision,
            record=record,
            note=note,
        )

        return resolve_in
