from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LiveWords")


@_attrs_define
class LiveWords:
    """
    Attributes:
        connecting (str):
        live (str):
        polling (str):
        off (str):
        plain (str):
        look_again (str):
    """

    connecting: str
    live: str
    polling: str
    off: str
    plain: str
    look_again: str

    def to_dict(self) -> dict[str, Any]:
        connecting = self.connecting

        live = self.live

        polling = self.polling

        off = self.off

        plain = self.plain

        look_again = self.look_again

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "connecting": connecting,
                "live": live,
                "polling": polling,
                "off": off,
                "plain": plain,
                "look_again": look_again,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        connecting = d.pop("connecting")

        live = d.pop("live")

        polling = d.pop("polling")

        off = d.pop("off")

        plain = d.pop("plain")

        look_again = d.pop("look_again")

        live_words = cls(
            connecting=connecting,
            live=live,
            polling=polling,
            off=off,
            plain=plain,
            look_again=look_again,
        )

        return live_words
