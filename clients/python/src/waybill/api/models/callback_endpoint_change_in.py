from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.callback_kind import CallbackKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="CallbackEndpointChangeIn")


@_attrs_define
class CallbackEndpointChangeIn:
    """
    Attributes:
        url (str):
        kinds (list[CallbackKind]):
        enabled (bool): Enabling sends what waited meanwhile.
        description (str | Unset):  Default: ''.
    """

    url: str
    kinds: list[CallbackKind]
    enabled: bool
    description: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.value
            kinds.append(kinds_item)

        enabled = self.enabled

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "kinds": kinds,
                "enabled": enabled,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        url = d.pop("url")

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = CallbackKind(kinds_item_data)

            kinds.append(kinds_item)

        enabled = d.pop("enabled")

        description = d.pop("description", UNSET)

        callback_endpoint_change_in = cls(
            url=url,
            kinds=kinds,
            enabled=enabled,
            description=description,
        )

        return callback_endpoint_change_in
