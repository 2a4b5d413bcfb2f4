from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.connection_health_out import ConnectionHealthOut
    from ..models.connection_out_settings import ConnectionOutSettings
    from ..models.gate_out import GateOut


T = TypeVar("T", bound="ConnectionOut")


@_attrs_define
class ConnectionOut:
    """
    Attributes:
        id (UUID):
        slug (str):
        name (str):
        connector (str):
        settings (ConnectionOutSettings): What is named like a secret is shown as `[redacted]`.
        revision (int): The number in its `ETag`.
        changed_at (datetime.datetime | None):
        changed_by (None | str):
        tested_at (datetime.datetime | None): When it was last tested with these settings and credentials.
        test_ok (bool | None):
        test_message (None | str):
        test_problem (None | str):
        max_in_flight (int):
        rate_per_second (float | None):
        rate_burst (int):
        credentials_set_at (datetime.datetime | None): When its credentials were put in; they are never shown.
        credentials_end_at (datetime.datetime | None): When they stop working, if known.
        gate (GateOut): Whether anything may be sent now, and if not, why and until when.
        health (ConnectionHealthOut): How it is now, and how it went in the last 24 hours.
    """

    id: UUID
    slug: str
    name: str
    connector: str
    settings: ConnectionOutSettings
    revision: int
    changed_at: datetime.datetime | None
    changed_by: None | str
    tested_at: datetime.datetime | None
    test_ok: bool | None
    test_message: None | str
    test_problem: None | str
    max_in_flight: int
    rate_per_second: float | None
    rate_burst: int
    credentials_set_at: datetime.datetime | None
    credentials_end_at: datetime.datetime | None
    gate: GateOut
    health: ConnectionHealthOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        slug = self.slug

        name = self.name

        connector = self.connector

        settings = self.settings.to_dict()

        revision = self.revision

        changed_at: None | str
        if isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()
        else:
            changed_at = self.changed_at

        changed_by: None | str
        changed_by = self.changed_by

        tested_at: None | str
        if isinstance(self.tested_at, datetime.datetime):
            tested_at = self.tested_at.isoformat()
        else:
            tested_at = self.tested_at

        test_ok: bool | None
        test_ok = self.test_ok

        test_message: None | str
        test_message = self.test_message

        test_problem: None | str
        test_problem = self.test_problem

        max_in_flight = self.max_in_flight

        rate_per_second: float | None
        rate_per_second = self.rate_per_second

        rate_burst = self.rate_burst

        credentials_set_at: None | str
        if isinstance(self.credentials_set_at, datetime.datetime):
            credentials_set_at = self.credentials_set_at.isoformat()
        else:
            credentials_set_at = self.credentials_set_at

        credentials_end_at: None | str
        if isinstance(self.credentials_end_at, datetime.datetime):
            credentials_end_at = self.credentials_end_at.isoformat()
        else:
            credentials_end_at = self.credentials_end_at

        gate = self.gate.to_dict()

        health = self.health.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "slug": slug,
                "name": name,
                "connector": connector,
                "settings": settings,
                "revision": revision,
                "changed_at": changed_at,
                "changed_by": changed_by,
                "tested_at": tested_at,
                "test_ok": test_ok,
                "test_message": test_message,
                "test_problem": test_problem,
                "max_in_flight": max_in_flight,
                "rate_per_second": rate_per_second,
                "rate_burst": rate_burst,
                "credentials_set_at": credentials_set_at,
                "credentials_end_at": credentials_end_at,
                "gate": gate,
                "health": health,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.connection_health_out import ConnectionHealthOut
        from ..models.connection_out_settings import ConnectionOutSettings
        from ..models.gate_out import GateOut

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        slug = d.pop("slug")

        name = d.pop("name")

        connector = d.pop("connector")

        settings = ConnectionOutSettings.from_dict(d.pop("settings"))

        revision = d.pop("revision")

        def _parse_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data)

                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        changed_at = _parse_changed_at(d.pop("changed_at"))

        def _parse_changed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        changed_by = _parse_changed_by(d.pop("changed_by"))

        def _parse_tested_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tested_at_type_0 = datetime.datetime.fromisoformat(data)

                return tested_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        tested_at = _parse_tested_at(d.pop("tested_at"))

        def _parse_test_ok(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        test_ok = _parse_test_ok(d.pop("test_ok"))

        def _parse_test_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        test_message = _parse_test_message(d.pop("test_message"))

        def _parse_test_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        test_problem = _parse_test_problem(d.pop("test_problem"))

        max_in_flight = d.pop("max_in_flight")

        def _parse_rate_per_second(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate_per_second = _parse_rate_per_second(d.pop("rate_per_second"))

        rate_burst = d.pop("rate_burst")

        def _parse_credentials_set_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credentials_set_at_type_0 = datetime.datetime.fromisoformat(data)

                return credentials_set_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        credentials_set_at = _parse_credentials_set_at(d.pop("credentials_set_at"))

        def _parse_credentials_end_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credentials_end_at_type_0 = datetime.datetime.fromisoformat(data)

                return credentials_end_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        credentials_end_at = _parse_credentials_end_at(d.pop("credentials_end_at"))

        gate = GateOut.from_dict(d.pop("gate"))

        health = ConnectionHealthOut.from_dict(d.pop("health"))

        connection_out = cls(
            id=id,
            slug=slug,
            name=name,
            connector=connector,
            settings=settings,
            revision=revision,
            changed_at=changed_at,
            changed_by=changed_by,
            tested_at=tested_at,
            test_ok=test_ok,
            test_message=test_message,
            test_problem=test_problem,
            max_in_flight=max_in_flight,
            rate_per_second=rate_per_second,
            rate_burst=rate_burst,
            credentials_set_at=credentials_set_at,
            credentials_end_at=credentials_end_at,
            gate=gate,
            health=health,
        )

        connection_out.additional_properties = d
        return connection_out

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
