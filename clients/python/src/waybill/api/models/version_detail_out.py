from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.version_detail_out_state import VersionDetailOutState

if TYPE_CHECKING:
    from ..models.version_detail_out_definition_type_0 import (
        VersionDetailOutDefinitionType0,
    )


T = TypeVar("T", bound="VersionDetailOut")


@_attrs_define
class VersionDetailOut:
    """A version with its definition.

    Attributes:
        number (int):
        state (VersionDetailOutState): `live`: it takes submissions now.
        published_at (datetime.datetime):
        published_by (str):
        note (str): Why it was published; may be empty.
        restores (int | None): The earlier version that it publishes again.
        replaced_at (datetime.datetime | None):
        document (str):
        definition (None | VersionDetailOutDefinitionType0):
    """

    number: int
    state: VersionDetailOutState
    published_at: datetime.datetime
    published_by: str
    note: str
    restores: int | None
    replaced_at: datetime.datetime | None
    document: str
    definition: None | VersionDetailOutDefinitionType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.version_detail_out_definition_type_0 import (
            VersionDetailOutDefinitionType0,
        )

        number = self.number

        state = self.state.value

        published_at = self.published_at.isoformat()

        published_by = self.published_by

        note = self.note

        restores: int | None
        restores = self.restores

        replaced_at: None | str
        if isinstance(self.replaced_at, datetime.datetime):
            replaced_at = self.replaced_at.isoformat()
        else:
            replaced_at = self.replaced_at

        document = self.document

        definition: dict[str, Any] | None
        if isinstance(self.definition, VersionDetailOutDefinitionType0):
            definition = self.definition.to_dict()
        else:
            definition = self.definition

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "state": state,
                "published_at": published_at,
                "published_by": published_by,
                "note": note,
                "restores": restores,
                "replaced_at": replaced_at,
                "document": document,
                "definition": definition,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.version_detail_out_definition_type_0 import (
            VersionDetailOutDefinitionType0,
        )

        d = dict(src_dict)
        number = d.pop("number")

        state = VersionDetailOutState(d.pop("state"))

        published_at = datetime.datetime.fromisoformat(d.pop("published_at"))

        published_by = d.pop("published_by")

        note = d.pop("note")

        def _parse_restores(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        restores = _parse_restores(d.pop("restores"))

        def _parse_replaced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                replaced_at_type_0 = datetime.datetime.fromisoformat(data)

                return replaced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        replaced_at = _parse_replaced_at(d.pop("replaced_at"))

        document = d.pop("document")

        def _parse_definition(data: object) -> None | VersionDetailOutDefinitionType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                definition_type_0 = VersionDetailOutDefinitionType0.from_dict(data)

                return definition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VersionDetailOutDefinitionType0, data)

        definition = _parse_definition(d.pop("definition"))

        version_detail_out = cls(
            number=number,
            state=state,
            published_at=published_at,
            published_by=published_by,
            note=note,
            restores=restores,
            replaced_at=replaced_at,
            document=document,
            definition=definition,
        )

        version_detail_out.additional_properties = d
        return version_detail_out

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
