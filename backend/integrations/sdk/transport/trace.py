"""What an attempt said and heard, redacted, for the attempt's row."""

from dataclasses import dataclass, field
from typing import Any

from integrations.sdk.redaction.hidden import Hidden
from integrations.sdk.redaction.redaction import Redactor

MAX_EXCHANGES = 10
_READING = {"GET", "HEAD", "OPTIONS"}


@dataclass(slots=True)
class Exchange:
    """One request and its answer, both redacted and JSON-able."""

    request: dict[str, Any]
    response: dict[str, Any] = field(default_factory=dict)
    reads: bool = False
    """It asks, and changes nothing."""


class Trace:
    """Collects the exchanges of one `send` or `find`. Headers are never recorded.

    `parent`: the `traceparent` (W3C Trace Context) for a connection that wants it; empty without.
    """

    def __init__(self) -> None:
        self.parent = ""
        self.redactor = Redactor()
        self.exchanges: list[Exchange] = []

    def hide(self, *values: str) -> None:
        """Keep these secret values out of everything recorded from now on."""
        self.redactor.hide(*values)

    def hide_all(self, hidden: Hidden, *, answers: bool = False) -> None:
        """Like `hide`, for a set that is used again and again, or for what somebody answered."""
        self.redactor.hide_all(hidden, answers=answers)

    def begin(
        self,
        method: str,
        url: str,
        body: Any = None,
        size: int | None = None,
        *,
        reads: bool = False,
    ) -> Exchange:
        """Record a request before it is sent; the oldest is dropped after ten.

        `size` is how long the body is as JSON, if it is known. `reads`: it changes nothing there,
        whatever its method is.
        """
        shown = self.redactor.body(body, size)
        exchange = Exchange(
            {"method": method, "url": self.redactor.url(url), "body": shown},
            reads=reads or method in _READING,
        )
        self.exchanges = [*self.exchanges[1 - MAX_EXCHANGES :], exchange]
        return exchange

    def answered(
        self, exchange: Exchange, *, status: int, body: Any, ms: int, size: int | None = None
    ) -> None:
        """Record the answer to an exchange; `ms` is how long it took."""
        exchange.response = {"status": status, "body": self.redactor.body(body, size), "ms": ms}

    def failed(self, exchange: Exchange, *, error: str, ms: int) -> None:
        """Record that an exchange ended without an answer."""
        exchange.response = {"error": self.redactor.message(error), "ms": ms}

    @property
    def written(self) -> bool:
        """Whether a request was begun that may change something at the destination."""
        return any(not one.reads for one in self.exchanges)

    @property
    def request(self) -> dict[str, Any] | None:
        """The request that mattered: the last one that writes, else the last. None without any."""
        return self._main.request if self._main else None

    @property
    def response(self) -> dict[str, Any] | None:
        """The answer to `request`: status, body and milliseconds, or the error instead."""
        return self._main.response if self._main else None

    @property
    def _main(self) -> Exchange | None:
        for one in reversed(self.exchanges):
            if not one.reads:
                return one
        return self.exchanges[-1] if self.exchanges else None
