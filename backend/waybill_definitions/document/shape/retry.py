"""The retry policy of a step."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from waybill_definitions.document.shape.part import Part
from waybill_definitions.text.coded import Coded, FaultCode


class RetryPolicy(Part):
    """A step's overrides. All times in seconds; ``max_tries`` includes the first try.

    Throttled tries (429) and tries with refused credentials do not count.
    """

    base_seconds: float = Field(
        default=5, gt=0, le=3600, description="Seconds before the second try."
    )
    factor: float = Field(
        default=3, ge=1, le=10, description="How much longer each wait is than the one before."
    )
    cap_seconds: float = Field(default=86_400, gt=0, le=86_400, description="The longest wait.")
    max_tries: int = Field(default=14, ge=1, le=100, description="With the first one.")

    @model_validator(mode="after")
    def _first_wait_is_not_the_longest(self) -> Self:
        if self.base_seconds > self.cap_seconds:
            raise ValueError(
                Coded(
                    FaultCode.FIRST_WAIT_LONG,
                    (
                        f"the first wait of {self.base_seconds:g} s is longer than the longest of"
                        f" {self.cap_seconds:g} s: raise cap_seconds or lower base_seconds"
                    ),
                    first=self.base_seconds,
                    longest=self.cap_seconds,
                )
            )
        return self
