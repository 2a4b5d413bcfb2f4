from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AuditChainOut")


@_attrs_define
class AuditChainOut:
    """Where the chain ends, and whether it held when it was last verified.

    Attributes:
        sequence (int):
        hash_ (str): Of the last entry, in hex; keep it elsewhere.
        sealed_at (datetime.datetime | None):
        waiting (int): Entries not sealed yet.
        verified_at (datetime.datetime | None):
        verified_entries (int):
        finding (str): What is broken first; empty: nothing.
    """

    sequence: int
    hash_: str
    sealed_at: datetime.datetime | None
    waiting: int
    verified_at: datetime.datetime | None
    verified_entries: int
    finding: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        hash_ = self.hash_

        sealed_at: None | str
        if isinstance(self.sealed_at, datetime.datetime):
            sealed_at = self.sealed_at.isoformat()
        else:
            sealed_at = self.sealed_at

        waiting = self.waiting

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        verified_entries = self.verified_entries

        finding = self.finding

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sequence": sequence,
                "hash": hash_,
                "sealed_at": sealed_at,
                "waiting": waiting,
                "verified_at": verified_at,
                "verified_entries": verified_entries,
                "finding": finding,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        sequence = d.pop("sequence")

        hash_ = d.pop("hash")

        def _parse_sealed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sealed_at_type_0 = datetime.datetime.fromisoformat(data)

                return sealed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sealed_at = _parse_sealed_at(d.pop("sealed_at"))

        waiting = d.pop("waiting")

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        verified_entries = d.pop("verified_entries")

        finding = d.pop("finding")

        audit_chain_out = cls(
            sequence=sequence,
            hash_=hash_,
            sealed_at=sealed_at,
            waiting=waiting,
            verified_at=verified_at,
            verified_entries=verified_entries,
            finding=finding,
        )

        audit_chain_out.additional_properties = d
        return audit_chain_out

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
