from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.version_out_state import VersionOutState

T = TypeVar("T", bound="VersionOut")


@_attrs_define
class VersionOut:
    """A published version. It never changes.

    Attributes:
        number (int):
        state (VersionOutState): `live`: it takes submissions now.
        published_at (datetime.datetime):
        published_by (str):
        note (str): Why it was published; may be empty.
        restores (int | None): The earlier version that it publishes again.
        replaced_at (datetime.datetime | None):
    """

    number: int
    state: VersionOutState
    published_at: datetime.datetime
    published_by: str
    note: str
    restores: int | None
    replaced_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        number = self.number

        state = self.state.value

        published_at = self.published_at.isoformat()

        published_by = self.published_by

        note = self.note

        restores: int | None
        restores = self.restores

        replaced_at: None | str
        if isinstance(self.replaced_at, datetime.datetime):
            replaced_at = self.replaced_at.isoformat()
        else:
            replaced_at = self.replaced_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "state": state,
                "published_at": published_at,
                "published_by": published_by,
                "note": note,
                "restores": restores,
                "replaced_at": replaced_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        number = d.pop("number")

        state = VersionOutState(d.pop("state"))

        published_at = datetime.datetime.fromisoformat(d.pop("published_at"))

        published_by = d.pop("published_by")

        note = d.pop("note")

        def _parse_restores(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        restores = _parse_restores(d.pop("restores"))

        def _parse_replaced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                replaced_at_type_0 = datetime.datetime.fromisoformat(data)

                return replaced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        replaced_at = _parse_replaced_at(d.pop("replaced_at"))

        version_out = cls(
            number=number,
            state=state,
            published_at=published_at,
            published_by=published_by,
            note=note,
            restores=restores,
            replaced_at=replaced_at,
        )

        version_out.additional_properties = d
        return version_out

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
