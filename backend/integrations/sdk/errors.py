"""Errors of a delivery, grouped by what the sender does next.

    ConnectorError
    ├── Transient            nothing was done there; the same send may work later, after
    │                        `retry_after` seconds if it said so
    │   └── ConnectFailed    no connection was made, so nothing was sent
    ├── RateLimited          nothing was done there; wait `retry_after` seconds if it is known
    ├── InvalidInput         the same send fails for ever; a person corrects `fields`
    │   └── EgressBlocked    the address is on a network that the operator has not allowed
    ├── AuthFailed           the credentials are refused; pause the connection, tries lock accounts
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
    """The destination did nothing; trying again later is safe and may work.

    `retry_after` is in seconds, None when it gave no time.
    """

    kind = "transient"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class ConnectFailed(Transient):
    """The connection was refused, timed out or could not be resolved: nothing was sent."""


class RateLimited(ConnectorError):
    """The destination asks to slow down. `retry_after` is in seconds, None when it gave no time."""

    kind = "rate_limited"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


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
