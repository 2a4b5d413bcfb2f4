"""Settings, credentials, input and output of the `email` connector."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, EmailStr, Field, SecretStr, StringConstraints, model_validator

from integrations.sdk import Output, Strict

_LINE_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


def _one_line(text: str) -> str:
    if _LINE_BREAKS.search(text):
        raise ValueError("write it on one line, without control characters")
    return text


Line = Annotated[str, StringConstraints(max_length=200), AfterValidator(_one_line)]


class Security(StrEnum):
    """How the connection to the mail server is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class EmailConfig(Strict):
    """The mail server and the sender."""

    host: Line = Field(min_length=1, title="Mail server")
    port: int = Field(default=587, ge=1, le=65535, title="Port")
    security: Security = Field(default=Security.STARTTLS, title="Encryption")
    from_address: EmailStr = Field(title="Sender's address")
    from_name: Line | None = Field(default=None, title="Sender's name")


class EmailCredentials(Strict):
    """Sign-in at the mail server; empty where the server asks for none."""

    username: str | None = Field(default=None, title="User name")
    password: SecretStr | None = Field(default=None, title="Password")

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.username is None) != (self.password is None):
            raise ValueError("give the user name and the password together, or neither")
        return self


class EmailIn(Strict):
    """One message to one person."""

    to: EmailStr
    to_name: Line | None = None
    reply_to: EmailStr | None = None
    subject: Line = Field(min_length=1)
    text: str = Field(min_length=1, max_length=100_000)


class EmailOut(Output):
    """The mail server took responsibility for the message."""

    message_id: str
