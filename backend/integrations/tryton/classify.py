"""What an answer of Tryton's REST API means for the sender.

Tryton reports missing rights with the same status as a wrong value (400, JSON), and a field that it
does not know with a 400 whose body is an HTML page about a bad request.
"""

import re
from typing import Any

from integrations.sdk import (
    Answer,
    AnswerLost,
    AuthFailed,
    InvalidInput,
    Problem,
    RateLimited,
    Transient,
)

# Tryton's own sentences (msg_access_rule_error, msg_access_rule_field_error), each as a whole: they
# name a model and a field. Those about single records and values quote what users wrote.
_NOT_ALLOWED = re.compile(r'You are not allowed to access "[\w .:-]{1,100}"\.')
_BUSY = {408, 409, 423, 425}


class Refused(InvalidInput):
    """Tryton's own rules refuse the record. `reason` is Tryton's sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Tryton refuses the record: {reason}")
        self.reason = reason


def checked(answer: Answer, host: str) -> Any:
    """The JSON of a success.

    Raises:
        AuthFailed: the key is unknown or not approved, or the user lacks the right by Tryton's own
            sentence. A 403 may come from a firewall that dislikes what somebody wrote.
        Refused, InvalidInput: Tryton's rules, the address or the database are wrong.
        RateLimited, Transient: Tryton did nothing; later may work.
        AnswerLost: any other 5xx, and a success that is not JSON.
    """
    status = answer.status
    if status == 200:
        return _json(answer, host)
    if status == 204:
        raise AnswerLost(
            "Tryton made the record, but the user of the key may not read it back.",
            problem=Problem.MISSING_RIGHTS,
        )
    if status == 400:
        raise _bad_request(answer)
    if _refuses_key(answer):
        raise AuthFailed(
            "Tryton refused the application key. Approve it in Tryton "
            "(Administration > Users > Users, tab Applications), then retry."
        )
    if status == 403:
        raise InvalidInput(
            f"{host} does not allow that (HTTP 403). If every record is refused, give the user of "
            "the key the right role in Tryton; else something before Tryton refuses this record.",
            problem=Problem.MISSING_RIGHTS,
        )
    if status == 404:
        raise InvalidInput(
            f"{host} does not know this database or kind of record. Check the address and the "
            "database of the connection, and that the modules that it needs are activated.",
            problem=Problem.WRONG_SETTINGS,
        )
    if status in (429, 503):
        raise RateLimited(f"Tryton asks to slow down (HTTP {status}).", answer.retry_after())
    if status in _BUSY:
        raise Transient(f"Tryton is busy (HTTP {status}).", problem=Problem.BUSY)
    raise _unexpected(status, host)


def _unexpected(status: int, host: str) -> InvalidInput | AnswerLost:
    if status < 300:
        return AnswerLost(
            f"{host} answered HTTP {status}, which Tryton does not.",
            problem=Problem.NOT_THIS_SYSTEM,
        )
    if status < 500:
        return InvalidInput(
            f"{host} answered HTTP {status}. Check the address of the connection.",
            problem=Problem.NOT_THIS_SYSTEM,
        )
    return AnswerLost(
        f"Tryton answered with an internal error (HTTP {status}). Look into its log.",
        problem=Problem.OUT_OF_ORDER,
    )


def _refuses_key(answer: Answer) -> bool:
    asks = answer.status == 403 and answer.headers.get("WWW-Authenticate")
    return answer.status in (401, 407) or bool(asks)


def _json(answer: Answer, host: str) -> Any:
    try:
        return answer.json()
    except ValueError:
        raise AnswerLost(
            f"{host} answered without JSON. It may not be a Tryton server.",
            problem=Problem.NOT_THIS_SYSTEM,
        ) from None


def _bad_request(answer: Answer) -> AuthFailed | InvalidInput:
    body: Any = answer.readable_body
    if not isinstance(body, dict):
        return InvalidInput(
            "Tryton did not understand the request. It may be another version than 8.0, "
            "or a module that the record needs is not activated.",
            problem=Problem.WRONG_SETTINGS,
        )
    parts = [str(body.get(name) or "").strip() for name in ("message", "description")]
    reason = " ".join(" ".join(part for part in parts if part).split())[:500]
    if _NOT_ALLOWED.fullmatch(parts[0]):
        return AuthFailed(
            f"The user of the application key lacks a right in Tryton: {reason} "
            "Give the user the right role, then retry.",
            problem=Problem.MISSING_RIGHTS,
        )
    return Refused(reason or "it gives no reason.")
