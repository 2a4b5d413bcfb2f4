from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.definition_preview_in_data import DefinitionPreviewInData


T = TypeVar("T", bound="DefinitionPreviewIn")


@_attrs_define
class DefinitionPreviewIn:
    """Answers to preview with a definition that need not be saved.

    Attributes:
        data (DefinitionPreviewInData): The answers, as a submission has them.
        document (str): The definition, in YAML or JSON.
        language (None | str | Unset): A language tag (BCP 47). Of the form's languages the nearest is taken, else the
            one that `Accept-Language` asks for, else the first.
    """

    data: DefinitionPreviewInData
    document: str
    language: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        document = self.document

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
                "document": document,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.definition_preview_in_data import DefinitionPreviewInData

        d = dict(src_dict)
        data = DefinitionPreviewInData.from_dict(d.pop("data"))

        document = d.pop("document")

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        definition_preview_in = cls(
            data=data,
            document=document,
            language=language,
        )

        return definition_preview_in
