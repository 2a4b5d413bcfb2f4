from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.channel import Channel
from ..models.severity import Severity
from ..types import UNSET, Unset

T = TypeVar("T", bound="AlertRouteIn")


@_attrs_define
class AlertRouteIn:
    """
    Attributes:
        name (str):
        severities (list[Severity]):
        channel (Channel): What the receiver understands. Submissions are told by webhooks alone.
        enabled (bool | Unset):  Default: True.
        recipients (list[str] | Unset): Of e-mail; empty means the owners.
        url (None | str | Unset): Of a webhook, Slack or Teams. Of PagerDuty only for another region.
        routing_key (None | str | Unset): Of PagerDuty (Events API v2).
    """

    name: str
    severities: list[Severity]
    channel: Channel
    enabled: bool | Unset = True
    recipients: list[str] | Unset = UNSET
    url: None | str | Unset = UNSET
    routing_key: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        severities = []
        for severities_item_data in self.severities:
            severities_item = severities_item_data.value
            severities.append(severities_item)

        channel = self.channel.value

        enabled = self.enabled

        recipients: list[str] | Unset = UNSET
        if not isinstance(self.recipients, Unset):
            recipients = self.recipients

        url: None | str | Unset
        if isinstance(self.url, Unset):
            url = UNSET
        else:
            url = self.url

        routing_key: None | str | Unset
        if isinstance(self.routing_key, Unset):
            routing_key = UNSET
        else:
            routing_key = self.routing_key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "severities": severities,
                "channel": channel,
            }
        )
        if enabled is not UNSET:
            field_dict["enabled"] = enabled
        if recipients is not UNSET:
            field_dict["recipients"] = recipients
        if url is not UNSET:
            field_dict["url"] = url
        if routing_key is not UNSET:
            field_dict["routing_key"] = routing_key

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        severities = []
        _severities = d.pop("severities")
        for severities_item_data in _severities:
            severities_item = Severity(severities_item_data)

            severities.append(severities_item)

        channel = Channel(d.pop("channel"))

        enabled = d.pop("enabled", UNSET)

        recipients = cast(list[str], d.pop("recipients", UNSET))

        def _parse_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        url = _parse_url(d.pop("url", UNSET))

        def _parse_routing_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        routing_key = _parse_routing_key(d.pop("routing_key", UNSET))

        alert_route_in = cls(
            name=name,
            severities=severities,
            channel=channel,
            enabled=enabled,
            recipients=recipients,
            url=url,
            routing_key=routing_key,
        )

        return alert_route_in
