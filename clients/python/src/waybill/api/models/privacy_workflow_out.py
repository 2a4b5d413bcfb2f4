from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PrivacyWorkflowOut")


@_attrs_define
class PrivacyWorkflowOut:
    """What was found in one workflow.

    Attributes:
        id (UUID):
        slug (str):
        name (str):
        submissions (int): That are about the person.
        in_flight (int): Still on their way: erased when they ended.
        mentions (int): Of others, in which a destination named the person.
    """

    id: UUID
    slug: str
    name: str
    submissions: int
    in_flight: int
    mentions: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        slug = self.slug

        name = self.name

        submissions = self.submissions

        in_flight = self.in_flight

        mentions = self.mentions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "slug": slug,
                "name": name,
                "submissions": submissions,
                "in_flight": in_flight,
                "mentions": mentions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        slug = d.pop("slug")

        name = d.pop("name")

        submissions = d.pop("submissions")

        in_flight = d.pop("in_flight")

        mentions = d.pop("mentions")

        privacy_workflow_out = cls(
            id=id,
            slug=slug,
            name=name,
            submissions=submissions,
            in_flight=in_flight,
            mentions=mentions,
        )

        privacy_workflow_out.additional_properties = d
        return privacy_workflow_out

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
