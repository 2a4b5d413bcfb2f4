from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.template_blank_out import TemplateBlankOut
    from ..models.template_detail_out_sample import TemplateDetailOutSample
    from ..models.template_part_out import TemplatePartOut
    from ..models.template_question_out import TemplateQuestionOut
    from ..models.template_step_out import TemplateStepOut


T = TypeVar("T", bound="TemplateDetailOut")


@_attrs_define
class TemplateDetailOut:
    """A template with what it asks, what is to be filled in, and answers to try it with.

    Attributes:
        id (str):
        name (str):
        description (str):
        has_form (bool): False: programs submit to it; it has no page.
        parts (list[TemplatePartOut]):
        steps (list[TemplateStepOut]): In order.
        questions (list[TemplateQuestionOut]):
        blanks (list[TemplateBlankOut]):
        sample (TemplateDetailOutSample): Answers that its form takes.
        document (str): Its definition, in YAML.
    """

    id: str
    name: str
    description: str
    has_form: bool
    parts: list[TemplatePartOut]
    steps: list[TemplateStepOut]
    questions: list[TemplateQuestionOut]
    blanks: list[TemplateBlankOut]
    sample: TemplateDetailOutSample
    document: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        description = self.description

        has_form = self.has_form

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        blanks = []
        for blanks_item_data in self.blanks:
            blanks_item = blanks_item_data.to_dict()
            blanks.append(blanks_item)

        sample = self.sample.to_dict()

        document = self.document

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "description": description,
                "has_form": has_form,
                "parts": parts,
                "steps": steps,
                "questions": questions,
                "blanks": blanks,
                "sample": sample,
                "document": document,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.template_blank_out import TemplateBlankOut
        from ..models.template_detail_out_sample import TemplateDetailOutSample
        from ..models.template_part_out import TemplatePartOut
        from ..models.template_question_out import TemplateQuestionOut
        from ..models.template_step_out import TemplateStepOut

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        description = d.pop("description")

        has_form = d.pop("has_form")

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = TemplatePartOut.from_dict(parts_item_data)

            parts.append(parts_item)

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = TemplateStepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = TemplateQuestionOut.from_dict(questions_item_data)

            questions.append(questions_item)

        blanks = []
        _blanks = d.pop("blanks")
        for blanks_item_data in _blanks:
            blanks_item = TemplateBlankOut.from_dict(blanks_item_data)

            blanks.append(blanks_item)

        sample = TemplateDetailOutSample.from_dict(d.pop("sample"))

        document = d.pop("document")

        template_detail_out = cls(
            id=id,
            name=name,
            description=description,
            has_form=has_form,
            parts=parts,
            steps=steps,
            questions=questions,
            blanks=blanks,
            sample=sample,
            document=document,
        )

        template_detail_out.additional_properties = d
        return template_detail_out

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
