from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.plural import Plural


T = TypeVar("T", bound="FileWords")


@_attrs_define
class FileWords:
    """
    Attributes:
        choose (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        drop (str):
        any_kind (str):
        size (str):
        size_each (str):
        most (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        count (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        list_ (str):
        remove (str):
        uploading (str):
        uploaded (str):
        refused (str):
        is_uploaded (str):
        was_removed (str):
        told (str):
        failed (str):
        unfinished (str):
        again (str):
    """

    choose: Plural
    drop: str
    any_kind: str
    size: str
    size_each: str
    most: Plural
    count: Plural
    list_: str
    remove: str
    uploading: str
    uploaded: str
    refused: str
    is_uploaded: str
    was_removed: str
    told: str
    failed: str
    unfinished: str
    again: str

    def to_dict(self) -> dict[str, Any]:
        choose = self.choose.to_dict()

        drop = self.drop

        any_kind = self.any_kind

        size = self.size

        size_each = self.size_each

        most = self.most.to_dict()

        count = self.count.to_dict()

        list_ = self.list_

        remove = self.remove

        uploading = self.uploading

        uploaded = self.uploaded

        refused = self.refused

        is_uploaded = self.is_uploaded

        was_removed = self.was_removed

        told = self.told

        failed = self.failed

        unfinished = self.unfinished

        again = self.again

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "choose": choose,
                "drop": drop,
                "any_kind": any_kind,
                "size": size,
                "size_each": size_each,
                "most": most,
                "count": count,
                "list": list_,
                "remove": remove,
                "uploading": uploading,
                "uploaded": uploaded,
                "refused": refused,
                "is_uploaded": is_uploaded,
                "was_removed": was_removed,
                "told": told,
                "failed": failed,
                "unfinished": unfinished,
                "again": again,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.plural import Plural

        d = dict(src_dict)
        choose = Plural.from_dict(d.pop("choose"))

        drop = d.pop("drop")

        any_kind = d.pop("any_kind")

        size = d.pop("size")

        size_each = d.pop("size_each")

        most = Plural.from_dict(d.pop("most"))

        count = Plural.from_dict(d.pop("count"))

        list_ = d.pop("list")

        remove = d.pop("remove")

        uploading = d.pop("uploading")

        uploaded = d.pop("uploaded")

        refused = d.pop("refused")

        is_uploaded = d.pop("is_uploaded")

        was_removed = d.pop("was_removed")

        told = d.pop("told")

        failed = d.pop("failed")

        unfinished = d.pop("unfinished")

        again = d.pop("again")

        file_words = cls(
            choose=choose,
            drop=drop,
            any_kind=any_kind,
            size=size,
            size_each=size_each,
            most=most,
            count=count,
            list_=list_,
            remove=remove,
            uploading=uploading,
            uploaded=uploaded,
            refused=refused,
            is_uploaded=is_uploaded,
            was_removed=was_removed,
            told=told,
            failed=failed,
            unfinished=unfinished,
            again=again,
        )

        return file_words
