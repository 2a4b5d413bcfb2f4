"""Errors the domain raises; the API renders each as one RFC 9457 problem.

DomainError
├── NotFound            404  the thing does not exist, or belongs to another organization
├── Forbidden           403  the caller may not do this here
├── Conflict            409  the thing's present state forbids it
├── Outdated            412  somebody else changed it since the caller read it
├── Unprocessable       422  the input was understood and refused, field by field
└── Unavailable         503  a dependency is away; the caller may try again
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One refused field: its dotted path in the request body (``data.email``) and why.

    ``line``, ``column``: where it stands in a document that was sent as text; they begin at 1.
    """

    field: str
    message: str
    line: int | None = None
    column: int | None = None


class DomainError(Exception):
    """Something the caller can act on.

    ``code`` is stable and machine-readable, ``title`` names the kind, ``detail`` says
    what happened to which thing and what to do next. Where it is told in another language,
    ``sentence`` names the one that is meant, if it is not the code's own, and ``values`` are what
    it fills in.
    """

    status: ClassVar[int] = 400
    code: str = "bad_request"
    title: ClassVar[str] = "The request was refused"

    def __init__(
        self,
        detail: str,
        *,
        code: str | None = None,
        errors: Sequence[FieldError] = (),
        values: Mapping[str, Any] | None = None,
        sentence: str = "",
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = tuple(errors)
        self.values = dict(values or {})
        self.sentence = sentence
        if code is not None:
            self.code = code


class NotFound(DomainError):
    status = 404
    code = "not_found"
    title = "Not found"


class Forbidden(DomainError):
    status = 403
    code = "forbidden"
    title = "Not allowed"


class Conflict(DomainError):
    status = 409
    code = "conflict"
    title = "Conflict"


class Outdated(DomainError):
    status = 412
    code = "outdated"
    title = "Changed meanwhile"


class Unprocessable(DomainError):
    status = 422
    code = "invalid_input"
    title = "The input was refused"


class Unavailable(DomainError):
    status = 503
    code = "unavailable"
    title = "Temporarily unavailable"
