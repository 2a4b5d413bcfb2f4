from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ConnectionUseOut")


@_attrs_define
class ConnectionUseOut:
    """A workflow that sends through it, or looks up choices in it.

    Attributes:
        workflow (str):
        slug (str):
        draft (bool): In its draft; otherwise in its live version.
        steps (list[str]):
        questions (list[str]): Keys of those whose choices come from it.
    """

    workflow: str
    slug: str
    draft: bool
    steps: list[str]
    questions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        workflow = self.workflow

        slug = self.slug

        draft = self.draft

        steps = self.steps

        questions = self.questions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "workflow": workflow,
                "slug": slug,
                "draft": draft,
                "steps": steps,
                "questions": questions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        workflow = d.pop("workflow")

        slug = d.pop("slug")

        draft = d.pop("draft")

        steps = cast(list[str], d.pop("steps"))

        questions = cast(list[str], d.pop("questions"))

        connection_use_out = cls(
            workflow=workflow,
            slug=slug,
            draft=draft,
            steps=steps,
            questions=questions,
        )

        connection_use_out.additional_properties = d
        return connection_use_out

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
