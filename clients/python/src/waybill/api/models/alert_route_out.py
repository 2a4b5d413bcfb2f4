from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.channel import Channel
from ..models.severity import Severity

T = TypeVar("T", bound="AlertRouteOut")


@_attrs_define
class AlertRouteOut:
    """
    Attributes:
        id (UUID):
        name (str):
        channel (Channel): What the receiver understands. Submissions are told by webhooks alone.
        severities (list[Severity]):
        enabled (bool):
        disabled_reason (None | str): `operator`, or `gone`: it answered 410.
        recipients (list[str]):
        url (str): Of Slack and Teams only the host: the rest is secret.
        secret_set_at (datetime.datetime | None):
        failing_since (datetime.datetime | None): Since when no message arrived.
        created_at (datetime.datetime):
    """

    id: UUID
    name: str
    channel: Channel
    severities: list[Severity]
    enabled: bool
    disabled_reason: None | str
    recipients: list[str]
    url: str
    secret_set_at: datetime.datetime | None
    failing_since: datetime.datetime | None
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        channel = self.channel.value

        severities = []
        for severities_item_data in self.severities:
            severities_item = severities_item_data.value
            severities.append(severities_item)

        enabled = self.enabled

        disabled_reason: None | str
        disabled_reason = self.disabled_reason

        recipients = self.recipients

        url = self.url

        secret_set_at: None | str
        if isinstance(self.secret_set_at, datetime.datetime):
            secret_set_at = self.secret_set_at.isoformat()
        else:
            secret_set_at = self.secret_set_at

        failing_since: None | str
        if isinstance(self.failing_since, datetime.datetime):
            failing_since = self.failing_since.isoformat()
        else:
            failing_since = self.failing_since

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "channel": channel,
                "severities": severities,
                "enabled": enabled,
                "disabled_reason": disabled_reason,
                "recipients": recipients,
                "url": url,
                "secret_set_at": secret_set_at,
                "failing_since": failing_since,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        channel = Channel(d.pop("channel"))

        severities = []
        _severities = d.pop("severities")
        for severities_item_data in _severities:
            severities_item = Severity(severities_item_data)

            severities.append(severities_item)

        enabled = d.pop("enabled")

        def _parse_disabled_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        disabled_reason = _parse_disabled_reason(d.pop("disabled_reason"))

        recipients = cast(list[str], d.pop("recipients"))

        url = d.pop("url")

        def _parse_secret_set_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                secret_set_at_type_0 = datetime.datetime.fromisoformat(data)

                return secret_set_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        secret_set_at = _parse_secret_set_at(d.pop("secret_set_at"))

        def _parse_failing_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                failing_since_type_0 = datetime.datetime.fromisoformat(data)

                return failing_since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        failing_since = _parse_failing_since(d.pop("failing_since"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        alert_route_out = cls(
            id=id,
            name=name,
            channel=channel,
            severities=severities,
            enabled=enabled,
            disabled_reason=disabled_reason,
            recipients=recipients,
            url=url,
            secret_set_at=secret_set_at,
            failing_since=failing_since,
            created_at=created_at,
        )

        alert_route_out.additional_properties = d
        return alert_route_out

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
