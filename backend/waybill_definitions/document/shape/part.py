from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of every part of a definition: keys that it does not know are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)
