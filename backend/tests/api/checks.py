from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


def assert_problem(
    answer: Answer, status: int, code: str, field: str | None = None
) -> dict[str, Any]:
    """The answer is a complete RFC 9457 problem of this kind; gives its body."""
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["code"] == code
    assert body["type"]
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == answer["X-Request-ID"]
    if field is not None:
        assert field in [error["field"] for error in body["errors"]]
        assert all(error["message"] for error in body["errors"])
    return body
