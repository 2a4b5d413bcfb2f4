"""Looks at the body of every request before anything parses it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.deprecation import MiddlewareMixin

from api.errors import render
from api.json_guard import check_json
from api.problems import TooLarge, WrongMediaType
from core.kit.errors import DomainError

_FORM_AT = "/oauth/token"  # RFC 6749 has forms, not JSON
_FORM = "application/x-www-form-urlencoded"


class JsonBody(MiddlewareMixin):
    """Refuses what is too large (413), not JSON (415, 400) or cannot be kept (422)."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        try:
            _check(request)
        except (DomainError, UnreadablePostError) as error:
            return render(error)
        return None


def body_limit(path: str) -> int:
    """The most bytes that a body may have: more for batches than for anything else."""
    batch = path.endswith("/submissions/batch")
    limit: int = settings.WAYBILL_MAX_BATCH_BYTES if batch else settings.WAYBILL_MAX_BODY_BYTES
    return limit


def _check(request: HttpRequest) -> None:
    limit = body_limit(request.path_info)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > limit:
        raise TooLarge(f"A body may have at most {limit // 1024} KiB.")
    if length == "0" or not request.body:
        return
    if request.path_info == _FORM_AT:
        if request.content_type != _FORM:
            raise WrongMediaType(f"Send the body as {_FORM}.")
        return
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if request.content_type != "application/json" or charset not in ("utf-8", "utf8"):
        raise WrongMediaType("Send the body as application/json in UTF-8.")
    check_json(request.body, max_depth=settings.WAYBILL_MAX_JSON_DEPTH)
