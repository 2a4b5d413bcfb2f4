"""What the answer of an unknown JSON API means for the sender."""

from typing import Any

from integrations.rest.pointers import pick
from integrations.sdk import Answer, AnswerLost, AuthFailed, InvalidInput, RateLimited, Transient

_JSON_TYPES = ("application/json", "text/json")
_NOT_DONE = {
    408: "gave up waiting for the request",
    425: "asks to send it later",
}


def checked(answer: Answer, host: str, *, record_pointer: str | None = None) -> Any:
    """The JSON body of a success, with a record where ``record_pointer`` leads to.

    Raises:
        RateLimited: 429 and 503: nothing was done, and nothing else will be for a while.
        Transient: 408, 425 and a 409 that asks to try again: nothing was done.
        AuthFailed: 401, 403, 407.
        InvalidInput: any other 4xx, and a redirect, which is not followed.
        AnswerLost: any other 5xx, and a success that is not JSON or lacks the record: some APIs
            answer 200 with an error inside.
    """
    status = answer.status
    if 200 <= status < 300:
        return _json(answer, host, record_pointer)
    wait = answer.retry_after()
    if status == 429:
        raise RateLimited(f"{host} asks to slow down (HTTP 429).", wait)
    if status == 503:
        raise RateLimited(f"{host} is not available (HTTP 503).", wait)
    if status in _NOT_DONE or (status == 409 and wait is not None):
        did = _NOT_DONE.get(status, "is still busy with it")
        raise Transient(f"{host} {did} (HTTP {status}).", wait)
    if status in (401, 407):
        raise AuthFailed(
            f"{host} refused the credentials (HTTP {status}). Check them in the connection."
        )
    if status == 403:
        raise AuthFailed(
            f"{host} does not allow this account to do that (HTTP 403).{_said(answer)}"
        )
    if 300 <= status < 400 and status != 303:
        raise InvalidInput(_redirect(answer, host))
    if 400 <= status < 500:
        raise InvalidInput(f"{host} refused the request (HTTP {status}).{_said(answer)}")
    raise AnswerLost(f"{host} answered HTTP {status}.{_said(answer)}")


def _json(answer: Answer, host: str, record_pointer: str | None) -> Any:
    body = _parsed(answer, host)
    if record_pointer is not None and pick(body, record_pointer) is None:
        raise AnswerLost(
            f"{host} answered HTTP {answer.status} without the record that was expected."
            f"{_said(answer)}"
        )
    return body


def _parsed(answer: Answer, host: str) -> Any:
    if not answer.body:
        return None
    if answer.media_type not in _JSON_TYPES and not answer.media_type.endswith("+json"):
        kind = answer.media_type or "no content type"
        raise AnswerLost(f"{host} answered HTTP {answer.status} with {kind} instead of JSON.")
    try:
        return answer.json()
    except ValueError:
        raise AnswerLost(f"{host} answered HTTP {answer.status} with broken JSON.") from None


def _redirect(answer: Answer, host: str) -> str:
    target = answer.headers.get("Location", "")[:300]
    hint = f" to {target}" if target else ""
    return (
        f"{host} redirects{hint} (HTTP {answer.status}), and redirects are not followed. "
        "Put the final address in the connection."
    )


def _said(answer: Answer) -> str:
    """What the API said about a failure, in at most 300 characters."""
    body: Any = answer.readable_body
    if isinstance(body, dict):
        error = body.get("error")
        nested = error if isinstance(error, dict) else {}
        for said in (
            body.get("detail"),
            body.get("message"),
            nested.get("message"),
            error,
            body.get("title"),
        ):
            if isinstance(said, str) and said.strip():
                return f" It says: {said.strip()[:300]}"
    if isinstance(body, str) and body.strip() and not body.lstrip().startswith("<"):
        return f" It says: {' '.join(body.split())[:300]}"
    return ""
