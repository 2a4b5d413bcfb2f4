from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bulk_kind import BulkKind
from ..models.bulk_status import BulkStatus
from ..models.decision import Decision

if TYPE_CHECKING:
    from ..models.bulk_out_filter import BulkOutFilter


T = TypeVar("T", bound="BulkOut")


@_attrs_define
class BulkOut:
    """A bulk action and how far it is.

    Attributes:
        id (UUID):
        kind (BulkKind):
        status (BulkStatus):
        filter_ (BulkOutFilter): What was chosen, without what was searched for.
        field (None | str):
        decision (Decision | None):
        newest_version (bool):
        total (int): What is treated.
        done (int):
        refused (int): Left as they are, each with a reason.
        last_refusal (None | str):
        rate_per_second (float):
        started_by (str):
        created_at (datetime.datetime):
        started_at (datetime.datetime | None):
        finished_at (datetime.datetime | None):
    """

    id: UUID
    kind: BulkKind
    status: BulkStatus
    filter_: BulkOutFilter
    field: None | str
    decision: Decision | None
    newest_version: bool
    total: int
    done: int
    refused: int
    last_refusal: None | str
    rate_per_second: float
    started_by: str
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        status = self.status.value

        filter_ = self.filter_.to_dict()

        field: None | str
        field = self.field

        decision: None | str
        if isinstance(self.decision, Decision):
            decision = self.decision.value
        else:
            decision = self.decision

        newest_version = self.newest_version

        total = self.total

        done = self.done

        refused = self.refused

        last_refusal: None | str
        last_refusal = self.last_refusal

        rate_per_second = self.rate_per_second

        started_by = self.started_by

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

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
                "kind": kind,
                "status": status,
                "filter": filter_,
                "field": field,
                "decision": decision,
                "newest_version": newest_version,
                "total": total,
                "done": done,
                "refused": refused,
                "last_refusal": last_refusal,
                "rate_per_second": rate_per_second,
                "started_by": started_by,
                "created_at": created_at,
                "started_at": started_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.bulk_out_filter import BulkOutFilter

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = BulkKind(d.pop("kind"))

        status = BulkStatus(d.pop("status"))

        filter_ = BulkOutFilter.from_dict(d.pop("filter"))

        def _parse_field(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        field = _parse_field(d.pop("field"))

        def _parse_decision(data: object) -> Decision | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decision_type_0 = Decision(data)

                return decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Decision | None, data)

        decision = _parse_decision(d.pop("decision"))

        newest_version = d.pop("newest_version")

        total = d.pop("total")

        done = d.pop("done")

        refused = d.pop("refused")

        def _parse_last_refusal(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_refusal = _parse_last_refusal(d.pop("last_refusal"))

        rate_per_second = d.pop("rate_per_second")

        started_by = d.pop("started_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

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

        bulk_out = cls(
            id=id,
            kind=kind,
            status=status,
            filter_=filter_,
            field=field,
            decision=decision,
            newest_version=newest_version,
            total=total,
            done=done,
            refused=refused,
            last_refusal=last_refusal,
            rate_per_second=rate_per_second,
            started_by=started_by,
            created_at=created_at,
            started_at=started_at,
            finished_at=finished_at,
        )

        bulk_out.additional_properties = d
        return bulk_out

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
