from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.connection_test_in_credentials import ConnectionTestInCredentials
    from ..models.connection_test_in_settings import ConnectionTestInSettings


T = TypeVar("T", bound="ConnectionTestIn")


@_attrs_define
class ConnectionTestIn:
    """Settings and credentials to try. They are saved nowhere.

    Attributes:
        connector (str): Such as `tryton`.
        settings (ConnectionTestInSettings): As the connector's `settings_schema` says.
        credentials (ConnectionTestInCredentials | Unset): As the connector's `credentials_schema` says. They never come
            out again.
    """

    connector: str
    settings: ConnectionTestInSettings
    credentials: ConnectionTestInCredentials | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        connector = self.connector

        settings = self.settings.to_dict()

        credentials: dict[str, Any] | Unset = UNSET
        if not isinstance(self.credentials, Unset):
            credentials = self.credentials.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "connector": connector,
                "settings": settings,
            }
        )
        if credentials is not UNSET:
            field_dict["credentials"] = credentials

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.connection_test_in_credentials import ConnectionTestInCredentials
        from ..models.connection_test_in_settings import ConnectionTestInSettings

        d = dict(src_dict)
        connector = d.pop("connector")

        settings = ConnectionTestInSettings.from_dict(d.pop("settings"))

        _credentials = d.pop("credentials", UNSET)
        credentials: ConnectionTestInCredentials | Unset
        if isinstance(_credentials, Unset):
            credentials = UNSET
        else:
            credentials = ConnectionTestInCredentials.from_dict(_credentials)

        connection_test_in = cls(
            connector=connector,
            settings=settings,
            credentials=credentials,
        )

        return connection_test_in
