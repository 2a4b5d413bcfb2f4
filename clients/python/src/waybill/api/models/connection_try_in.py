from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.connection_try_in_credentials_type_0 import (
        ConnectionTryInCredentialsType0,
    )
    from ..models.connection_try_in_settings_type_0 import ConnectionTryInSettingsType0


T = TypeVar("T", bound="ConnectionTryIn")


@_attrs_define
class ConnectionTryIn:
    """What to try instead of what is stored. Nothing of it is saved.

    Attributes:
        settings (ConnectionTryInSettingsType0 | None | Unset): All of them; `[redacted]` counts as it is stored.
        credentials (ConnectionTryInCredentialsType0 | None | Unset):
    """

    settings: ConnectionTryInSettingsType0 | None | Unset = UNSET
    credentials: ConnectionTryInCredentialsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.connection_try_in_credentials_type_0 import (
            ConnectionTryInCredentialsType0,
        )
        from ..models.connection_try_in_settings_type_0 import (
            ConnectionTryInSettingsType0,
        )

        settings: dict[str, Any] | None | Unset
        if isinstance(self.settings, Unset):
            settings = UNSET
        elif isinstance(self.settings, ConnectionTryInSettingsType0):
            settings = self.settings.to_dict()
        else:
            settings = self.settings

        credentials: dict[str, Any] | None | Unset
        if isinstance(self.credentials, Unset):
            credentials = UNSET
        elif isinstance(self.credentials, ConnectionTryInCredentialsType0):
            credentials = self.credentials.to_dict()
        else:
            credentials = self.credentials

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if settings is not UNSET:
            field_dict["settings"] = settings
        if credentials is not UNSET:
            field_dict["credentials"] = credentials

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.connection_try_in_credentials_type_0 import (
            ConnectionTryInCredentialsType0,
        )
        from ..models.connection_try_in_settings_type_0 import (
            ConnectionTryInSettingsType0,
        )

        d = dict(src_dict)

        def _parse_settings(
            data: object,
        ) -> ConnectionTryInSettingsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                settings_type_0 = ConnectionTryInSettingsType0.from_dict(data)

                return settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConnectionTryInSettingsType0 | None | Unset, data)

        settings = _parse_settings(d.pop("settings", UNSET))

        def _parse_credentials(
            data: object,
        ) -> ConnectionTryInCredentialsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                credentials_type_0 = ConnectionTryInCredentialsType0.from_dict(data)

                return credentials_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConnectionTryInCredentialsType0 | None | Unset, data)

        credentials = _parse_credentials(d.pop("credentials", UNSET))

        connection_try_in = cls(
            settings=settings,
            credentials=credentials,
        )

        return connection_try_in
