from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.form_proof_in import FormProofIn
    from ..models.form_submission_in_data import FormSubmissionInData


T = TypeVar("T", bound="FormSubmissionIn")


@_attrs_define
class FormSubmissionIn:
    """The answers to a public form.

    Attributes:
        data (FormSubmissionInData): The answers, by field: see the workflow's `schema.json`.
        version (int | None | Unset): The `version` of the form that a page was drawn from. It is taken for a day after
            a newer one came. Without, the newest one judges what is sent.
        language (None | str | Unset): A language tag (BCP 47). Of the form's languages the nearest is taken, else the
            one that `Accept-Language` asks for, else the first.
        protection (FormProofIn | None | Unset):
    """

    data: FormSubmissionInData
    version: int | None | Unset = UNSET
    language: None | str | Unset = UNSET
    protection: FormProofIn | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.form_proof_in import FormProofIn

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

        protection: dict[str, Any] | None | Unset
        if isinstance(self.protection, Unset):
            protection = UNSET
        elif isinstance(self.protection, FormProofIn):
            protection = self.protection.to_dict()
        else:
            protection = self.protection

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
        if protection is not UNSET:
            field_dict["protection"] = protection

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_proof_in import FormProofIn
        from ..models.form_submission_in_data import FormSubmissionInData

        d = dict(src_dict)
        data = FormSubmissionInData.from_dict(d.pop("data"))

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

        def _parse_protection(data: object) -> FormProofIn | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                protection_type_0 = FormProofIn.from_dict(data)

                return protection_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FormProofIn | None | Unset, data)

        protection = _parse_protection(d.pop("protection", UNSET))

        form_submission_in = cls(
            data=data,
            version=version,
            language=language,
            protection=protection,
        )

        return form_submission_in
