"""Settings, credentials, input and output of the `rest` connector."""

import re
from typing import Annotated, Any, Literal
from urllib.parse import unquote

from pydantic import AfterValidator, Field, StringConstraints

from integrations.sdk import Output, Strict
from integrations.sdk.fields import BaseUrl, Line, OneLineSecret

_RESERVED_HEADERS = {
    *("authorization", "connection", "content-length", "content-type", "cookie", "expect", "host"),
    *("idempotency-key", "keep-alive", "proxy-authorization", "te", "trailer"),
    *("transfer-encoding", "upgrade"),
}
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


def _path(path: str) -> str:
    if not path.startswith("/") or path.startswith("//") or _CONTROL.search(path) or "\\" in path:
        raise ValueError("a path starts with one slash and has no control characters")
    if "?" in path or "#" in path:
        raise ValueError("a path has no ? and no #; put parameters in the query")
    if any(unquote(segment) in {".", ".."} for segment in path.split("/")):
        raise ValueError("a path does not climb with . or ..")
    return path


Headers = Annotated[dict[str, str], AfterValidator(_headers)]
HeaderName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", max_length=100)
]


class LookUp(Strict):
    """How to find what was made under our reference, in an API that can be asked for it."""

    path: Annotated[str, AfterValidator(_path)] = Field(
        title="Path of the list", description="Asked with GET."
    )
    parameter: str = Field(
        min_length=1, max_length=100, title="Query parameter that takes the reference"
    )
    field: str = Field(
        min_length=1,
        max_length=100,
        title="Field of the body that holds the reference",
        description="Written into every request of the readable action.",
    )
    pointer: str = Field(
        pattern=r"^(/[^/]*)+$",
        title="Where the answer has the record's number",
        description="JSON pointer, such as /items/0/id. Nothing there: nothing was made.",
    )


class RestConfig(Strict):
    """Where the API is, and headers that every request carries."""

    base_url: BaseUrl = Field(title="Address", description="Such as https://api.example.com/v2")
    headers: Headers = Field(default_factory=dict, title="Headers of every request")
    error_pointer: str | None = Field(
        default=None,
        pattern=r"^(/[^/]*)+$",
        title="Where a success hides an error",
        description="JSON pointer: if the body of a 2xx has something there, it was refused.",
    )
    look_up: LookUp | None = Field(default=None, title="How to look a reference up")
    key_window_seconds: float | None = Field(
        default=None,
        gt=0,
        title="How long the API remembers an Idempotency-Key",
        description="Seconds; empty when it never forgets one. Past it nothing is resent blindly.",
    )


class NoAuth(Strict):
    """The API asks for no credentials."""

    scheme: Literal["none"] = "none"


class BearerAuth(Strict):
    """A token in `Authorization: Bearer`."""

    scheme: Literal["bearer"]
    token: OneLineSecret


class BasicAuth(Strict):
    """User name and password."""

    scheme: Literal["basic"]
    username: Line
    password: OneLineSecret


class HeaderAuth(Strict):
    """A secret in a header of its own, such as `X-API-Key`."""

    scheme: Literal["header"]
    name: HeaderName
    value: OneLineSecret


class RestCredentials(Strict):
    """How the API knows who is calling."""

    auth: NoAuth | BearerAuth | BasicAuth | HeaderAuth = Field(
        default_factory=NoAuth, discriminator="scheme"
    )


class RequestIn(Strict):
    """One JSON request below the connection's address."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"] = "POST"
    path: Annotated[str, StringConstraints(max_length=2000), AfterValidator(_path)]
    query: dict[str, str] = Field(default_factory=dict)
    headers: Headers = Field(default_factory=dict)
    body: Any = None
    record_pointer: str | None = Field(
        default=None,
        pattern=r"^(/[^/]*)+$",
        description="JSON pointer to the record's number in the answer, such as /data/id",
    )


class RequestOut(Output):
    """The answer of the API."""

    status: int
    body: Any = None
