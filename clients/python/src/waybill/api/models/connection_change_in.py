from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.connection_change_in_settings_type_0 import (
        ConnectionChangeInSettingsType0,
    )


T = TypeVar("T", bound="ConnectionChangeIn")


@_attrs_define
class ConnectionChangeIn:
    """What is missing stays as it is. Settings are replaced as a whole.

    Attributes:
        name (None | str | Unset):
        settings (ConnectionChangeInSettingsType0 | None | Unset): All of them. A value that came out as `[redacted]`
            may go back so, and stays.
    """

    name: None | str | Unset = UNSET
    settings: ConnectionChangeInSettingsType0 | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.connection_change_in_settings_type_0 import (
            ConnectionChangeInSettingsType0,
        )

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        settings: dict[str, Any] | None | Unset
        if isinstance(self.settings, Unset):
            settings = UNSET
        elif isinstance(self.settings, ConnectionChangeInSettingsType0):
            settings = self.settings.to_dict()
        else:
            settings = self.settings

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if settings is not UNSET:
            field_dict["settings"] = settings

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.connection_change_in_settings_type_0 import (
            ConnectionChangeInSettingsType0,
        )

        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_settings(
            data: object,
        ) -> ConnectionChangeInSettingsType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                settings_type_0 = ConnectionChangeInSettingsType0.from_dict(data)

                return settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConnectionChangeInSettingsType0 | None | Unset, data)

        settings = _parse_settings(d.pop("settings", UNSET))

        connection_change_in = cls(
            name=name,
            settings=settings,
        )

        return connection_change_in
