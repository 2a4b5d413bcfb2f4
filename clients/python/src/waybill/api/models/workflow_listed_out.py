from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.workflow_counts_lately_out import WorkflowCountsLatelyOut


T = TypeVar("T", bound="WorkflowListedOut")


@_attrs_define
class WorkflowListedOut:
    """A workflow in a list, with how it does.

    Attributes:
        slug (str):
        name (str):
        form_slug (None | str): Address of its public form, if it has one.
        version (int | None): The live version; null: it takes nothing.
        has_draft (bool): Something was saved that is not published.
        archived_at (datetime.datetime | None):
        docs_url (str): The interactive documentation of this workflow alone.
        last_7_days (WorkflowCountsLatelyOut): What came in and went wrong in the last days, up to now. The first of
            them is cut.
        last_30_days (WorkflowCountsLatelyOut): What came in and went wrong in the last days, up to now. The first of
            them is cut.
    """

    slug: str
    name: str
    form_slug: None | str
    version: int | None
    has_draft: bool
    archived_at: datetime.datetime | None
    docs_url: str
    last_7_days: WorkflowCountsLatelyOut
    last_30_days: WorkflowCountsLatelyOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        form_slug: None | str
        form_slug = self.form_slug

        version: int | None
        version = self.version

        has_draft = self.has_draft

        archived_at: None | str
        if isinstance(self.archived_at, datetime.datetime):
            archived_at = self.archived_at.isoformat()
        else:
            archived_at = self.archived_at

        docs_url = self.docs_url

        last_7_days = self.last_7_days.to_dict()

        last_30_days = self.last_30_days.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "form_slug": form_slug,
                "version": version,
                "has_draft": has_draft,
                "archived_at": archived_at,
                "docs_url": docs_url,
                "last_7_days": last_7_days,
                "last_30_days": last_30_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.workflow_counts_lately_out import WorkflowCountsLatelyOut

        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        def _parse_form_slug(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        form_slug = _parse_form_slug(d.pop("form_slug"))

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        has_draft = d.pop("has_draft")

        def _parse_archived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_at_type_0 = datetime.datetime.fromisoformat(data)

                return archived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        archived_at = _parse_archived_at(d.pop("archived_at"))

        docs_url = d.pop("docs_url")

        last_7_days = WorkflowCountsLatelyOut.from_dict(d.pop("last_7_days"))

        last_30_days = WorkflowCountsLatelyOut.from_dict(d.pop("last_30_days"))

        workflow_listed_out = cls(
            slug=slug,
            name=name,
            form_slug=form_slug,
            version=version,
            has_draft=has_draft,
            archived_at=archived_at,
            docs_url=docs_url,
            last_7_days=last_7_days,
            last_30_days=last_30_days,
        )

        workflow_listed_out.additional_properties = d
        return workflow_listed_out

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
