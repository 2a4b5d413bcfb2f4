from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.credentials_in_credentials import CredentialsInCredentials


T = TypeVar("T", bound="CredentialsIn")


@_attrs_define
class CredentialsIn:
    """All credentials of the connection, as its connector wants them. They never come out again.

    Attributes:
        credentials (CredentialsInCredentials): As the connector's `credentials_schema` says. They never come out again.
        end_at (datetime.datetime | None | Unset): When the credentials stop working, if you know; a JWT says it itself.
    """

    credentials: CredentialsInCredentials
    end_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        credentials = self.credentials.to_dict()

        end_at: None | str | Unset
        if isinstance(self.end_at, Unset):
            end_at = UNSET
        elif isinstance(self.end_at, datetime.datetime):
            end_at = self.end_at.isoformat()
        else:
            end_at = self.end_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "credentials": credentials,
            }
        )
        if end_at is not UNSET:
            field_dict["end_at"] = end_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.credentials_in_credentials import CredentialsInCredentials

        d = dict(src_dict)
        credentials = CredentialsInCredentials.from_dict(d.pop("credentials"))

        def _parse_end_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_at_type_0 = datetime.datetime.fromisoformat(data)

                return end_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        end_at = _parse_end_at(d.pop("end_at", UNSET))

        credentials_in = cls(
            credentials=credentials,
            end_at=end_at,
        )

        return credentials_in
