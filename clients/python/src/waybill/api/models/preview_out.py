from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.note import Note

if TYPE_CHECKING:
    from ..models.preview_out_data import PreviewOutData
    from ..models.previewed_step_out import PreviewedStepOut


T = TypeVar("T", bound="PreviewOut")


@_attrs_define
class PreviewOut:
    """What these answers would send. Nothing was sent, and nothing is kept.

    Attributes:
        workflow (str):
        version (int | None): Null: a definition that is not published.
        language (str):
        subject (str): What the submission would be called.
        data (PreviewOutData): The answers as they would be kept; sensitive ones are masked.
        steps (list[PreviewedStepOut]):
        notes (list[str]): What could not be known without asking.
        note_codes (list[Note]): The same notes as codes.
    """

    workflow: str
    version: int | None
    language: str
    subject: str
    data: PreviewOutData
    steps: list[PreviewedStepOut]
    notes: list[str]
    note_codes: list[Note]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        workflow = self.workflow

        version: int | None
        version = self.version

        language = self.language

        subject = self.subject

        data = self.data.to_dict()

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        notes = self.notes

        note_codes = []
        for note_codes_item_data in self.note_codes:
            note_codes_item = note_codes_item_data.value
            note_codes.append(note_codes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "workflow": workflow,
                "version": version,
                "language": language,
                "subject": subject,
                "data": data,
                "steps": steps,
                "notes": notes,
                "note_codes": note_codes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.preview_out_data import PreviewOutData
        from ..models.previewed_step_out import PreviewedStepOut

        d = dict(src_dict)
        workflow = d.pop("workflow")

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        language = d.pop("language")

        subject = d.pop("subject")

        data = PreviewOutData.from_dict(d.pop("data"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = PreviewedStepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        notes = cast(list[str], d.pop("notes"))

        note_codes = []
        _note_codes = d.pop("note_codes")
        for note_codes_item_data in _note_codes:
            note_codes_item = Note(note_codes_item_data)

            note_codes.append(note_codes_item)

        preview_out = cls(
            workflow=workflow,
            version=version,
            language=language,
            subject=subject,
            data=data,
            steps=steps,
            notes=notes,
            note_codes=note_codes,
        )

        preview_out.additional_properties = d
        return preview_out

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
