from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LimitsIn")


@_attrs_define
class LimitsIn:
    """How much may be sent at once and per second, over all workers.

    Attributes:
        max_in_flight (int):
        rate_per_second (float | None | Unset): Empty: no limit.
        rate_burst (int | Unset):  Default: 1.
    """

    max_in_flight: int
    rate_per_second: float | None | Unset = UNSET
    rate_burst: int | Unset = 1

    def to_dict(self) -> dict[str, Any]:
        max_in_flight = self.max_in_flight

        rate_per_second: float | None | Unset
        if isinstance(self.rate_per_second, Unset):
            rate_per_second = UNSET
        else:
            rate_per_second = self.rate_per_second

        rate_burst = self.rate_burst

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "max_in_flight": max_in_flight,
            }
        )
        if rate_per_second is not UNSET:
            field_dict["rate_per_second"] = rate_per_second
        if rate_burst is not UNSET:
            field_dict["rate_burst"] = rate_burst

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        max_in_flight = d.pop("max_in_flight")

        def _parse_rate_per_second(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        rate_per_second = _parse_rate_per_second(d.pop("rate_per_second", UNSET))

        rate_burst = d.pop("rate_burst", UNSET)

        limits_in = cls(
            max_in_flight=max_in_flight,
            rate_per_second=rate_per_second,
            rate_burst=rate_burst,
        )

        return limits_in
