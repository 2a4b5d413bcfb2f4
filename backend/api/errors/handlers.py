"""The one place where exceptions become problem details, for Ninja and for Django itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from redis import RedisError

from api.errors.problems import Unauthorized, domain_problem, problem
from api.request.visitors import visitor_language
from core.crypto.encryption import SealBroken
from core.errors import DomainError, FieldError, Forbidden, NotFound, Unavailable, Unprocessable
from waybill_definitions.languages import problem_in

log = structlog.get_logger(__name__)

NOT_SIGNED_IN = "Sign in, or send an API key as `Authorization: Bearer …`."
_CODES = {400: "malformed", 403: "forbidden", 404: "not_found"}


def install(api: NinjaAPI) -> None:
    """Make ``api`` answer every exception with problem details."""
    # Ninja finds handlers through the class hierarchy and has its own for these four.
    for kind in (Exception, Http404, HttpError, ValidationError):
        api.add_exception_handler(
            kind, lambda request, error: render(error, visitor_language(request))
        )


def render(error: Any, visitor: str | None = None) -> HttpResponse:
    """The problem that says what ``error`` means to the caller.

    ``visitor``: the language of whoever only reads a page, and is not told what it is that broke.
    """
    match error:
        case DomainError():
            return domain_problem(error)
        case ValidationError():
            return domain_problem(
                Unprocessable(
                    "Some of the input was refused; see errors.",
                    errors=[_field_error(item) for item in error.errors],
                )
            )
        case AuthenticationError():
            return domain_problem(Unauthorized(NOT_SIGNED_IN))
        case HttpError():
            code = _CODES.get(error.status_code, "refused")
            return problem(error.status_code, code=code, detail=str(error))
        case Http404():
            return domain_problem(NotFound("There is nothing at this address."))
        case SuspiciousOperation() | UnreadablePostError() | MultiPartParserError():
            return bad_request(None)
        case PermissionDenied():
            return domain_problem(Forbidden("You may not do this."))
        case SealBroken() | OperationalError() | InterfaceError() | RedisError():
            return _unavailable(error, visitor)
        case _:
            return _unexpected(error, visitor)


def _unavailable(error: Exception, visitor: str | None) -> HttpResponse:
    match error:
        case SealBroken():
            log.error("a value cannot be sealed or opened", exc_info=error)
            words = (
                "Something that is stored encrypted cannot be read or written at the moment."
                " Nothing was saved. The log of the server says which key it lacks."
            )
        case RedisError():
            log.error("redis not reachable", exc_info=error)
            words = "A part of Waybill does not answer; try again."
        case _:
            log.error("database not reachable", exc_info=error)
            words = "The database does not answer. Nothing was saved; try again."
    return domain_problem(Unavailable(problem_in("away", visitor) if visitor else words))


def _unexpected(error: BaseException, visitor: str | None) -> HttpResponse:
    log.error("unexpected error", exc_info=error)
    return problem(
        500,
        code="internal",
        title="Something broke on our side",
        detail=problem_in("broken", visitor)
        if visitor
        else "The error was logged. Give the request id when you report it.",
    )


def _field_error(item: Mapping[str, Any]) -> FieldError:
    """The field's name as the caller wrote it: ``data.email``, ``limit``, ``Idempotency-Key``."""
    source, *path = (str(part) for part in item["loc"])
    if source == "body" and path:
        path = path[1:] or ["body"]  # Ninja puts the name of our argument first
    if source == "query" and len(path) > 1 and not path[1].isdigit():
        path = path[1:]  # the same, where an argument takes several parameters
    message = str(item["msg"])
    if item["type"] == "extra_forbidden":
        message = "This field is not known."
    return FieldError(".".join(path) or source, message)


def bad_request(_: HttpRequest | None, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400: bad hosts, broken encodings, too many fields."""
    return problem(400, code="malformed", detail="The request cannot be read.")


def forbidden(_: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler403."""
    return render(PermissionDenied())


def not_found(_: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404."""
    return render(Http404())


def server_error(_: HttpRequest) -> HttpResponse:
    """Django's handler500, for errors outside an endpoint."""
    return render(sys.exc_info()[1] or RuntimeError("an error without an exception"))


def csrf_failure(_: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW."""
    return domain_problem(csrf_refused())


def csrf_refused() -> Forbidden:
    """The error of a cookie-authenticated write without its CSRF token."""
    return Forbidden(
        "Nothing was changed: the request did not show that it comes from a page of Waybill. Allow"
        " cookies for this site, reload the page and try again. A program without an API key sends"
        " the value of the cookie `csrftoken` in the header X-CSRFToken.",
        code="csrf_failed",
    )
