"""What the answer of an unknown API means for the sender.

Success and refusal are the destination's to say: the connection's rules come first, then HTTP.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from integrations.rest.models import RestConfig, Rule
from integrations.rest.pointers import at
from integrations.sdk import (
    Answer,
    AnswerLost,
    AuthFailed,
    InvalidInput,
    Problem,
    RateLimited,
    Transient,
)

_LATER = {
    408: "gave up waiting for the request",
    425: "asks to send it later",
}
_BUSY = (429, 503)
_MULTI_STATUS = 207

RuleT = TypeVar("RuleT", bound=Rule)


def done(answer: Answer, host: str, config: RestConfig, *, look_up: bool = False) -> Any:
    """The body of a success: JSON if it is JSON, under whatever content type, else its text.

    ``config``: the connection whose rules hold. ``look_up``: it is the answer to a search, which
    its rules for a success are not about.

    Raises:
        AuthFailed: 401, 407, and a refusal that names a way to sign in. No rule changes that.
        RateLimited: 429 and 503.
        Transient: 408, 425, a 409 that asks to try again, and what the connection says.
        InvalidInput: any other 4xx, a redirect (not followed), what the connection says, and a 2xx
            with something else than its success.
        AnswerLost: any other 5xx, a 207, a 2xx that says nothing of its success, and an answer
            that is too large to be judged by what is in it.
    """
    if _refuses_sign_in(answer):
        raise _sign_in_refused(answer, host)
    body, status = answer.readable_body, answer.status
    if answer.cut and _looks_inside(config):
        raise AnswerLost(f"{host} answered HTTP {status} with more than 1 MiB.")
    if _fitting(config.refused, status, body):
        raise InvalidInput(f"{host} refused the request (HTTP {status}).{said(answer)}")
    proven = status in config.not_done_statuses
    if (rule := _fitting(config.retry, status, body)) is not None:
        later = RateLimited if status in _BUSY else Transient
        words = f"{host} asks to try again later (HTTP {status}).{said(answer)}"
        raise later(words, answer.retry_after(), not_done=proven or rule.not_done)
    rules = () if look_up else config.success
    if _fitting(rules, status, body):
        return body
    if not 200 <= status < 300:
        raise _failure(answer, host, not_done=proven)
    if rules:
        raise _no_success(rules, answer, host)
    if status == _MULTI_STATUS:
        raise AnswerLost(
            f"{host} answered HTTP 207: a part of it may have failed. Say in the connection which "
            f"answers are a success.{said(answer)}"
        )
    return body


def _no_success(rules: Sequence[Rule], answer: Answer, host: str) -> InvalidInput | AnswerLost:
    """A 2xx that fits no rule: refused if another value stands where one looks, else open."""
    body = answer.readable_body
    for rule in rules:
        if rule.counts(answer.status) and rule.at and at(body, rule.at) is not None:
            return InvalidInput(
                f"{host} refused the request: its answer (HTTP {answer.status}) has something else "
                f"than success at {rule.at}.{said(answer)}"
            )
    return AnswerLost(
        f"{host} answered HTTP {answer.status}, which the connection does not count as success."
        f"{said(answer)}"
    )


def _looks_inside(config: RestConfig) -> bool:
    return any(rule.at for rule in (*config.refused, *config.retry, *config.success))


def _fitting(rules: Iterable[RuleT], status: int, body: Any) -> RuleT | None:
    return next((rule for rule in rules if _fits(rule, status, body)), None)


def _fits(rule: Rule, status: int, body: Any) -> bool:
    if not rule.counts(status):
        return False
    if rule.at is None:
        return True
    found = at(body, rule.at)
    if rule.equals is None:
        return found not in (None, False, "", [], {})
    return type(found) is type(rule.equals) and bool(found == rule.equals)


def _failure(answer: Answer, host: str, *, not_done: bool) -> Exception:
    status, wait = answer.status, answer.retry_after()
    if status == 429:
        return RateLimited(f"{host} asks to slow down (HTTP 429).", wait, not_done=not_done)
    if status == 503:
        return RateLimited(f"{host} is not available (HTTP 503).", wait, not_done=not_done)
    if status in _LATER or (status == 409 and wait is not None):
        did = _LATER.get(status, "is still busy with it")
        return Transient(f"{host} {did} (HTTP {status}).", wait, not_done=not_done)
    if not_done:
        return Transient(f"{host} did not do it (HTTP {status}).", wait, not_done=True)
    if 300 <= status < 400 and status != 303:
        return InvalidInput(_redirect(answer, host))
    if 400 <= status < 500:
        return InvalidInput(f"{host} refused the request (HTTP {status}).{said(answer)}")
    return AnswerLost(f"{host} answered HTTP {status}.{said(answer)}")


def present(answer: Answer, host: str, *, own_path: bool) -> None:
    """Nothing when the API is there. ``own_path``: the path was chosen to test the sign-in.

    Raises:
        AuthFailed: our sign-in is refused, or may not ask for the path.
        RateLimited, Transient: the API is not able to answer.
        InvalidInput: it answers, and something else than an API does at the path, or nothing.
    """
    if _refuses_sign_in(answer):
        raise _sign_in_refused(answer, host)
    if answer.status == 403 and own_path:
        raise AuthFailed(
            f"{host} knows this account and does not let it in there (HTTP 403). Give the account "
            f"the right to it, or let the test ask for another path.{said(answer)}",
            problem=Problem.MISSING_RIGHTS,
        )
    if answer.status in _BUSY:
        raise RateLimited(
            f"{host} is busy (HTTP {answer.status}). Try again later.", answer.retry_after()
        )
    if answer.status >= 500 or answer.status in _LATER:
        raise Transient(
            f"{host} is out of order (HTTP {answer.status}). Ask its operator.{said(answer)}",
            problem=Problem.OUT_OF_ORDER,
        )
    if 300 <= answer.status < 400 and own_path:
        raise InvalidInput(_redirect(answer, host), problem=Problem.WRONG_SETTINGS)
    if answer.status >= 400 and own_path:
        raise InvalidInput(
            f"{host} does not know what the test asks for (HTTP {answer.status}). Check the "
            f"address of the connection, and the path of its test.{said(answer)}",
            problem=Problem.WRONG_SETTINGS,
        )
    if own_path and _is_page(answer):
        raise InvalidInput(
            f"{host} answers the test with a web page instead of data. Check the address of the "
            "connection, and the path of its test.",
            problem=Problem.NOT_THIS_SYSTEM,
        )


def _is_page(answer: Answer) -> bool:
    return answer.media_type in {"text/html", "application/xhtml+xml"}


def _refuses_sign_in(answer: Answer) -> bool:
    """By status or header alone: what else the answer says may quote anybody."""
    asks = 400 <= answer.status < 500 and answer.headers.get("WWW-Authenticate", "").strip()
    return answer.status in (401, 407) or bool(asks)


def _sign_in_refused(answer: Answer, host: str) -> AuthFailed:
    return AuthFailed(
        f"{host} refused the credentials (HTTP {answer.status}). Check them in the connection."
    )


def _redirect(answer: Answer, host: str) -> str:
    target = answer.headers.get("Location", "")[:300]
    hint = f" to {target}" if target else ""
    return (
        f"{host} redirects{hint} (HTTP {answer.status}), and redirects are not followed. "
        "Put the final address in the connection."
    )


def said(answer: Answer) -> str:
    """What the API said about a failure, in at most 300 characters. Nothing is judged by it."""
    body: Any = answer.readable_body
    if isinstance(body, dict):
        error = body.get("error")
        nested = error if isinstance(error, dict) else {}
        for told in (
            body.get("detail"),
            body.get("message"),
            nested.get("message"),
            error,
            body.get("title"),
        ):
            if isinstance(told, str) and told.strip():
                words = told.strip()[:300]
                return f" It says: {words}"
    if isinstance(body, str) and body.strip() and not body.lstrip().startswith("<"):
        words = " ".join(body.split())[:300]
        return f" It says: {words}"
    return ""
