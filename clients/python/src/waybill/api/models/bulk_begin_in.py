from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BulkBeginIn")


@_attrs_define
class BulkBeginIn:
    """At which pace.

    Attributes:
        rate_per_second (float | Unset): Submissions a second at most. Default: 10.0.
    """

    rate_per_second: float | Unset = 10.0

    def to_dict(self) -> dict[str, Any]:
        rate_per_second = self.rate_per_second

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if rate_per_second is not UNSET:
            field_dict["rate_per_second"] = rate_per_second

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        rate_per_second = d.pop("rate_per_second", UNSET)

        bulk_begin_in = cls(
            rate_per_second=rate_per_second,
        )

        return bulk_begin_in
