"""Turns Ninja's plain-text refusals into problem details."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

from api.errors.problems import MEDIA_TYPE, problem


class Problems(MiddlewareMixin):
    """A method that this address does not have: 405, with the valid methods in Allow."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        refused = response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
        if not refused or response.headers.get("Content-Type") == MEDIA_TYPE:
            return response
        allowed = ", ".join(sorted(response.headers.get("Allow", "").split(", ")))
        answer = problem(
            HTTPStatus.METHOD_NOT_ALLOWED,
            code="method_not_allowed",
            detail=f"This address accepts {allowed}.",
        )
        answer["Allow"] = allowed
        return answer
