"""How often and how soon a step is tried again."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class RetryPolicy(BaseModel):
    """A step's overrides. Seconds throughout; ``max_tries`` counts the first try too.

    Tries that the destination put off (429) or that ended with refused credentials do not count.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    base_seconds: float = Field(default=5, gt=0, le=3600)
    factor: float = Field(default=3, ge=1, le=10)
    cap_seconds: float = Field(default=86_400, gt=0, le=86_400)
    max_tries: int = Field(default=14, ge=1, le=100)
