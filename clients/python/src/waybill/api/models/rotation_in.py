from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RotationIn")


@_attrs_define
class RotationIn:
    """
    Attributes:
        previous_until (datetime.datetime | None | Unset): Until when the present secret stays good, at most 30 days
            from now. Null: it stops at once.
    """

    previous_until: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        previous_until: None | str | Unset
        if isinstance(self.previous_until, Unset):
            previous_until = UNSET
        elif isinstance(self.previous_until, datetime.datetime):
            previous_until = self.previous_until.isoformat()
        else:
            previous_until = self.previous_until

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if previous_until is not UNSET:
            field_dict["previous_until"] = previous_until

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_previous_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_until_type_0 = datetime.datetime.fromisoformat(data)

                return previous_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        previous_until = _parse_previous_until(d.pop("previous_until", UNSET))

        rotation_in = cls(
            previous_until=previous_until,
        )

        return rotation_in
