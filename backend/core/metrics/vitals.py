"""Web vitals: how visits of our pages felt, told by the browsers. https://web.dev/articles/vitals"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.metrics import catalogue
from core.metrics.pending import observe


class Page(StrEnum):
    """The kinds of pages that are told apart."""

    FORM = "form"
    TRACKING = "tracking"
    SIGN_IN = "sign-in"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True)
class Vitals:
    """Of one visit; None: the browser does not know. Seconds, but ``cls``, which has no unit."""

    ttfb: float | None
    lcp: float | None
    inp: float | None
    cls: float | None


def vitals_count(page: Page, vitals: Vitals) -> None:
    """A visit of such a page ended."""
    for metric, value in (
        (catalogue.PAGE_TTFB, vitals.ttfb),
        (catalogue.PAGE_LCP, vitals.lcp),
        (catalogue.PAGE_INP, vitals.inp),
        (catalogue.PAGE_CLS, vitals.cls),
    ):
        if value is not None:
            observe(metric, (page.value,), (value,))
