from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, Unset

T = TypeVar("T", bound="UploadFormFileMultiPartBodyParams")


@_attrs_define
class UploadFormFileMultiPartBodyParams:
    """
    Attributes:
        file (File):
        field (str):
        ticket (str | Unset):  Default: ''.
        version (int | None | Unset):
        language (None | str | Unset):
    """

    file: File
    field: str
    ticket: str | Unset = ""
    version: int | None | Unset = UNSET
    language: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()

        field = self.field

        ticket = self.ticket

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
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "file": file,
                "field": field,
            }
        )
        if ticket is not UNSET:
            field_dict["ticket"] = ticket
        if version is not UNSET:
            field_dict["version"] = version
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))

        files.append(("field", (None, str(self.field).encode(), "text/plain")))

        if not isinstance(self.ticket, Unset):
            files.append(("ticket", (None, str(self.ticket).encode(), "text/plain")))

        if not isinstance(self.version, Unset):
            if isinstance(self.version, int):
                files.append(
                    ("version", (None, str(self.version).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("version", (None, str(self.version).encode(), "text/plain"))
                )

        if not isinstance(self.language, Unset):
            if isinstance(self.language, str):
                files.append(
                    ("language", (None, str(self.language).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("language", (None, str(self.language).encode(), "text/plain"))
                )

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        file = File(payload=BytesIO(d.pop("file")))

        field = d.pop("field")

        ticket = d.pop("ticket", UNSET)

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

        upload_form_file_multi_part_body_params = cls(
            file=file,
            field=field,
            ticket=ticket,
            version=version,
            language=language,
        )

        upload_form_file_multi_part_body_params.additional_properties = d
        return upload_form_file_multi_part_body_params

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
