from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.schemas.base import In
from core.metrics import Page

_Seconds = Annotated[float, Field(ge=0, le=600, strict=True)]


class VitalsIn(In):
    page: Page = Field(description="The kind of page. Not its address.")
    ttfb: _Seconds | None = Field(
        None, description="Time to first byte: from the click to the answer's first byte, seconds."
    )
    lcp: _Seconds | None = Field(
        None, description="Largest contentful paint: until the largest part was drawn, seconds."
    )
    inp: _Seconds | None = Field(
        None, description="Interaction to next paint: the slowest answer to a hand, seconds."
    )
    cls: Annotated[float, Field(ge=0, le=1000, strict=True)] | None = Field(
        None, description="Cumulative layout shift: how much the page moved by itself, no unit."
    )
