from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="RetentionIn")


@_attrs_define
class RetentionIn:
    """For how long, from the moment a submission ended.

    Attributes:
        days (int | None): Null says nothing: a workflow is kept as its organization says, an organization for good.
    """

    days: int | None

    def to_dict(self) -> dict[str, Any]:
        days: int | None
        days = self.days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "days": days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))

        retention_in = cls(
            days=days,
        )

        return retention_in
