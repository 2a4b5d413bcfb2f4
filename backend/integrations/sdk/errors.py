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
"""

from collections.abc import Mapping


class ConnectorError(Exception):
    """Base of every classified failure. `message` is a sentence that an operator can act on."""

    kind = "internal"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Transient(ConnectorError):
    """Not now: trying again later may work.

    `retry_after` is in seconds, None when it gave no time. `not_done`: there is proof that the
    destination did nothing. Without it, it may have done something all the same.
    """

    kind = "transient"

    def __init__(
        self, message: str, retry_after: float | None = None, *, not_done: bool = False
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.not_done = not_done


class ConnectFailed(Transient):
    """The connection was refused, timed out or could not be resolved: nothing was sent."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message, retry_after, not_done=True)


class RateLimited(ConnectorError):
    """The destination asks to slow down. `retry_after` and `not_done` are as in `Transient`."""

    kind = "rate_limited"

    def __init__(
        self, message: str, retry_after: float | None = None, *, not_done: bool = False
    ) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.not_done = not_done


class InvalidInput(ConnectorError):
    """This input is refused for good. `fields` maps the path of a field to the reason."""

    kind = "invalid_input"

    def __init__(self, message: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.fields = dict(fields or {})


class EgressBlocked(InvalidInput):
    """The destination's address is private or reserved, and the operator's allow-list lacks it."""


class AuthFailed(ConnectorError):
    """The credentials or the rights of the account do not suffice."""

    kind = "auth_failed"


class OutcomeUnknown(ConnectorError):
    """The send may have taken effect. Only a look-up or a person can tell."""

    kind = "outcome_unknown"


class AnswerLost(Exception):
    """Something was sent and no answer, or none that makes sense, came back."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
