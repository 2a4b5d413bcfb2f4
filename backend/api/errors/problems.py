"""RFC 9457 problem details: the one shape of every refusal and failure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from http import HTTPStatus

import structlog
from django.http import HttpResponse

from core.errors import DomainError, FieldError
from core.sentences import told

MEDIA_TYPE = "application/problem+json"
BAD_CREDENTIAL = frozenset({"bad_api_key", "bad_token"})
IN_PROGRESS = "idempotency_key_in_progress"


class BadRequest(DomainError):
    """The request cannot be read at all."""

    status = 400
    code = "malformed"
    title = "The request cannot be read"


class InvalidGrant(DomainError):
    """RFC 6749's error for an invalid refresh token, with its status."""

    status = 400
    code = "invalid_grant"
    title = "The refresh token is not good"


class Unauthorized(DomainError):
    status = 401
    code = "not_signed_in"
    title = "Sign-in needed"


class TooLarge(DomainError):
    status = 413
    code = "too_large"
    title = "The body is too large"


class WrongMediaType(DomainError):
    status = 415
    code = "wrong_media_type"
    title = "The body has another format"


def problem(
    status: int,
    *,
    code: str,
    detail: str,
    title: str | None = None,
    errors: Sequence[FieldError] = (),
) -> HttpResponse:
    """A response that names the problem, its place and the request id, in the reader's language."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": title or HTTPStatus(status).phrase,
        "status": status,
        "detail": told(detail),
        "code": code,
        "request_id": structlog.contextvars.get_contextvars().get("request_id", ""),
    }
    if errors:
        body["errors"] = [_field_problem(error) for error in errors]
    response = HttpResponse(json.dumps(body), status=status, content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    if status == HTTPStatus.UNAUTHORIZED:
        wrong = ', error="invalid_token"' if code in BAD_CREDENTIAL else ""
        response["WWW-Authenticate"] = f'Bearer realm="waybill"{wrong}'
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response["Retry-After"] = "5"
    if code == IN_PROGRESS:
        response["Retry-After"] = "1"
    return response


def domain_problem(error: DomainError) -> HttpResponse:
    """Render what the domain raised."""
    return problem(
        error.status, code=error.code, detail=error.detail, title=error.title, errors=error.errors
    )


def _field_problem(error: FieldError) -> dict[str, object]:
    place = {"line": error.line, "column": error.column} if error.line is not None else {}
    return {"field": error.field, "message": told(error.message), **place}
