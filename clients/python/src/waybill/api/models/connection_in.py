from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.connection_in_credentials import ConnectionInCredentials
    from ..models.connection_in_settings import ConnectionInSettings


T = TypeVar("T", bound="ConnectionIn")


@_attrs_define
class ConnectionIn:
    """A new connection.

    Attributes:
        connector (str): Such as `tryton`.
        settings (ConnectionInSettings): As the connector's `settings_schema` says.
        slug (str): Its name in addresses; not like an id.
        name (str): Its name for people.
        credentials (ConnectionInCredentials | Unset): As the connector's `credentials_schema` says. They never come out
            again.
        credentials_end_at (datetime.datetime | None | Unset): When the credentials stop working, if you know; a JWT
            says it itself.
    """

    connector: str
    settings: ConnectionInSettings
    slug: str
    name: str
    credentials: ConnectionInCredentials | Unset = UNSET
    credentials_end_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        connector = self.connector

        settings = self.settings.to_dict()

        slug = self.slug

        name = self.name

        credentials: dict[str, Any] | Unset = UNSET
        if not isinstance(self.credentials, Unset):
            credentials = self.credentials.to_dict()

        credentials_end_at: None | str | Unset
        if isinstance(self.credentials_end_at, Unset):
            credentials_end_at = UNSET
        elif isinstance(self.credentials_end_at, datetime.datetime):
            credentials_end_at = self.credentials_end_at.isoformat()
        else:
            credentials_end_at = self.credentials_end_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "connector": connector,
                "settings": settings,
                "slug": slug,
                "name": name,
            }
        )
        if credentials is not UNSET:
            field_dict["credentials"] = credentials
        if credentials_end_at is not UNSET:
            field_dict["credentials_end_at"] = credentials_end_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.connection_in_credentials import ConnectionInCredentials
        from ..models.connection_in_settings import ConnectionInSettings

        d = dict(src_dict)
        connector = d.pop("connector")

        settings = ConnectionInSettings.from_dict(d.pop("settings"))

        slug = d.pop("slug")

        name = d.pop("name")

        _credentials = d.pop("credentials", UNSET)
        credentials: ConnectionInCredentials | Unset
        if isinstance(_credentials, Unset):
            credentials = UNSET
        else:
            credentials = ConnectionInCredentials.from_dict(_credentials)

        def _parse_credentials_end_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credentials_end_at_type_0 = datetime.datetime.fromisoformat(data)

                return credentials_end_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        credentials_end_at = _parse_credentials_end_at(
            d.pop("credentials_end_at", UNSET)
        )

        connection_in = cls(
            connector=connector,
            settings=settings,
            slug=slug,
            name=name,
            credentials=credentials,
            credentials_end_at=credentials_end_at,
        )

        return connection_in
