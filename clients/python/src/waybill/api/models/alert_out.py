from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alert_kind import AlertKind
from ..models.severity import Severity

T = TypeVar("T", bound="AlertOut")


@_attrs_define
class AlertOut:
    """Something that a person should know of.

    Attributes:
        id (UUID):
        kind (AlertKind):
        severity (Severity):
        subject (str): Id or name of the thing.
        message (str): What happened and what to do, in English.
        title (str):
        what (str): What happened, in the language that was asked for.
        means (str): What it means.
        do (str): What to do about it.
        page (str): Path of the console's page about it.
        runbook (str): What to do step by step: an address, or a place in docs/.
        count (int): Occurrences of this one cause.
        opened_at (datetime.datetime):
        resolved_at (datetime.datetime | None):
        told_at (datetime.datetime | None): When the organization was last told of it.
        acknowledged_at (datetime.datetime | None):
        acknowledged_by (str):
        acknowledged_note (str):
        silenced_until (datetime.datetime | None):
    """

    id: UUID
    kind: AlertKind
    severity: Severity
    subject: str
    message: str
    title: str
    what: str
    means: str
    do: str
    page: str
    runbook: str
    count: int
    opened_at: datetime.datetime
    resolved_at: datetime.datetime | None
    told_at: datetime.datetime | None
    acknowledged_at: datetime.datetime | None
    acknowledged_by: str
    acknowledged_note: str
    silenced_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        severity = self.severity.value

        subject = self.subject

        message = self.message

        title = self.title

        what = self.what

        means = self.means

        do = self.do

        page = self.page

        runbook = self.runbook

        count = self.count

        opened_at = self.opened_at.isoformat()

        resolved_at: None | str
        if isinstance(self.resolved_at, datetime.datetime):
            resolved_at = self.resolved_at.isoformat()
        else:
            resolved_at = self.resolved_at

        told_at: None | str
        if isinstance(self.told_at, datetime.datetime):
            told_at = self.told_at.isoformat()
        else:
            told_at = self.told_at

        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        acknowledged_by = self.acknowledged_by

        acknowledged_note = self.acknowledged_note

        silenced_until: None | str
        if isinstance(self.silenced_until, datetime.datetime):
            silenced_until = self.silenced_until.isoformat()
        else:
            silenced_until = self.silenced_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "severity": severity,
                "subject": subject,
                "message": message,
                "title": title,
                "what": what,
                "means": means,
                "do": do,
                "page": page,
                "runbook": runbook,
                "count": count,
                "opened_at": opened_at,
                "resolved_at": resolved_at,
                "told_at": told_at,
                "acknowledged_at": acknowledged_at,
                "acknowledged_by": acknowledged_by,
                "acknowledged_note": acknowledged_note,
                "silenced_until": silenced_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = AlertKind(d.pop("kind"))

        severity = Severity(d.pop("severity"))

        subject = d.pop("subject")

        message = d.pop("message")

        title = d.pop("title")

        what = d.pop("what")

        means = d.pop("means")

        do = d.pop("do")

        page = d.pop("page")

        runbook = d.pop("runbook")

        count = d.pop("count")

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_resolved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resolved_at_type_0 = datetime.datetime.fromisoformat(data)

                return resolved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        resolved_at = _parse_resolved_at(d.pop("resolved_at"))

        def _parse_told_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                told_at_type_0 = datetime.datetime.fromisoformat(data)

                return told_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        told_at = _parse_told_at(d.pop("told_at"))

        def _parse_acknowledged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_at_type_0 = datetime.datetime.fromisoformat(data)

                return acknowledged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        acknowledged_at = _parse_acknowledged_at(d.pop("acknowledged_at"))

        acknowledged_by = d.pop("acknowledged_by")

        acknowledged_note = d.pop("acknowledged_note")

        def _parse_silenced_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                silenced_until_type_0 = datetime.datetime.fromisoformat(data)

                return silenced_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        silenced_until = _parse_silenced_until(d.pop("silenced_until"))

        alert_out = cls(
            id=id,
            kind=kind,
            severity=severity,
            subject=subject,
            message=message,
            title=title,
            what=what,
            means=means,
            do=do,
            page=page,
            runbook=runbook,
            count=count,
            opened_at=opened_at,
            resolved_at=resolved_at,
            told_at=told_at,
            acknowledged_at=acknowledged_at,
            acknowledged_by=acknowledged_by,
            acknowledged_note=acknowledged_note,
            silenced_until=silenced_until,
        )

        alert_out.additional_properties = d
        return alert_out

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
