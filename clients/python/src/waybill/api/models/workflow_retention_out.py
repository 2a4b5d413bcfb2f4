from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WorkflowRetentionOut")


@_attrs_define
class WorkflowRetentionOut:
    """
    Attributes:
        slug (str):
        name (str):
        days (int | None): Days after its end that a submission is kept; null: not said.
        kept_days (int | None): What holds; null: for good.
    """

    slug: str
    name: str
    days: int | None
    kept_days: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        days: int | None
        days = self.days

        kept_days: int | None
        kept_days = self.kept_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "days": days,
                "kept_days": kept_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))

        def _parse_kept_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        kept_days = _parse_kept_days(d.pop("kept_days"))

        workflow_retention_out = cls(
            slug=slug,
            name=name,
            days=days,
            kept_days=kept_days,
        )

        workflow_retention_out.additional_properties = d
        return workflow_retention_out

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
