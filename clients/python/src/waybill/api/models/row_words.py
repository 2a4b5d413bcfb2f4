from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.plural import Plural


T = TypeVar("T", bound="RowWords")


@_attrs_define
class RowWords:
    """Around the rows of a repeating group.

    Attributes:
        row (str):
        numbered (str):
        add (str):
        remove (str):
        up (str):
        down (str):
        added (str):
        removed (str):
        moved (str):
        none (str):
        least (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        most (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
    """

    row: str
    numbered: str
    add: str
    remove: str
    up: str
    down: str
    added: str
    removed: str
    moved: str
    none: str
    least: Plural
    most: Plural

    def to_dict(self) -> dict[str, Any]:
        row = self.row

        numbered = self.numbered

        add = self.add

        remove = self.remove

        up = self.up

        down = self.down

        added = self.added

        removed = self.removed

        moved = self.moved

        none = self.none

        least = self.least.to_dict()

        most = self.most.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "row": row,
                "numbered": numbered,
                "add": add,
                "remove": remove,
                "up": up,
                "down": down,
                "added": added,
                "removed": removed,
                "moved": moved,
                "none": none,
                "least": least,
                "most": most,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.plural import Plural

        d = dict(src_dict)
        row = d.pop("row")

        numbered = d.pop("numbered")

        add = d.pop("add")

        remove = d.pop("remove")

        up = d.pop("up")

        down = d.pop("down")

        added = d.pop("added")

        removed = d.pop("removed")

        moved = d.pop("moved")

        none = d.pop("none")

        least = Plural.from_dict(d.pop("least"))

        most = Plural.from_dict(d.pop("most"))

        row_words = cls(
            row=row,
            numbered=numbered,
            add=add,
            remove=remove,
            up=up,
            down=down,
            added=added,
            removed=removed,
            moved=moved,
            none=none,
            least=least,
            most=most,
        )

        return row_words
