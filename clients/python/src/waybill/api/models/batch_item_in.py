from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.batch_item_in_data import BatchItemInData


T = TypeVar("T", bound="BatchItemIn")


@_attrs_define
class BatchItemIn:
    """
    Attributes:
        data (BatchItemInData): The answers, by field: see the workflow's `schema.json`.
        idempotency_key (None | str | Unset): As the header of a single submission.
    """

    data: BatchItemInData
    idempotency_key: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        idempotency_key: None | str | Unset
        if isinstance(self.idempotency_key, Unset):
            idempotency_key = UNSET
        else:
            idempotency_key = self.idempotency_key

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )
        if idempotency_key is not UNSET:
            field_dict["idempotency_key"] = idempotency_key

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.batch_item_in_data import BatchItemInData

        d = dict(src_dict)
        data = BatchItemInData.from_dict(d.pop("data"))

        def _parse_idempotency_key(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        idempotency_key = _parse_idempotency_key(d.pop("idempotency_key", UNSET))

        batch_item_in = cls(
            data=data,
            idempotency_key=idempotency_key,
        )

        return batch_item_in
