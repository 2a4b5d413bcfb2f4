"""Settings, credentials, inputs and outputs of the `tryton` connector."""

from decimal import Decimal
from typing import Annotated

from pydantic import EmailStr, Field, StringConstraints

from integrations.sdk import Output, Strict
from integrations.sdk.fields import BaseUrl, OneLineSecret

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]


class TrytonConfig(Strict):
    """The Tryton server, its database and for whom Waybill works there."""

    base_url: BaseUrl = Field(title="Address", description="Such as https://erp.example.com")
    database: str = Field(default="tryton", pattern=r"^[A-Za-z0-9_.-]{1,63}$", title="Database")
    company: int = Field(ge=1, title="Company", description="Number of the company in Tryton")
    employee: int | None = Field(default=None, ge=1, title="Employee")
    web_url: BaseUrl | None = Field(
        default=None, title="Web client", description="Where people open Tryton; records link to it"
    )


class TrytonCredentials(Strict):
    """The key of a user application of kind “REST API”."""

    application_key: OneLineSecret = Field(title="Application key")


class PartyIn(Strict):
    """One customer and how to reach it."""

    name: Text
    email: EmailStr | None = None
    phone: Text | None = None
    website: Text | None = None
    contact_name: Text | None = None
    country: str | None = Field(
        default=None, pattern=r"^[A-Za-z]{2}$", description="ISO 3166-1, such as AT"
    )


class PartyOut(Output):
    """A party. `record` is its code."""

    id: int
    code: str


class OpportunityIn(Strict):
    """One lead of a party."""

    party: int = Field(ge=1, description="`id` of the party")
    description: Text
    comment: str | None = Field(default=None, max_length=20_000)
    amount: Decimal | None = Field(default=None, ge=0, max_digits=16, decimal_places=2)


class OpportunityOut(Output):
    """A sale opportunity. `record` is its number."""

    id: int
    number: str | None
