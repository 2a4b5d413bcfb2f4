from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_out_detail import EventOutDetail


T = TypeVar("T", bound="EventOut")


@_attrs_define
class EventOut:
    """One thing that happened.

    Attributes:
        id (int): Grows within a submission; 0 is its acceptance.
        at (datetime.datetime):
        kind (str):
        step_run_id (None | UUID):
        detail (EventOutDetail): Facts such as the step's position, try and error kind.
    """

    id: int
    at: datetime.datetime
    kind: str
    step_run_id: None | UUID
    detail: EventOutDetail
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        at = self.at.isoformat()

        kind = self.kind

        step_run_id: None | str
        if isinstance(self.step_run_id, UUID):
            step_run_id = str(self.step_run_id)
        else:
            step_run_id = self.step_run_id

        detail = self.detail.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "kind": kind,
                "step_run_id": step_run_id,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.event_out_detail import EventOutDetail

        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        kind = d.pop("kind")

        def _parse_step_run_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                step_run_id_type_0 = UUID(data)

                return step_run_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        step_run_id = _parse_step_run_id(d.pop("step_run_id"))

        detail = EventOutDetail.from_dict(d.pop("detail"))

        event_out = cls(
            id=id,
            at=at,
            kind=kind,
            step_run_id=step_run_id,
            detail=detail,
        )

        event_out.additional_properties = d
        return event_out

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
