from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DraftWords")


@_attrs_define
class DraftWords:
    """
    Attributes:
        kept (str):
        kept_partly (str):
        clear (str):
        changed (str):
    """

    kept: str
    kept_partly: str
    clear: str
    changed: str

    def to_dict(self) -> dict[str, Any]:
        kept = self.kept

        kept_partly = self.kept_partly

        clear = self.clear

        changed = self.changed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kept": kept,
                "kept_partly": kept_partly,
                "clear": clear,
                "changed": changed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kept = d.pop("kept")

        kept_partly = d.pop("kept_partly")

        clear = d.pop("clear")

        changed = d.pop("changed")

        draft_words = cls(
            kept=kept,
            kept_partly=kept_partly,
            clear=clear,
            changed=changed,
        )

        return draft_words
