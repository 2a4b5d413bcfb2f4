"""The retry policy of a step."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RetryPolicy(BaseModel):
    """A step's overrides. All times in seconds; ``max_tries`` includes the first try.

    Throttled tries (429) and tries with refused credentials do not count.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    base_seconds: float = Field(default=5, gt=0, le=3600)
    factor: float = Field(default=3, ge=1, le=10)
    cap_seconds: float = Field(default=86_400, gt=0, le=86_400)
    max_tries: int = Field(default=14, ge=1, le=100)
