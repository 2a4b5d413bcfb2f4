"""Errors of a delivery, grouped by what the sender does next.

    ConnectorError
    ├── Transient            the same send may work later, after `retry_after` seconds if it said
    │                        so; `not_done`: it is proven that nothing was done there
    │   └── ConnectFailed    no connection was made, so nothing was sent
    ├── RateLimited          wait `retry_after` seconds if it is known; `not_done` as above
    ├── InvalidInput         the same send fails for ever; a person corrects `fields`
    │   └── EgressBlocked    the address is on a network that the operator has not allowed
    ├── AuthFailed           the credentials are refused, by a status or a code, not by words alone
    └── OutcomeUnknown       it may have been done there: look it up, never resend blindly

`AnswerLost` is outside the tree. A client raises it when something was sent and the answer was not
understood; the connector turns it into `OutcomeUnknown`, or for a look-up into `Transient`.
Any other exception that leaves a connector is a defect of the connector.

What the sender does next is the class; what a person has to look at is `problem`.
"""

from collections.abc import Mapping
from enum import StrEnum


class Problem(StrEnum):
    """What is wrong between us and the system, for whoever sets the connection up."""

    NAME_NOT_FOUND = "name_not_found"
    """No name server knows the host."""
    REFUSED_CONNECTION = "refused_connection"
    """The host is there, and nothing listens on the port."""
    UNREACHABLE = "unreachable"
    """No way leads to the address, or the connection broke off."""
    TLS = "tls"
    """The certificate is not valid for us, or the two sides found no common encryption."""
    TIMED_OUT = "timed_out"
    """Nothing answered in time."""
    BLOCKED_ADDRESS = "blocked_address"
    """The address is private or reserved, and the operator has not allowed it."""
    WRONG_CREDENTIALS = "wrong_credentials"
    """Our sign-in is refused."""
    MISSING_RIGHTS = "missing_rights"
    """The sign-in holds, and its account may not do that."""
    WRONG_SETTINGS = "wrong_settings"
    """The system answers, and a setting of the connection does not fit it."""
    NOT_THIS_SYSTEM = "not_this_system"
    """Something else than the expected system answers."""
    BUSY = "busy"
    """The system is there and asks to come back later."""
    OUT_OF_ORDER = "out_of_order"
    """The system is there and fails by itself."""


class ConnectorError(Exception):
    """Base of every classified failure. `message` is a sentence that an operator can act on.

    `problem` says what is wrong with the connection; None where it is not about the connection.
    """

    kind = "internal"
    usual_problem: Problem | None = None

    def __init__(self, message: str, *, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.problem = problem or self.usual_problem


class Transient(ConnectorError):
    """Not now: trying again later may work.

    `retry_after` is in seconds, None when it gave no time. `not_done`: there is proof that the
    destination did nothing. Without it, it may have done something all the same.
    """

    kind = "transient"

    def __init__(
        self,
        message: str,
        retry_after: float | None = None,
        *,
        not_done: bool = False,
        problem: Problem | None = None,
    ) -> None:
        super().__init__(message, problem=problem)
        self.retry_after = retry_after
        self.not_done = not_done


class ConnectFailed(Transient):
    """The connection was refused, timed out or could not be resolved: nothing was sent."""

    usual_problem = Problem.UNREACHABLE

    def __init__(
        self, message: str, retry_after: float | None = None, *, problem: Problem | None = None
    ) -> None:
        super().__init__(message, retry_after, not_done=True, problem=problem)


class RateLimited(ConnectorError):
    """The destination asks to slow down. `retry_after` and `not_done` are as in `Transient`."""

    kind = "rate_limited"
    usual_problem = Problem.BUSY

    def __init__(
        self,
        message: str,
        retry_after: float | None = None,
        *,
        not_done: bool = False,
        problem: Problem | None = None,
    ) -> None:
        super().__init__(message, problem=problem)
        self.retry_after = retry_after
        self.not_done = not_done


class InvalidInput(ConnectorError):
    """This input is refused for good. `fields` maps the path of a field to the reason."""

    kind = "invalid_input"

    def __init__(
        self,
        message: str,
        fields: Mapping[str, str] | None = None,
        *,
        problem: Problem | None = None,
    ) -> None:
        super().__init__(message, problem=problem)
        self.fields = dict(fields or {})


class EgressBlocked(InvalidInput):
    """The destination's address is private or reserved, and the operator's allow-list lacks it."""

    usual_problem = Problem.BLOCKED_ADDRESS


class AuthFailed(ConnectorError):
    """The credentials or the rights of the account do not suffice."""

    kind = "auth_failed"
    usual_problem = Problem.WRONG_CREDENTIALS


class OutcomeUnknown(ConnectorError):
    """The send may have taken effect. Only a look-up or a person can tell."""

    kind = "outcome_unknown"


class AnswerLost(Exception):
    """Something was sent and no answer, or none that makes sense, came back.

    `problem` as in `ConnectorError`.
    """

    def __init__(self, message: str, *, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.problem = problem
