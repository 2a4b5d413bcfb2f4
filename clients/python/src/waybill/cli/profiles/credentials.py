"""What a profile signs in with, as it is kept."""

from __future__ import annotations

import re
import time
from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

from waybill.cli.problems import Exit, Problem

_EARLY_SECONDS = 30.0
_KEY = re.compile(r"[A-Za-z0-9._~+/=-]{1,4096}")
"""What a bearer token may be (RFC 6750)."""


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


def key_clean(given: str) -> str:
    """The key without the space around it. Raises Problem for what cannot be one."""
    key = given.strip()
    if not _KEY.fullmatch(key):
        raise Problem(
            "This is no API key: a key is one word of letters, digits, `-` and `_`.",
            "Copy it again from where it was shown.",
            Exit.USAGE,
        )
    return key


Credential = ApiKey | Tokens

_KEPT: TypeAdapter[Credential] = TypeAdapter(Annotated[Credential, Field(discriminator="kind")])


def credential_text(credential: Credential) -> str:
    """As it is kept."""
    return credential.model_dump_json()


def credential_read(text: str) -> Credential:
    """From what was kept. Raises pydantic.ValidationError."""
    return _KEPT.validate_json(text)
