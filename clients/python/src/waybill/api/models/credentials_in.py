from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.credentials_in_credentials import CredentialsInCredentials


T = TypeVar("T", bound="CredentialsIn")


@_attrs_define
class CredentialsIn:
    """All credentials of the connection, as its connector wants them. They never come out again.

    Attributes:
        credentials (CredentialsInCredentials):
    """

    credentials: CredentialsInCredentials

    def to_dict(self) -> dict[str, Any]:
        credentials = self.credentials.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "credentials": credentials,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.credentials_in_credentials import CredentialsInCredentials

        d = dict(src_dict)
        credentials = CredentialsInCredentials.from_dict(d.pop("credentials"))

        credentials_in = cls(
            credentials=credentials,
        )

        return credentials_in
