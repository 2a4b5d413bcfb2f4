from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.page import Page
from ..types import UNSET, Unset

T = TypeVar("T", bound="VitalsIn")


@_attrs_define
class VitalsIn:
    """
    Attributes:
        page (Page): The kinds of pages that are told apart.
        ttfb (float | None | Unset): Time to first byte: from the click to the answer's first byte, seconds.
        lcp (float | None | Unset): Largest contentful paint: until the largest part was drawn, seconds.
        inp (float | None | Unset): Interaction to next paint: the slowest answer to a hand, seconds.
        cls (float | None | Unset): Cumulative layout shift: how much the page moved by itself, no unit.
    """

    page: Page
    ttfb: float | None | Unset = UNSET
    lcp: float | None | Unset = UNSET
    inp: float | None | Unset = UNSET
    cls: float | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        page = self.page.value

        ttfb: float | None | Unset
        if isinstance(self.ttfb, Unset):
            ttfb = UNSET
        else:
            ttfb = self.ttfb

        lcp: float | None | Unset
        if isinstance(self.lcp, Unset):
            lcp = UNSET
        else:
            lcp = self.lcp

        inp: float | None | Unset
        if isinstance(self.inp, Unset):
            inp = UNSET
        else:
            inp = self.inp

        cls: float | None | Unset
        if isinstance(self.cls, Unset):
            cls = UNSET
        else:
            cls = self.cls

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "page": page,
            }
        )
        if ttfb is not UNSET:
            field_dict["ttfb"] = ttfb
        if lcp is not UNSET:
            field_dict["lcp"] = lcp
        if inp is not UNSET:
            field_dict["inp"] = inp
        if cls is not UNSET:
            field_dict["cls"] = cls

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        page = Page(d.pop("page"))

        def _parse_ttfb(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        ttfb = _parse_ttfb(d.pop("ttfb", UNSET))

        def _parse_lcp(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        lcp = _parse_lcp(d.pop("lcp", UNSET))

        def _parse_inp(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        inp = _parse_inp(d.pop("inp", UNSET))

        def _parse_cls(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        cls = _parse_cls(d.pop("cls", UNSET))

        vitals_in = cls(
            page=page,
            ttfb=ttfb,
            lcp=lcp,
            inp=inp,
            cls=cls,
        )

        return vitals_in
