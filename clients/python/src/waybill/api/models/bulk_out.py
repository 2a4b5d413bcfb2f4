from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bulk_kind import BulkKind
from ..models.bulk_status import BulkStatus

T = TypeVar("T", bound="BulkOut")


@_attrs_define
class BulkOut:
    """A bulk action and how far it is.

    Attributes:
        id (UUID):
        kind (BulkKind):
        status (BulkStatus):
        total (int): What matched when it was started.
        done (int):
        refused (int): Whose state had changed meanwhile.
        last_refusal (None | str):
        rate_per_second (float):
        created_at (datetime.datetime):
        finished_at (datetime.datetime | None):
    """

    id: UUID
    kind: BulkKind
    status: BulkStatus
    total: int
    done: int
    refused: int
    last_refusal: None | str
    rate_per_second: float
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        status = self.status.value

        total = self.total

        done = self.done

        refused = self.refused

        last_refusal: None | str
        last_refusal = self.last_refusal

        rate_per_second = self.rate_per_second

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
                "kind": kind,
                "status": status,
                "total": total,
                "done": done,
                "refused": refused,
                "last_refusal": last_refusal,
                "rate_per_second": rate_per_second,
                "created_at": created_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = BulkKind(d.pop("kind"))

        status = BulkStatus(d.pop("status"))

        total = d.pop("total")

        done = d.pop("done")

        refused = d.pop("refused")

        def _parse_last_refusal(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_refusal = _parse_last_refusal(d.pop("last_refusal"))

        rate_per_second = d.pop("rate_per_second")

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

        bulk_out = cls(
            id=id,
            kind=kind,
            status=status,
            total=total,
            done=done,
            refused=refused,
            last_refusal=last_refusal,
            rate_per_second=rate_per_second,
            created_at=created_at,
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
