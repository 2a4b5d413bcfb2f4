from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="AddressWords")


@_attrs_define
class AddressWords:
    """
    Attributes:
        street (str):
        more (str):
        postcode (str):
        city (str):
        region (str):
        country (str):
    """

    street: str
    more: str
    postcode: str
    city: str
    region: str
    country: str

    def to_dict(self) -> dict[str, Any]:
        street = self.street

        more = self.more

        postcode = self.postcode

        city = self.city

        region = self.region

        country = self.country

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "street": street,
                "more": more,
                "postcode": postcode,
                "city": city,
                "region": region,
                "country": country,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        street = d.pop("street")

        more = d.pop("more")

        postcode = d.pop("postcode")

        city = d.pop("city")

        region = d.pop("region")

        country = d.pop("country")

        address_words = cls(
            street=street,
            more=more,
            postcode=postcode,
            city=city,
            region=region,
            country=country,
        )

        return address_words
