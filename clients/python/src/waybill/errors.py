"""What can go wrong when Waybill is asked for something.

WaybillError
├── Unreachable        no answer: whether the request arrived is not known
├── Refused            the server says no, and why (RFC 9457 problem details)
└── UnexpectedAnswer   an answer that this client cannot read: another version, or not Waybill
"""

from __future__ import annotations

from dataclasses import dataclass, field

_PASSING = frozenset({429, 502, 503, 504})
"""What a server or a gateway before it answers for a while."""
IN_PROGRESS = "idempotency_key_in_progress"


class WaybillError(Exception):
    """Anything that kept the server from doing what was asked.

    ``passes``: the same request may well be answered later. ``retry_after``: seconds, if told.
    """

    retry_after: float | None = None

    @property
    def passes(self) -> bool:
        return False


class Unreachable(WaybillError):
    """No answer came. ``url``: of the server; ``reason``: what the network said."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url} cannot be reached: {reason}")
        self.url = url
        self.reason = reason

    @property
    def passes(self) -> bool:
        return True


@dataclass(frozen=True)
class Fault:
    """One refused field: its dotted path in the request, and why; line and column of a document."""

    field: str
    message: str
    line: int | None = None
    column: int | None = None


@dataclass
class Refused(WaybillError):
    """The server's own words about its refusal.

    ``status``: of HTTP; ``code``: the kind of problem, for programs; ``retry_after``: seconds.
    """

    status: int
    code: str
    title: str
    detail: str
    request_id: str = ""
    faults: tuple[Fault, ...] = field(default=())
    retry_after: float | None = None

    def __str__(self) -> str:
        return f"{self.detail} ({self.status}, {self.code})"

    @property
    def passes(self) -> bool:
        return self.status in _PASSING or self.code == IN_PROGRESS


class UnexpectedAnswer(WaybillError):
    """The answer is not one that this client knows. ``status``: of HTTP, if there was one."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status

    @property
    def passes(self) -> bool:
        return self.status in _PASSING
