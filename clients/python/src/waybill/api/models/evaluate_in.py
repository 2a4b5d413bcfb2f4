from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evaluate_in_data import EvaluateInData


T = TypeVar("T", bound="EvaluateIn")


@_attrs_define
class EvaluateIn:
    """One text of a definition that is being written.

    Attributes:
        data (EvaluateInData): The answers, as a submission has them.
        document (str): The definition, in YAML or JSON. It may have faults.
        place (str): Where the text stands or would stand, as faults say it.
        text (str): What would stand there; the document need not have it.
        language (None | str | Unset): A language tag (BCP 47). Of the form's languages the nearest is taken, else the
            one that `Accept-Language` asks for, else the first.
    """

    data: EvaluateInData
    document: str
    place: str
    text: str
    language: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        document = self.document

        place = self.place

        text = self.text

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
                "place": place,
                "text": text,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.evaluate_in_data import EvaluateInData

        d = dict(src_dict)
        data = EvaluateInData.from_dict(d.pop("data"))

        document = d.pop("document")

        place = d.pop("place")

        text = d.pop("text")

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        evaluate_in = cls(
            data=data,
            document=document,
            place=place,
            text=text,
            language=language,
        )

        return evaluate_in
