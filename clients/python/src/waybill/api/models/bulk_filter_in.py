from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BulkFilterIn")


@_attrs_define
class BulkFilterIn:
    """Which submissions; every part that is given narrows it.

    Attributes:
        workflow (None | str | Unset):
        connection_id (None | Unset | UUID):
        error_kind (None | str | Unset):
        accepted_from (datetime.datetime | None | Unset):
        accepted_before (datetime.datetime | None | Unset):
        ids (list[UUID] | None | Unset):
    """

    workflow: None | str | Unset = UNSET
    connection_id: None | Unset | UUID = UNSET
    error_kind: None | str | Unset = UNSET
    accepted_from: datetime.datetime | None | Unset = UNSET
    accepted_before: datetime.datetime | None | Unset = UNSET
    ids: list[UUID] | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        workflow: None | str | Unset
        if isinstance(self.workflow, Unset):
            workflow = UNSET
        else:
            workflow = self.workflow

        connection_id: None | str | Unset
        if isinstance(self.connection_id, Unset):
            connection_id = UNSET
        elif isinstance(self.connection_id, UUID):
            connection_id = str(self.connection_id)
        else:
            connection_id = self.connection_id

        error_kind: None | str | Unset
        if isinstance(self.error_kind, Unset):
            error_kind = UNSET
        else:
            error_kind = self.error_kind

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
        if connection_id is not UNSET:
            field_dict["connection_id"] = connection_id
        if error_kind is not UNSET:
            field_dict["error_kind"] = error_kind
        if accepted_from is not UNSET:
            field_dict["accepted_from"] = accepted_from
        if accepted_before is not UNSET:
            field_dict["accepted_before"] = accepted_before
        if ids is not UNSET:
            field_dict["ids"] = ids

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_workflow(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        workflow = _parse_workflow(d.pop("workflow", UNSET))

        def _parse_connection_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                connection_id_type_0 = UUID(data)

                return connection_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        connection_id = _parse_connection_id(d.pop("connection_id", UNSET))

        def _parse_error_kind(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        error_kind = _parse_error_kind(d.pop("error_kind", UNSET))

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

        bulk_filter_in = cls(
            workflow=workflow,
            connection_id=connection_id,
            error_kind=error_kind,
            accepted_from=accepted_from,
            accepted_before=accepted_before,
            ids=ids,
        )

        return bulk_filter_in
