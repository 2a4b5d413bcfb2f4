from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="EditorIn")


@_attrs_define
class EditorIn:
    """
    Attributes:
        tab (str): Chosen by the tab.
    """

    tab: str

    def to_dict(self) -> dict[str, Any]:
        tab = self.tab

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tab": tab,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        tab = d.pop("tab")

        editor_in = cls(
            tab=tab,
        )

        return editor_in
