"""Settings, credentials, input and output of the `rest` connector."""

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Self
from urllib.parse import unquote

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from integrations.sdk import Exposed, Output, Strict
from integrations.sdk.contract.fields import BaseUrl, Line, OneLineSecret

_RESERVED_HEADERS = {
    *("authorization", "connection", "content-length", "content-type", "cookie", "expect", "host"),
    *("idempotency-key", "keep-alive", "proxy-authorization", "te", "trailer"),
    *("transfer-encoding", "upgrade"),
}
_MOST_BITS = 14_000
_EXACT = 2.0**53
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def _header_value(value: str) -> str:
    if _CONTROL.search(value):
        raise ValueError("a header value is one line without control characters")
    return value


def _headers(headers: dict[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a header name")
        if name.lower() in _RESERVED_HEADERS:
            raise ValueError(f"the header {name} is set by the connection, not by the request")
        _header_value(value)
    return headers


def _as_text(value: Any) -> Any:
    """A number or a yes as APIs write it in an address: a whole number without a point."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if value.bit_length() < _MOST_BITS else value
        case float() if value.is_integer() and abs(value) < _EXACT:
            return str(int(value))
        case float() if math.isfinite(value):
            return repr(value)
        case Decimal() if value.is_finite():
            return f"{value:f}"
    return value


def _without_nothing(values: Any) -> Any:
    """What has no value is not sent."""
    if not isinstance(values, Mapping):
        return values
    return {name: value for name, value in values.items() if value is not None}


def _path(path: str) -> str:
    if not path.startswith("/") or path.startswith("//") or _CONTROL.search(path) or "\\" in path:
        raise ValueError("a path starts with one slash and has no control characters")
    if "?" in path or "#" in path:
        raise ValueError("a path has no ? and no #; put parameters in the query")
    if any(unquote(segment) in {".", ".."} for segment in path.split("/")):
        raise ValueError("a path does not climb with . or ..")
    return path


_Scalar = Annotated[
    str,
    StringConstraints(max_length=4_000),
    BeforeValidator(_as_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "maxLength": 4_000},
                {"type": "number"},
                {"type": "boolean"},
                {"type": "null"},
            ]
        }
    ),
]
"""Text, or a number or a yes that becomes text."""

_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Query = Annotated[dict[_Name, _Scalar], Field(max_length=100), BeforeValidator(_without_nothing)]
Headers = Annotated[
    dict[_Name, _Scalar],
    Field(max_length=50),
    BeforeValidator(_without_nothing),
    AfterValidator(_headers),
]
HeaderName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", max_length=100)
]


Pointer = Annotated[str, StringConstraints(pattern=r"^(/[^/]*)+$", max_length=500)]
REFERENCE = "{reference}"


class LookUp(Strict):
    """How a record is found again by Waybill's reference, which is sent within each record.

    A search that ignores what it does not know would give other records; so a record counts as
    found only if the reference stands in it.
    """

    path: Annotated[str, StringConstraints(max_length=2000), AfterValidator(_path)] = Field(
        title="Path", description="Such as /leads or /leads/by-reference/{reference}"
    )
    query: Query = Field(
        default_factory=dict, title="Query", description='Such as {"external_id": "{reference}"}'
    )
    records: Pointer | None = Field(
        default=None,
        title="Where the records are in the answer",
        description="JSON pointer to a list or to one record; empty when the answer itself is it",
    )
    reference: Pointer = Field(
        title="Where the reference stands in a record",
        description="JSON pointer, such as /external_id. It is sent there and looked for there.",
    )
    record: Pointer | None = Field(
        default=None, title="Where a record's number is", description="JSON pointer, such as /id"
    )
    lag_seconds: float = Field(
        default=0,
        ge=0,
        le=3600,
        title="How long the search may lag behind a write",
        description="Seconds. A look-up waits for that, so that it finds what was written.",
    )
    follow_redirects: bool = Field(
        default=False,
        title="Follow redirects of the look-up",
        description="Up to three. Another host is shown no credentials.",
    )

    @model_validator(mode="after")
    def _asks_for_the_reference(self) -> Self:
        if not any(REFERENCE in text for text in [self.path, *self.query.values()]):
            raise ValueError(f"the path or the query names {REFERENCE}")
        return self


Status = Annotated[int, Field(ge=200, le=599)]


def _rising(both: str) -> str:
    first, _, last = both.partition("-")
    if first > last:
        raise ValueError("a range begins with the lower status")
    return both


StatusRange = Annotated[
    str,
    StringConstraints(pattern=r"^[2-5][0-9]{2}-[2-5][0-9]{2}$"),
    AfterValidator(_rising),
]


class Rule(Strict):
    """One kind of answer. It fits when everything that is said of it holds."""

    statuses: list[Status | StatusRange] = Field(
        default_factory=list,
        max_length=50,
        title="Statuses",
        description='Such as 409 or "500-599". Empty: any',
    )
    at: Pointer | None = Field(
        default=None, title="Where in the answer", description="JSON pointer, such as /success"
    )
    equals: str | int | bool | None = Field(
        default=None,
        title="What stands there",
        description="Empty: anything but nothing, false, an empty text or list",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.statuses and self.at is None:
            raise ValueError("a rule names statuses, or a place in the answer")
        if self.equals is not None and self.at is None:
            raise ValueError("what stands there needs a place in the answer")
        return self

    def counts(self, status: int) -> bool:
        """Whether it is about answers with this status."""
        return not self.statuses or any(
            _within(status, one) if isinstance(one, str) else status == one for one in self.statuses
        )


class RetryRule(Rule):
    """One kind of answer that asks to send the request again later."""

    not_done: bool = Field(
        default=False,
        title="Nothing was done",
        description="Whether the API promises that it has done nothing when it answers so.",
    )


def _within(status: int, both: str) -> bool:
    first, _, last = both.partition("-")
    return int(first) <= status <= int(last)


Rules = Annotated[list[Rule], Field(max_length=20)]
RetryRules = Annotated[list[RetryRule], Field(max_length=20)]


RECORD = "{record}"


def _record_url(text: str) -> str:
    """The number may not choose the site: it stands behind the host."""
    site, _, rest = text.partition("://")
    host, slash, _ = rest.partition("/")
    if site.lower() not in ("http", "https") or not host or RECORD in host:
        raise ValueError("write a whole address: https://, the site, then the rest with {record}")
    if RECORD not in rest or not slash:
        raise ValueError(f"the address names {RECORD}, where the number of the record stands")
    if any(c.isspace() or not c.isprintable() for c in text):
        raise ValueError("an address has no blanks in it")
    return text


RecordUrl = Annotated[str, StringConstraints(max_length=300), AfterValidator(_record_url)]


class RestConfig(Strict):
    """Where the API is, and headers that every request carries."""

    base_url: BaseUrl = Field(title="Address", description="Such as https://api.example.com/v2")
    headers: Headers = Field(
        default_factory=dict,
        title="Headers of every request",
        description='Such as {"X-Tenant": "riverside"}. No secrets: those are credentials.',
    )
    idempotency_window_seconds: float | None = Field(
        default=None,
        gt=0,
        title="How long the API remembers an Idempotency-Key",
        description="Seconds; empty when it never forgets one. Past it nothing is resent blindly.",
    )
    probe_path: Annotated[str, StringConstraints(max_length=2000), AfterValidator(_path)] | None = (
        Field(
            default=None,
            title="What the connection's own test asks for",
            description="A path that needs the credentials, such as /me. Empty: the address alone.",
        )
    )
    not_done_statuses: list[Annotated[int, Field(ge=400, le=599)]] = Field(
        default_factory=list,
        max_length=20,
        title="Statuses that mean: nothing was done",
        description="This API has done nothing when it answers with one of these. Such as 429 and "
        "503, if the API promises it: only then is a request repeated that it cannot recognize.",
    )
    refused: Rules = Field(
        default_factory=list,
        title="Answers that refuse the request for good",
        description='Such as {"statuses": [200], "at": "/success", "equals": false}',
    )
    retry: RetryRules = Field(
        default_factory=list,
        title="Answers that ask to send the request again later",
        description='Such as {"statuses": ["500-599"], "at": "/code", "equals": "locked"}',
    )
    success: Rules = Field(
        default_factory=list,
        title="Answers that mean: it is done",
        description='Such as {"at": "/success", "equals": true}. Empty: any 2xx but 207. A 2xx '
        "with something else in that place is refused; one with nothing there leaves it open.",
    )
    look_up: LookUp | None = Field(
        default=None,
        title="How a record is found again",
        description="Needed for requests that are looked up before they are sent again.",
    )
    record_url: RecordUrl | None = Field(
        default=None,
        title="Where people open a record",
        description="An address for people, with {record} in the place of its number, such as "
        "https://crm.example.com/leads/{record}. Empty: what the API says in `Location`.",
    )
    send_trace: bool = Field(
        default=False,
        title="Tell the API which trace a request belongs to",
        description="As the header traceparent (W3C Trace Context), if Waybill records a trace.",
    )


_SCHEME = "How the API knows who is calling."


class NoAuth(Strict):
    """The API asks for no credentials."""

    scheme: Literal["none"] = Field(default="none", title="Sign-in", description=_SCHEME)


class BearerAuth(Strict):
    """A token in `Authorization: Bearer`."""

    scheme: Literal["bearer"] = Field(title="Sign-in", description=_SCHEME)
    token: OneLineSecret = Field(
        title="Token", description="Without the word Bearer, which is put before it."
    )


class BasicAuth(Strict):
    """User name and password."""

    scheme: Literal["basic"] = Field(title="Sign-in", description=_SCHEME)
    username: Line = Field(title="User name", description="Of the account that may call the API.")
    password: OneLineSecret = Field(title="Password", description="Of the same account.")


class HeaderAuth(Strict):
    """A secret in a header of its own, such as `X-API-Key`."""

    scheme: Literal["header"] = Field(title="Sign-in", description=_SCHEME)
    name: HeaderName = Field(title="Header", description="Its name, such as X-API-Key.")
    value: OneLineSecret = Field(title="Secret", description="What the header holds.")


class RestCredentials(Strict):
    """How the API knows who is calling."""

    auth: NoAuth | BearerAuth | BasicAuth | HeaderAuth = Field(
        default_factory=NoAuth,
        discriminator="scheme",
        title="Sign-in",
        description="A token, a user name with a password, a header of its own, or nothing.",
    )


class RequestIn(Strict):
    """One JSON request below the connection's address."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"] = Field(
        default="POST", title="Method", description="What to do there. POST mostly creates."
    )
    path: Annotated[
        str,
        StringConstraints(max_length=2000),
        AfterValidator(_path),
        Exposed("the address of a request"),
    ] = Field(title="Path", description="What follows the connection's address, such as /leads")
    query: Annotated[Query, Exposed("the address of a request")] = Field(
        default_factory=dict,
        title="Query",
        description='Parameters of the address, such as {"limit": 5}. Numbers and yes or no become '
        "text; what is empty is left out.",
    )
    headers: Headers = Field(
        default_factory=dict,
        title="Headers",
        description="Beside those of the connection. Values as in the query.",
    )
    body: Any = Field(
        default=None, title="Body", description="What is sent, as JSON. Empty: nothing."
    )
    record_pointer: str | None = Field(
        default=None,
        pattern=r"^(/[^/]*)*$",
        max_length=500,
        title="Where the record's number is",
        description="JSON pointer to the record's number in the answer, such as /data/id; an empty "
        "text where the whole answer is the number. Without one, the end of `Location` is taken.",
    )
    refused: Rules | None = Field(
        default=None,
        title="Answers that refuse this request for good",
        description="Instead of the connection's own. Empty: the connection's hold.",
    )
    retry: RetryRules | None = Field(
        default=None,
        title="Answers that ask to send this request again later",
        description="Instead of the connection's own. Empty: the connection's hold.",
    )
    success: Rules | None = Field(
        default=None,
        title="Answers that mean: this request is done",
        description="Instead of the connection's own. Empty: the connection's hold.",
    )


class RequestOut(Output):
    """The answer of the API."""

    status: int = Field(
        ge=100, le=599, title="Status", description="The status of HTTP.", examples=[201]
    )
    body: Any = Field(
        default=None,
        title="Answer",
        description="JSON as it was, up to 1 MiB. Of a text, and of an answer that is larger, the "
        "first 8 KiB.",
    )
    remark: str | None = Field(
        default=None,
        max_length=1_000,
        title="Remark",
        description="What people should know of this answer, such as: no record.",
    )
