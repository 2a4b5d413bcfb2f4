"""Settings, credentials, inputs and outputs of the `tryton` connector."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import EmailStr, Field, StringConstraints

from integrations.sdk import Output, Strict
from integrations.sdk.contract.fields import BaseUrl, OneLineSecret

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=255)]
Comment = Annotated[str, StringConstraints(max_length=20_000)]
Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
RecordId = Annotated[int, Field(ge=1, le=2**31 - 1)]
MAX_LINES = 200


class TrytonConfig(Strict):
    """The Tryton server, its database and for whom Waybill works there."""

    base_url: BaseUrl = Field(
        title="Address",
        description="Where the server is, without the database. Such as https://erp.example.com",
    )
    database: str = Field(
        default="tryton",
        pattern=r"^[A-Za-z0-9_.-]{1,63}$",
        title="Database",
        description="The name that people choose when they sign in to Tryton.",
    )
    company: int = Field(
        ge=1,
        title="Company",
        description="Number of the company that records are made for. Mostly 1 where there is one.",
    )
    employee: int | None = Field(
        default=None,
        ge=1,
        title="Employee",
        description="Number of the employee in whose name records are made. Empty: nobody's.",
    )
    web_url: BaseUrl | None = Field(
        default=None,
        title="Web client",
        description="Where people open Tryton; records link to it. Empty: no links.",
    )


class TrytonCredentials(Strict):
    """The key of a user application of kind “REST API”."""

    application_key: OneLineSecret = Field(
        title="Application key",
        description="Of a user application of kind “REST API”, which an administrator approved.",
    )


_EMAIL = Field(
    default=None,
    title="E-mail",
    description="Where to write to the customer. Kept as a contact mechanism.",
)
_PHONE = Field(
    default=None, title="Phone", description="With the country's code, such as +43 1 5131515."
)
_WEBSITE = Field(default=None, title="Website", description="Such as https://ada.example")
_CONTACT = Field(
    default=None,
    title="Contact person",
    description="Whom to ask for. Names the contact mechanisms and the address.",
)
_COUNTRY = Field(
    default=None,
    pattern=r"^[A-Za-z]{2}$",
    title="Country",
    description="Two letters (ISO 3166-1), such as AT.",
)


class PartyIn(Strict):
    """One customer and how to reach it."""

    name: Text = Field(title="Name", description="Of the company or the person.")
    email: EmailStr | None = _EMAIL
    phone: Text | None = _PHONE
    website: Text | None = _WEBSITE
    contact_name: Text | None = _CONTACT
    country: str | None = _COUNTRY


class PartyOut(Output):
    """A party. `record` is its code."""

    id: int = Field(title="Number of the record", description="What other actions name it by.")
    code: str = Field(title="Code", description="What people in Tryton name it by.")


class PartyUpsertIn(Strict):
    """One customer, found by the e-mail address or the code."""

    by: Literal["email", "code"] = Field(
        default="email",
        title="Find the customer by",
        description="The field that decides whether the customer is already there.",
    )
    code: Code | None = Field(
        default=None,
        title="Code",
        description="Of the customer in Tryton. Needed to find it by the code.",
    )
    name: Text | None = Field(
        default=None,
        title="Name",
        description="Of the company or the person. Needed for a customer that is not there yet; "
        "changes the name of one that is.",
    )
    email: EmailStr | None = _EMAIL
    phone: Text | None = _PHONE
    website: Text | None = _WEBSITE
    contact_name: Text | None = _CONTACT
    country: str | None = _COUNTRY


class PartyUpsertOut(PartyOut):
    """A party that was made or brought up to date. `record` is its code."""

    created: bool = Field(title="Newly made", description="False: it was there already.")


class OpportunityIn(Strict):
    """One lead of a party."""

    party: RecordId = Field(
        title="Customer",
        description="The number of its record, as the step that makes it gives it.",
    )
    description: Text = Field(title="Subject", description="What it is about, on one line.")
    comment: Comment | None = Field(
        default=None, title="Comment", description="Anything longer, on several lines."
    )
    amount: Decimal | None = Field(
        default=None,
        ge=0,
        max_digits=16,
        decimal_places=2,
        title="Amount",
        description="What it may be worth, in the company's currency.",
    )


class OpportunityOut(Output):
    """A sale opportunity. `record` is its number."""

    id: int = Field(title="Number of the record", description="What other actions name it by.")
    number: str | None = Field(title="Number", description="What people in Tryton name it by.")


class SaleLineIn(Strict):
    """One product and how much of it."""

    product: Code | RecordId = Field(
        title="Product", description="Its code as a text, or the number of its record."
    )
    quantity: Decimal = Field(
        gt=0,
        max_digits=12,
        decimal_places=6,
        title="Quantity",
        description="In the unit in which the product is sold.",
    )
    unit_price: Decimal | None = Field(
        default=None,
        ge=0,
        max_digits=16,
        decimal_places=4,
        title="Price of one",
        description="Without taxes, in the sale's currency. Empty: the price that Tryton has.",
    )
    description: Annotated[str, StringConstraints(max_length=1_000)] | None = Field(
        default=None, title="Description", description="What to say about this line."
    )


class SaleIn(Strict):
    """One sale of a party, as a draft."""

    party: RecordId = Field(
        title="Customer",
        description="The number of its record, as the step that makes it gives it.",
    )
    lines: list[SaleLineIn] = Field(
        min_length=1,
        max_length=MAX_LINES,
        title="Lines",
        description=f"What is sold, 1 to {MAX_LINES} lines.",
    )
    description: Text | None = Field(
        default=None, title="Subject", description="What it is about, on one line."
    )
    comment: Comment | None = Field(
        default=None, title="Comment", description="Anything longer, on several lines."
    )
    currency: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z]{3}$",
        title="Currency",
        description="Three letters (ISO 4217), such as EUR. Empty: the customer's, else the "
        "company's.",
    )
    payment_term: Text | None = Field(
        default=None,
        title="Payment term",
        description="Its name in Tryton. Empty: the customer's, if it has one.",
    )


_TOTAL = Annotated[str, StringConstraints(max_length=40)]


class SaleOut(Output):
    """A sale. `record` is its number, or while it has none our reference."""

    id: int = Field(title="Number of the record", description="What other actions name it by.")
    number: str | None = Field(
        title="Number", description="What people name it by. A draft has none: a quotation has."
    )
    state: str | None = Field(title="State", description="Such as draft or quotation.")
    lines: int = Field(title="Lines", description="How many there are.")
    total: _TOTAL | None = Field(
        title="Total", description="With taxes, as Tryton computes it, such as 378.00."
    )
    currency: str | None = Field(title="Currency", description="Three letters, such as EUR.")
    remark: str | None = Field(
        default=None, max_length=500, title="Remark", description="What people should check."
    )


class SaleQuoteIn(Strict):
    """One sale."""

    sale: RecordId = Field(
        title="Sale", description="The number of its record, as the step that makes it gives it."
    )
