from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DefinitionFormIn")


@_attrs_define
class DefinitionFormIn:
    """A definition whose form is to be drawn. It need not be saved.

    Attributes:
        document (str): In YAML or JSON. Its steps may have faults.
        language (None | str | Unset): A language tag (BCP 47). Of the form's languages the nearest is taken, else the
            one that `Accept-Language` asks for, else the first.
    """

    document: str
    language: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        document = self.document

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "document": document,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        document = d.pop("document")

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        definition_form_in = cls(
            document=document,
            language=language,
        )

        return definition_form_in
