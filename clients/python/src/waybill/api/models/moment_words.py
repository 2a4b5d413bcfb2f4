from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="MomentWords")


@_attrs_define
class MomentWords:
    """
    Attributes:
        date (str):
        time (str):
        zone (str):
    """

    date: str
    time: str
    zone: str

    def to_dict(self) -> dict[str, Any]:
        date = self.date

        time = self.time

        zone = self.zone

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "date": date,
                "time": time,
                "zone": zone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        date = d.pop("date")

        time = d.pop("time")

        zone = d.pop("zone")

        moment_words = cls(
            date=date,
            time=time,
            zone=zone,
        )

        return moment_words
