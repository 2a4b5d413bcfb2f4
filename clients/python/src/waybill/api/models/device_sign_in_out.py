from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.device_place_out import DevicePlaceOut


T = TypeVar("T", bound="DeviceSignInOut")


@_attrs_define
class DeviceSignInOut:
    """A program that waits to be let in, and who asks.

    Attributes:
        program (str): Waybill's name for it.
        said (str): What the program says it is; anybody can say anything.
        address (str): Where it asked from.
        same_address (bool | None): Whether you come from there too; null where the two cannot be compared.
        asked_at (datetime.datetime):
        expires_at (datetime.datetime):
        places (list[DevicePlaceOut]): Where you can let it in, the organization you joined first in front; empty if
            nowhere.
    """

    program: str
    said: str
    address: str
    same_address: bool | None
    asked_at: datetime.datetime
    expires_at: datetime.datetime
    places: list[DevicePlaceOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        program = self.program

        said = self.said

        address = self.address

        same_address: bool | None
        same_address = self.same_address

        asked_at = self.asked_at.isoformat()

        expires_at = self.expires_at.isoformat()

        places = []
        for places_item_data in self.places:
            places_item = places_item_data.to_dict()
            places.append(places_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "program": program,
                "said": said,
                "address": address,
                "same_address": same_address,
                "asked_at": asked_at,
                "expires_at": expires_at,
                "places": places,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.device_place_out import DevicePlaceOut

        d = dict(src_dict)
        program = d.pop("program")

        said = d.pop("said")

        address = d.pop("address")

        def _parse_same_address(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        same_address = _parse_same_address(d.pop("same_address"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        places = []
        _places = d.pop("places")
        for places_item_data in _places:
            places_item = DevicePlaceOut.from_dict(places_item_data)

            places.append(places_item)

        device_sign_in_out = cls(
            program=program,
            said=said,
            address=address,
            same_address=same_address,
            asked_at=asked_at,
            expires_at=expires_at,
            places=places,
        )

        device_sign_in_out.additional_properties = d
        return device_sign_in_out

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
