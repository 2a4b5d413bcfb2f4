"""Settings, credentials, input and output of the `email` connector."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from integrations.sdk import Output, Strict
from integrations.sdk.fields import Line, MailAddress, OneLineSecret


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
    from_address: MailAddress = Field(title="Sender's address")
    from_name: Line | None = Field(default=None, title="Sender's name")


class EmailCredentials(Strict):
    """Sign-in at the mail server; empty where the server asks for none."""

    username: Line | None = Field(default=None, title="User name")
    password: OneLineSecret | None = Field(default=None, title="Password")

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.username is None) != (self.password is None):
            raise ValueError("give the user name and the password together, or neither")
        return self


class EmailIn(Strict):
    """One message to one person."""

    to: MailAddress
    to_name: Line | None = None
    reply_to: MailAddress | None = None
    subject: Line = Field(min_length=1)
    text: str = Field(min_length=1, max_length=100_000)


class EmailOut(Output):
    """The mail server took responsibility for the message."""

    message_id: str
