from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_question_out import FormQuestionOut


T = TypeVar("T", bound="AskedFormOut")


@_attrs_define
class AskedFormOut:
    """The questions that a submission answered, to correct them.

    Attributes:
        version (int): Of the workflow, which the submission follows.
        newest_version (int): The one that is live now.
        language (str): In which the questions are told (BCP 47).
        questions (list[FormQuestionOut]):
    """

    version: int
    newest_version: int
    language: str
    questions: list[FormQuestionOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        newest_version = self.newest_version

        language = self.language

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "newest_version": newest_version,
                "language": language,
                "questions": questions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_question_out import FormQuestionOut

        d = dict(src_dict)
        version = d.pop("version")

        newest_version = d.pop("newest_version")

        language = d.pop("language")

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = FormQuestionOut.from_dict(questions_item_data)

            questions.append(questions_item)

        asked_form_out = cls(
            version=version,
            newest_version=newest_version,
            language=language,
            questions=questions,
        )

        asked_form_out.additional_properties = d
        return asked_form_out

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
