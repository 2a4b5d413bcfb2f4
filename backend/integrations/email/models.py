"""Settings, credentials, input and output of the `email` connector."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from integrations.sdk import Exposed, Output, Strict
from integrations.sdk.contract.fields import Line, MailAddress, OneLineSecret


class Security(StrEnum):
    """How the connection to the mail server is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class EmailConfig(Strict):
    """The mail server and the sender."""

    host: Line = Field(
        min_length=1, title="Mail server", description="Such as smtp.example.com, without a port."
    )
    port: int = Field(
        default=587,
        ge=1,
        le=65535,
        title="Port",
        description="Mostly 587 with STARTTLS and 465 with TLS.",
    )
    security: Security = Field(
        default=Security.STARTTLS,
        title="Encryption",
        description="STARTTLS begins in the clear and then encrypts; TLS encrypts from the first "
        "byte; without either no password is sent.",
    )
    from_address: MailAddress = Field(
        title="Sender's address", description="One that the account may send from."
    )
    from_name: Line | None = Field(
        default=None, title="Sender's name", description="What is shown beside the address."
    )


class EmailCredentials(Strict):
    """Sign-in at the mail server; empty where the server asks for none."""

    username: Line | None = Field(
        default=None, title="User name", description="Often the whole address of the mailbox."
    )
    password: OneLineSecret | None = Field(
        default=None,
        title="Password",
        description="Many providers want one made for programs, an “app password”.",
    )

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.username is None) != (self.password is None):
            raise ValueError("give the user name and the password together, or neither")
        return self


class EmailIn(Strict):
    """One message to one person."""

    to: MailAddress = Field(title="To", description="The e-mail address of one person.")
    to_name: Line | None = Field(
        default=None, title="Name", description="Of the person who gets it."
    )
    reply_to: MailAddress | None = Field(
        default=None, title="Answers to", description="Where answers go. Empty: to the sender."
    )
    subject: Annotated[Line, Exposed("the subject of a message")] = Field(
        min_length=1, title="Subject", description="On one line, 255 characters at most."
    )
    text: str = Field(
        min_length=1,
        max_length=100_000,
        title="Text",
        description="Plain text on any number of lines.",
    )


class EmailOut(Output):
    """The mail server took responsibility for the message."""

    message_id: Annotated[str, StringConstraints(max_length=400)] = Field(
        title="Message-ID", description="What mail servers call the message in their logs."
    )
