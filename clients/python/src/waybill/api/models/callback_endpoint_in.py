from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.callback_kind import CallbackKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="CallbackEndpointIn")


@_attrs_define
class CallbackEndpointIn:
    """Where to send, and what about.

    Attributes:
        url (str):
        kinds (list[CallbackKind]):
        description (str | Unset):  Default: ''.
    """

    url: str
    kinds: list[CallbackKind]
    description: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.value
            kinds.append(kinds_item)

        description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "kinds": kinds,
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

        description = d.pop("description", UNSET)

        callback_endpoint_in = cls(
            url=url,
            kinds=kinds,
            description=description,
        )

        return callback_endpoint_in
