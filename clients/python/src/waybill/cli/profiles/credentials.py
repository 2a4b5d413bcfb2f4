"""What a profile signs in with, as it is kept."""

from __future__ import annotations

import time
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

_EARLY_SECONDS = 30.0


class ApiKey(BaseModel):
    kind: Literal["key"] = "key"
    secret: str


class Tokens(BaseModel):
    """Of a person who let this program in. ``expires_at``: of the access token, by this machine's
    clock, in seconds since 1970. The refresh token works once."""

    kind: Literal["tokens"] = "tokens"
    access_token: str
    refresh_token: str
    expires_at: float

    @classmethod
    def got(cls, access_token: str, refresh_token: str, expires_in: float) -> Tokens:
        """As the server has just given them out. ``expires_in``: seconds."""
        return cls(
            access_token=access_token,
            refresh_token=refresh_token,
            expires_at=time.time() + expires_in,
        )

    @property
    def used_up(self) -> bool:
        """Whether the access token is over, or nearly."""
        return time.time() > self.expires_at - _EARLY_SECONDS


Credential = ApiKey | Tokens

_KEPT: TypeAdapter[Credential] = TypeAdapter(Annotated[Credential, Field(discriminator="kind")])


def credential_text(credential: Credential) -> str:
    """As it is kept."""
    return credential.model_dump_json()


def credential_read(text: str) -> Credential:
    """From what was kept. Raises pydantic.ValidationError."""
    return _KEPT.validate_json(text)
