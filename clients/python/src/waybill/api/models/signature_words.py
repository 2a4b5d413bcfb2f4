from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SignatureWords")


@_attrs_define
class SignatureWords:
    """
    Attributes:
        name (str):
        hint (str):
        area (str):
        drawn (str):
        undo (str):
        clear (str):
    """

    name: str
    hint: str
    area: str
    drawn: str
    undo: str
    clear: str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        hint = self.hint

        area = self.area

        drawn = self.drawn

        undo = self.undo

        clear = self.clear

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "hint": hint,
                "area": area,
                "drawn": drawn,
                "undo": undo,
                "clear": clear,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        hint = d.pop("hint")

        area = d.pop("area")

        drawn = d.pop("drawn")

        undo = d.pop("undo")

        clear = d.pop("clear")

        signature_words = cls(
            name=name,
            hint=hint,
            area=area,
            drawn=drawn,
            undo=undo,
            clear=clear,
        )

        return signature_words
