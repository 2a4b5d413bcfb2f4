from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.preview_in_data import PreviewInData


T = TypeVar("T", bound="PreviewIn")


@_attrs_define
class PreviewIn:
    """Answers to preview.

    Attributes:
        data (PreviewInData): The answers, as a submission has them.
        language (None | str | Unset): A language tag (BCP 47). Of the form's languages the nearest is taken, else the
            one that `Accept-Language` asks for, else the first.
        state (str | Unset): `live`, `draft`, or the number of a version. Default: 'live'.
    """

    data: PreviewInData
    language: None | str | Unset = UNSET
    state: str | Unset = "live"

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )
        if language is not UNSET:
            field_dict["language"] = language
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.preview_in_data import PreviewInData

        d = dict(src_dict)
        data = PreviewInData.from_dict(d.pop("data"))

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        state = d.pop("state", UNSET)

        preview_in = cls(
            data=data,
            language=language,
            state=state,
        )

        return preview_in
