from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.template_fill_in_connections import TemplateFillInConnections
    from ..models.template_fill_in_values import TemplateFillInValues


T = TypeVar("T", bound="TemplateFillIn")


@_attrs_define
class TemplateFillIn:
    """What to make of a template.

    Attributes:
        slug (str): Of the workflow.
        name (str):
        connections (TemplateFillInConnections): The slug of the connection that plays each part.
        address (None | str | Unset): Of the public form: /f/<address>. Without, it has no page.
        values (TemplateFillInValues | Unset): By the key of each blank.
    """

    slug: str
    name: str
    connections: TemplateFillInConnections
    address: None | str | Unset = UNSET
    values: TemplateFillInValues | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        slug = self.slug

        name = self.name

        connections = self.connections.to_dict()

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        values: dict[str, Any] | Unset = UNSET
        if not isinstance(self.values, Unset):
            values = self.values.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "slug": slug,
                "name": name,
                "connections": connections,
            }
        )
        if address is not UNSET:
            field_dict["address"] = address
        if values is not UNSET:
            field_dict["values"] = values

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.template_fill_in_connections import TemplateFillInConnections
        from ..models.template_fill_in_values import TemplateFillInValues

        d = dict(src_dict)
        slug = d.pop("slug")

        name = d.pop("name")

        connections = TemplateFillInConnections.from_dict(d.pop("connections"))

        def _parse_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        _values = d.pop("values", UNSET)
        values: TemplateFillInValues | Unset
        if isinstance(_values, Unset):
            values = UNSET
        else:
            values = TemplateFillInValues.from_dict(_values)

        template_fill_in = cls(
            slug=slug,
            name=name,
            connections=connections,
            address=address,
            values=values,
        )

        return template_fill_in
