from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.draft_out_definition_type_0 import DraftOutDefinitionType0


T = TypeVar("T", bound="DraftOut")


@_attrs_define
class DraftOut:
    """The document to go on with: the draft, or what is live where there is no draft.

    Attributes:
        workflow (str):
        document (str): As it was written, in YAML or JSON.
        definition (DraftOutDefinitionType0 | None): As JSON; null while it has faults of its shape.
        is_draft (bool): False: this is what was published last.
        etag (str): Send it as `If-Match` to change this state and no later one.
        changed_at (datetime.datetime):
        changed_by (str):
    """

    workflow: str
    document: str
    definition: DraftOutDefinitionType0 | None
    is_draft: bool
    etag: str
    changed_at: datetime.datetime
    changed_by: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.draft_out_definition_type_0 import DraftOutDefinitionType0

        workflow = self.workflow

        document = self.document

        definition: dict[str, Any] | None
        if isinstance(self.definition, DraftOutDefinitionType0):
            definition = self.definition.to_dict()
        else:
            definition = self.definition

        is_draft = self.is_draft

        etag = self.etag

        changed_at = self.changed_at.isoformat()

        changed_by = self.changed_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "workflow": workflow,
                "document": document,
                "definition": definition,
                "is_draft": is_draft,
                "etag": etag,
                "changed_at": changed_at,
                "changed_by": changed_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.draft_out_definition_type_0 import DraftOutDefinitionType0

        d = dict(src_dict)
        workflow = d.pop("workflow")

        document = d.pop("document")

        def _parse_definition(data: object) -> DraftOutDefinitionType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                definition_type_0 = DraftOutDefinitionType0.from_dict(data)

                return definition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DraftOutDefinitionType0 | None, data)

        definition = _parse_definition(d.pop("definition"))

        is_draft = d.pop("is_draft")

        etag = d.pop("etag")

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        changed_by = d.pop("changed_by")

        draft_out = cls(
            workflow=workflow,
            document=document,
            definition=definition,
            is_draft=is_draft,
            etag=etag,
            changed_at=changed_at,
            changed_by=changed_by,
        )

        draft_out.additional_properties = d
        return draft_out

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
