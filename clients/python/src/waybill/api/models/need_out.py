from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.need_kind import NeedKind

if TYPE_CHECKING:
    from ..models.named_out import NamedOut


T = TypeVar("T", bound="NeedOut")


@_attrs_define
class NeedOut:
    """One cause. What does not go with its kind is null.

    Attributes:
        kind (NeedKind): The gravest first. Callback endpoints and credentials are found by their own rooms.
        name (str): Of the step, the connection, the worker's queue, the callback endpoint, or the key or client.
        count (int): Submissions that it stops; of a connection that does not answer properly, failed sends in a row;
            otherwise 1.
        more (bool): It is at least so many: not all were looked at.
        since (datetime.datetime | None):
        until (datetime.datetime | None): When a key ends, or a connection is probed again.
        workflow (NamedOut | None):
        connection (NamedOut | None):
        error (None | str): Kind of error of a step; of an endpoint why it was disabled.
        reason (None | str): In words, as a person or the destination said it.
        id (None | UUID): Of the newest submission, the callback endpoint, or the key or client.
    """

    kind: NeedKind
    name: str
    count: int
    more: bool
    since: datetime.datetime | None
    until: datetime.datetime | None
    workflow: NamedOut | None
    connection: NamedOut | None
    error: None | str
    reason: None | str
    id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_out import NamedOut

        kind = self.kind.value

        name = self.name

        count = self.count

        more = self.more

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        workflow: dict[str, Any] | None
        if isinstance(self.workflow, NamedOut):
            workflow = self.workflow.to_dict()
        else:
            workflow = self.workflow

        connection: dict[str, Any] | None
        if isinstance(self.connection, NamedOut):
            connection = self.connection.to_dict()
        else:
            connection = self.connection

        error: None | str
        error = self.error

        reason: None | str
        reason = self.reason

        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "name": name,
                "count": count,
                "more": more,
                "since": since,
                "until": until,
                "workflow": workflow,
                "connection": connection,
                "error": error,
                "reason": reason,
                "id": id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.named_out import NamedOut

        d = dict(src_dict)
        kind = NeedKind(d.pop("kind"))

        name = d.pop("name")

        count = d.pop("count")

        more = d.pop("more")

        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        def _parse_workflow(data: object) -> NamedOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                workflow_type_0 = NamedOut.from_dict(data)

                return workflow_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedOut | None, data)

        workflow = _parse_workflow(d.pop("workflow"))

        def _parse_connection(data: object) -> NamedOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                connection_type_0 = NamedOut.from_dict(data)

                return connection_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedOut | None, data)

        connection = _parse_connection(d.pop("connection"))

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        id = _parse_id(d.pop("id"))

        need_out = cls(
            kind=kind,
            name=name,
            count=count,
            more=more,
            since=since,
            until=until,
            workflow=workflow,
            connection=connection,
            error=error,
            reason=reason,
            id=id,
        )

        need_out.additional_properties = d
        return need_out

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
