from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.source import Source
from ..models.submission_status import SubmissionStatus
from ..models.within import Within
from ..types import UNSET, Unset

T = TypeVar("T", bound="SubmissionFilterIn")


@_attrs_define
class SubmissionFilterIn:
    """Which submissions. Every part that is given narrows them; within one, any value will do.

    Attributes:
        workflow (list[str] | None | Unset): Slugs of workflows.
        status (list[SubmissionStatus] | None | Unset):
        source (list[Source] | None | Unset):
        connection_id (list[UUID] | None | Unset): Connections that one of its steps goes through.
        error_kind (list[str] | None | Unset): Of the step that stands in the way, such as `invalid_input`. Given with
            `connection_id`, that step goes through one of those connections.
        assigned_to (list[UUID] | None | Unset): Ids of the members who look after it.
        continued (bool | None | Unset): `true`: went on as another submission, taken up again after they had failed or
            were cancelled. `false`: did not. With the status `failed`: what is left to repair.
        accepted_from (datetime.datetime | None | Unset): Received then or later.
        accepted_before (datetime.datetime | None | Unset): Received before.
        accepted_within (None | Unset | Within): Received in the last hour, day, week or month.
        q (None | str | Unset): Reference, id, e-mail address, or how the subject begins.
        ids (list[UUID] | None | Unset):
    """

    workflow: list[str] | None | Unset = UNSET
    status: list[SubmissionStatus] | None | Unset = UNSET
    source: list[Source] | None | Unset = UNSET
    connection_id: list[UUID] | None | Unset = UNSET
    error_kind: list[str] | None | Unset = UNSET
    assigned_to: list[UUID] | None | Unset = UNSET
    continued: bool | None | Unset = UNSET
    accepted_from: datetime.datetime | None | Unset = UNSET
    accepted_before: datetime.datetime | None | Unset = UNSET
    accepted_within: None | Unset | Within = UNSET
    q: None | str | Unset = UNSET
    ids: list[UUID] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        workflow: list[str] | None | Unset
        if isinstance(self.workflow, Unset):
            workflow = UNSET
        elif isinstance(self.workflow, list):
            workflow = self.workflow

        else:
            workflow = self.workflow

        status: list[str] | None | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, list):
            status = []
            for status_type_0_item_data in self.status:
                status_type_0_item = status_type_0_item_data.value
                status.append(status_type_0_item)

        else:
            status = self.status

        source: list[str] | None | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        elif isinstance(self.source, list):
            source = []
            for source_type_0_item_data in self.source:
                source_type_0_item = source_type_0_item_data.value
                source.append(source_type_0_item)

        else:
            source = self.source

        connection_id: list[str] | None | Unset
        if isinstance(self.connection_id, Unset):
            connection_id = UNSET
        elif isinstance(self.connection_id, list):
            connection_id = []
            for connection_id_type_0_item_data in self.connection_id:
                connection_id_type_0_item = str(connection_id_type_0_item_data)
                connection_id.append(connection_id_type_0_item)

        else:
            connection_id = self.connection_id

        error_kind: list[str] | None | Unset
        if isinstance(self.error_kind, Unset):
            error_kind = UNSET
        elif isinstance(self.error_kind, list):
            error_kind = self.error_kind

        else:
            error_kind = self.error_kind

        assigned_to: list[str] | None | Unset
        if isinstance(self.assigned_to, Unset):
            assigned_to = UNSET
        elif isinstance(self.assigned_to, list):
            assigned_to = []
            for assigned_to_type_0_item_data in self.assigned_to:
                assigned_to_type_0_item = str(assigned_to_type_0_item_data)
                assigned_to.append(assigned_to_type_0_item)

        else:
            assigned_to = self.assigned_to

        continued: bool | None | Unset
        if isinstance(self.continued, Unset):
            continued = UNSET
        else:
            continued = self.continued

        accepted_from: None | str | Unset
        if isinstance(self.accepted_from, Unset):
            accepted_from = UNSET
        elif isinstance(self.accepted_from, datetime.datetime):
            accepted_from = self.accepted_from.isoformat()
        else:
            accepted_from = self.accepted_from

        accepted_before: None | str | Unset
        if isinstance(self.accepted_before, Unset):
            accepted_before = UNSET
        elif isinstance(self.accepted_before, datetime.datetime):
            accepted_before = self.accepted_before.isoformat()
        else:
            accepted_before = self.accepted_before

        accepted_within: None | str | Unset
        if isinstance(self.accepted_within, Unset):
            accepted_within = UNSET
        elif isinstance(self.accepted_within, Within):
            accepted_within = self.accepted_within.value
        else:
            accepted_within = self.accepted_within

        q: None | str | Unset
        if isinstance(self.q, Unset):
            q = UNSET
        else:
            q = self.q

        ids: list[str] | None | Unset
        if isinstance(self.ids, Unset):
            ids = UNSET
        elif isinstance(self.ids, list):
            ids = []
            for ids_type_0_item_data in self.ids:
                ids_type_0_item = str(ids_type_0_item_data)
                ids.append(ids_type_0_item)

        else:
            ids = self.ids

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if workflow is not UNSET:
            field_dict["workflow"] = workflow
        if status is not UNSET:
            field_dict["status"] = status
        if source is not UNSET:
            field_dict["source"] = source
        if connection_id is not UNSET:
            field_dict["connection_id"] = connection_id
        if error_kind is not UNSET:
            field_dict["error_kind"] = error_kind
        if assigned_to is not UNSET:
            field_dict["assigned_to"] = assigned_to
        if continued is not UNSET:
            field_dict["continued"] = continued
        if accepted_from is not UNSET:
            field_dict["accepted_from"] = accepted_from
        if accepted_before is not UNSET:
            field_dict["accepted_before"] = accepted_before
        if accepted_within is not UNSET:
            field_dict["accepted_within"] = accepted_within
        if q is not UNSET:
            field_dict["q"] = q
        if ids is not UNSET:
            field_dict["ids"] = ids

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_workflow(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                workflow_type_0 = cast(list[str], data)

                return workflow_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        workflow = _parse_workflow(d.pop("workflow", UNSET))

        def _parse_status(data: object) -> list[SubmissionStatus] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                status_type_0 = []
                _status_type_0 = data
                for status_type_0_item_data in _status_type_0:
                    status_type_0_item = SubmissionStatus(status_type_0_item_data)

                    status_type_0.append(status_type_0_item)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[SubmissionStatus] | None | Unset, data)

        status = _parse_status(d.pop("status", UNSET))

        def _parse_source(data: object) -> list[Source] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                source_type_0 = []
                _source_type_0 = data
                for source_type_0_item_data in _source_type_0:
                    source_type_0_item = Source(source_type_0_item_data)

                    source_type_0.append(source_type_0_item)

                return source_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Source] | None | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        def _parse_connection_id(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                connection_id_type_0 = []
                _connection_id_type_0 = data
                for connection_id_type_0_item_data in _connection_id_type_0:
                    connection_id_type_0_item = UUID(connection_id_type_0_item_data)

                    connection_id_type_0.append(connection_id_type_0_item)

                return connection_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        connection_id = _parse_connection_id(d.pop("connection_id", UNSET))

        def _parse_error_kind(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                error_kind_type_0 = cast(list[str], data)

                return error_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        error_kind = _parse_error_kind(d.pop("error_kind", UNSET))

        def _parse_assigned_to(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                assigned_to_type_0 = []
                _assigned_to_type_0 = data
                for assigned_to_type_0_item_data in _assigned_to_type_0:
                    assigned_to_type_0_item = UUID(assigned_to_type_0_item_data)

                    assigned_to_type_0.append(assigned_to_type_0_item)

                return assigned_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        assigned_to = _parse_assigned_to(d.pop("assigned_to", UNSET))

        def _parse_continued(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        continued = _parse_continued(d.pop("continued", UNSET))

        def _parse_accepted_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_from_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        accepted_from = _parse_accepted_from(d.pop("accepted_from", UNSET))

        def _parse_accepted_before(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_before_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        accepted_before = _parse_accepted_before(d.pop("accepted_before", UNSET))

        def _parse_accepted_within(data: object) -> None | Unset | Within:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_within_type_0 = Within(data)

                return accepted_within_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | Within, data)

        accepted_within = _parse_accepted_within(d.pop("accepted_within", UNSET))

        def _parse_q(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        q = _parse_q(d.pop("q", UNSET))

        def _parse_ids(data: object) -> list[UUID] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ids_type_0 = []
                _ids_type_0 = data
                for ids_type_0_item_data in _ids_type_0:
                    ids_type_0_item = UUID(ids_type_0_item_data)

                    ids_type_0.append(ids_type_0_item)

                return ids_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[UUID] | None | Unset, data)

        ids = _parse_ids(d.pop("ids", UNSET))

        submission_filter_in = cls(
            workflow=workflow,
            status=status,
            source=source,
            connection_id=connection_id,
            error_kind=error_kind,
            assigned_to=assigned_to,
            continued=continued,
            accepted_from=accepted_from,
            accepted_before=accepted_before,
            accepted_within=accepted_within,
            q=q,
            ids=ids,
        )

        return submission_filter_in
