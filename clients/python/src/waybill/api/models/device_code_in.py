from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="DeviceCodeIn")


@_attrs_define
class DeviceCodeIn:
    """
    Attributes:
        user_code (str): As the program shows it; capitals, spaces and hyphens do not matter.
    """

    user_code: str

    def to_dict(self) -> dict[str, Any]:
        user_code = self.user_code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "user_code": user_code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        user_code = d.pop("user_code")

        device_code_in = cls(
            user_code=user_code,
        )

        return device_code_in
