from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SentAgainOut")


@_attrs_define
class SentAgainOut:
    """A step that a replay would send, and what its destination would make of it.

    Attributes:
        position (int):
        title (str):
        system (str):
        delivered (bool): It was sent before, so it is sent twice. If not, its condition was false.
        record (None | str): What it made before.
        record_url (None | str):
        effect (None | str): `keyed`, `readable` or `blind`. A replay has keys and references of its own, so the
            destination knows it by none of them.
        same_by (None | str): What the destination recognizes the same thing by all the same, in words.
    """

    position: int
    title: str
    system: str
    delivered: bool
    record: None | str
    record_url: None | str
    effect: None | str
    same_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        position = self.position

        title = self.title

        system = self.system

        delivered = self.delivered

        record: None | str
        record = self.record

        record_url: None | str
        record_url = self.record_url

        effect: None | str
        effect = self.effect

        same_by: None | str
        same_by = self.same_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "position": position,
                "title": title,
                "system": system,
                "delivered": delivered,
                "record": record,
                "record_url": record_url,
                "effect": effect,
                "same_by": same_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        position = d.pop("position")

        title = d.pop("title")

        system = d.pop("system")

        delivered = d.pop("delivered")

        def _parse_record(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record = _parse_record(d.pop("record"))

        def _parse_record_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        record_url = _parse_record_url(d.pop("record_url"))

        def _parse_effect(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        effect = _parse_effect(d.pop("effect"))

        def _parse_same_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        same_by = _parse_same_by(d.pop("same_by"))

        sent_again_out = cls(
            position=position,
            title=title,
            system=system,
            delivered=delivered,
            record=record,
            record_url=record_url,
            effect=effect,
            same_by=same_by,
        )

        sent_again_out.additional_properties = d
        return sent_again_out

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
