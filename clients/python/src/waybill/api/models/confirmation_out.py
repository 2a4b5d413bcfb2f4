from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.confirmation_out_direction import ConfirmationOutDirection

if TYPE_CHECKING:
    from ..models.organization_name_out import OrganizationNameOut


T = TypeVar("T", bound="ConfirmationOut")


@_attrs_define
class ConfirmationOut:
    """What somebody who follows the link is asked, in the language of the form.

    Attributes:
        title (str): Of the form.
        organization (OrganizationNameOut): What the public may know of an organization.
        language (str):
        direction (ConfirmationOutDirection):
        text (str): What following the link leads to.
        send (str): What the button says.
    """

    title: str
    organization: OrganizationNameOut
    language: str
    direction: ConfirmationOutDirection
    text: str
    send: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        organization = self.organization.to_dict()

        language = self.language

        direction = self.direction.value

        text = self.text

        send = self.send

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "organization": organization,
                "language": language,
                "direction": direction,
                "text": text,
                "send": send,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.organization_name_out import OrganizationNameOut

        d = dict(src_dict)
        title = d.pop("title")

        organization = OrganizationNameOut.from_dict(d.pop("organization"))

        language = d.pop("language")

        direction = ConfirmationOutDirection(d.pop("direction"))

        text = d.pop("text")

        send = d.pop("send")

        confirmation_out = cls(
            title=title,
            organization=organization,
            language=language,
            direction=direction,
            text=text,
            send=send,
        )

        confirmation_out.additional_properties = d
        return confirmation_out

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
