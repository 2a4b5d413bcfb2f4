from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.form_check_in_data import FormCheckInData


T = TypeVar("T", bound="FormCheckIn")


@_attrs_define
class FormCheckIn:
    """Answers that are not sent yet.

    Attributes:
        data (FormCheckInData): The answers, by question.
        version (int | None | Unset): The `version` of the form that a page was drawn from. It is taken for a day after
            a newer one came. Without, the newest one judges what is sent.
        language (None | str | Unset): A language tag (BCP 47). Of the form's languages the nearest is taken, else the
            one that `Accept-Language` asks for, else the first.
    """

    data: FormCheckInData
    version: int | None | Unset = UNSET
    language: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        version: int | None | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )
        if version is not UNSET:
            field_dict["version"] = version
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_check_in_data import FormCheckInData

        d = dict(src_dict)
        data = FormCheckInData.from_dict(d.pop("data"))

        def _parse_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        version = _parse_version(d.pop("version", UNSET))

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        form_check_in = cls(
            data=data,
            version=version,
            language=language,
        )

        return form_check_in
