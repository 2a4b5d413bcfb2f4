from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.form_choice_out import FormChoiceOut


T = TypeVar("T", bound="AskedOut")


@_attrs_define
class AskedOut:
    """A question that was answered, in the form's first language.

    Attributes:
        key (str):
        kind (str):
        label (str):
        row_label (str): Of a group: what a row of it is called.
        choices (list[FormChoiceOut]): The texts of what was chosen; of a sensitive question all that it offers. Of a
            `live` one as the system last told them: what it no longer has is missing.
        live (bool): What it offers is looked up at a connected system.
        questions (list[AskedOut]): Of each row of a group.
    """

    key: str
    kind: str
    label: str
    row_label: str
    choices: list[FormChoiceOut]
    live: bool
    questions: list[AskedOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        kind = self.kind

        label = self.label

        row_label = self.row_label

        choices = []
        for choices_item_data in self.choices:
            choices_item = choices_item_data.to_dict()
            choices.append(choices_item)

        live = self.live

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "kind": kind,
                "label": label,
                "row_label": row_label,
                "choices": choices,
                "live": live,
                "questions": questions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_choice_out import FormChoiceOut

        d = dict(src_dict)
        key = d.pop("key")

        kind = d.pop("kind")

        label = d.pop("label")

        row_label = d.pop("row_label")

        choices = []
        _choices = d.pop("choices")
        for choices_item_data in _choices:
            choices_item = FormChoiceOut.from_dict(choices_item_data)

            choices.append(choices_item)

        live = d.pop("live")

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = AskedOut.from_dict(questions_item_data)

            questions.append(questions_item)

        asked_out = cls(
            key=key,
            kind=kind,
            label=label,
            row_label=row_label,
            choices=choices,
            live=live,
            questions=questions,
        )

        asked_out.additional_properties = d
        return asked_out

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
