"""What went wrong, for whoever typed the command: what happened, to what, what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from waybill import Fault, Refused, UnexpectedAnswer, Unreachable, WaybillError
from waybill.api import API_VERSION


class Exit(IntEnum):
    """The exit codes, documented in `docs/guides/command-line.md`."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    FAULTS = 3
    NO_RIGHT = 4
    UNREACHABLE = 5
    CHANGES = 6
    INTERRUPTED = 130
    PIPE_CLOSED = 141


_BY_STATUS = {400: Exit.FAULTS, 401: Exit.NO_RIGHT, 403: Exit.NO_RIGHT, 422: Exit.FAULTS}
_PASSES = "Wait a moment and try again."
_NEXT = {
    401: "Sign in with `waybill login`.",
    403: "Ask for a key with this right, or sign in with another: `waybill whoami` lists yours.",
    429: _PASSES,
    503: _PASSES,
}
_BY_CODE = {
    "idempotency_key_reused": (Exit.FAILED, "Give another --idempotency-key, or the same answers."),
    "invalid_grant": (Exit.NO_RIGHT, _NEXT[401]),
    "token_reused": (Exit.NO_RIGHT, _NEXT[401]),
}


@dataclass
class Problem(Exception):
    """Ends the command with a message and an exit code."""

    what: str
    next: str = ""
    exit: Exit = Exit.FAILED
    faults: Sequence[Fault] = field(default=())
    request_id: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.next}".strip()


def problem_of(error: WaybillError) -> Problem:
    """The client's error as a problem of the command."""
    match error:
        case Unreachable():
            return Problem(
                str(error) if error.reason.endswith(".") else f"{error}.",
                "Check the address and your network, then repeat the command.",
                Exit.UNREACHABLE,
            )
        case Refused():
            code, next_step = _BY_CODE.get(error.code) or (
                _BY_STATUS.get(error.status, Exit.FAILED),
                _NEXT.get(error.status, ""),
            )
            return Problem(error.detail, next_step, code, error.faults, error.request_id)
        case UnexpectedAnswer():
            return Problem(
                error.reason,
                "Is the address that of Waybill? This command was made for version "
                f"{API_VERSION} of its API; `waybill whoami` compares.",
            )
        case _:
            return Problem(str(error))
