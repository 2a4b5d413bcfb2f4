from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.request_status import RequestStatus

if TYPE_CHECKING:
    from ..models.privacy_workflow_out import PrivacyWorkflowOut


T = TypeVar("T", bound="PrivacyRequestOut")


@_attrs_define
class PrivacyRequestOut:
    """A search for one person, and what was done with what it found.

    Attributes:
        id (UUID):
        subject (None | str): Null when it is forgotten.
        status (RequestStatus):
        looked_at (int):
        total (int): Submissions to look through, about.
        found (int):
        erased (int):
        workflows (list[PrivacyWorkflowOut]):
        waiting (list[str]): References of some that are still on their way.
        created_at (datetime.datetime):
        finished_at (datetime.datetime | None):
    """

    id: UUID
    subject: None | str
    status: RequestStatus
    looked_at: int
    total: int
    found: int
    erased: int
    workflows: list[PrivacyWorkflowOut]
    waiting: list[str]
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        subject: None | str
        subject = self.subject

        status = self.status.value

        looked_at = self.looked_at

        total = self.total

        found = self.found

        erased = self.erased

        workflows = []
        for workflows_item_data in self.workflows:
            workflows_item = workflows_item_data.to_dict()
            workflows.append(workflows_item)

        waiting = self.waiting

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "subject": subject,
                "status": status,
                "looked_at": looked_at,
                "total": total,
                "found": found,
                "erased": erased,
                "workflows": workflows,
                "waiting": waiting,
                "created_at": created_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.privacy_workflow_out import PrivacyWorkflowOut

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_subject(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        subject = _parse_subject(d.pop("subject"))

        status = RequestStatus(d.pop("status"))

        looked_at = d.pop("looked_at")

        total = d.pop("total")

        found = d.pop("found")

        erased = d.pop("erased")

        workflows = []
        _workflows = d.pop("workflows")
        for workflows_item_data in _workflows:
            workflows_item = PrivacyWorkflowOut.from_dict(workflows_item_data)

            workflows.append(workflows_item)

        waiting = cast(list[str], d.pop("waiting"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        privacy_request_out = cls(
            id=id,
            subject=subject,
            status=status,
            looked_at=looked_at,
            total=total,
            found=found,
            erased=erased,
            workflows=workflows,
            waiting=waiting,
            created_at=created_at,
            finished_at=finished_at,
        )

        privacy_request_out.additional_properties = d
        return privacy_request_out

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
