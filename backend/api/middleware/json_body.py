"""Checks the body of every request before other code parses it."""

from __future__ import annotations

import codecs
import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.deprecation import MiddlewareMixin

from api.bodies.definitions import YAML_NAMES, document_limit, takes_document
from api.bodies.json_rules import check_json
from api.errors.handlers import render
from api.errors.problems import BadRequest, TooLarge, WrongMediaType
from api.request.visitors import visitor_language
from core.errors import DomainError
from core.told import told_in

_DIGITS = re.compile(r"[0-9]+")
_LONGEST_LENGTH = 18
_UTF_8 = "utf-8"
_LONGEST_CHARSET = 40
_UPLOADS = re.compile(r"/api/v1/(?:forms|workflows)/[^/]+/uploads")
_AROUND_A_FILE = 64 * 1024
"""The multipart overhead of a file: boundaries, part headers, the field name."""
_VITALS = "/api/v1/page-vitals"
_MOST_OF_VITALS = 1024
_FORMS_AT = ("/oauth/token", "/oauth/device_authorization")  # RFC 6749 uses forms, not JSON
_FORM = "application/x-www-form-urlencoded"


class JsonBody(MiddlewareMixin):
    """Refuses what is too large (413), not JSON (415, 400) or cannot be kept (422).

    A byte-order mark before the JSON is taken off for all who read the body after this.
    """

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        try:
            with told_in(visitor_language(request)):
                _check(request)
        except (DomainError, UnreadablePostError) as error:
            return render(error)
        return None


def body_limit(path: str) -> int:
    """The size limit of a body, in bytes. Batches and files may be larger."""
    if _UPLOADS.fullmatch(path):
        return int(settings.WAYBILL_MAX_UPLOAD_BYTES) + _AROUND_A_FILE
    if path == _VITALS:
        return _MOST_OF_VITALS
    document = document_limit(path)
    if document is not None:
        return document
    batch = path.endswith("/submissions/batch")
    limit: int = settings.WAYBILL_MAX_BATCH_BYTES if batch else settings.WAYBILL_MAX_BODY_BYTES
    return limit


def takes_files(request: HttpRequest) -> bool:
    """Whether the body is a form with a file, at an address that accepts one."""
    if not _UPLOADS.fullmatch(request.path_info):
        return False
    if request.content_type != "multipart/form-data":
        raise WrongMediaType("Send the file as multipart/form-data.")
    return True


def _check(request: HttpRequest) -> None:
    length = _length(request)
    if length == 0:
        return
    if request.META.get("HTTP_CONTENT_ENCODING", "identity").lower() != "identity":
        raise WrongMediaType("Send the body uncompressed: compressed bodies are not accepted.")
    if takes_files(request):
        return
    if request.path_info in _FORMS_AT:
        if request.content_type != _FORM:
            raise WrongMediaType(f"Send the body as {_FORM}.")
        return
    if len(request.body) != length:
        raise BadRequest("The body is shorter than its Content-Length.")
    if takes_document(request) and request.content_type in YAML_NAMES:
        _check_charset(request)
        return
    _check_json(request)


def _check_charset(request: HttpRequest) -> None:
    charset = (request.content_params or {}).get("charset", _UTF_8).strip()
    if charset.lower() not in (_UTF_8, "utf8"):
        named = "".join(filter(str.isprintable, charset))[:_LONGEST_CHARSET]
        raise WrongMediaType(f"The body is said to be in “{named}”. Send it in UTF-8.")


def _check_json(request: HttpRequest) -> None:
    if request.content_type != "application/json":
        raise WrongMediaType("Send the body as application/json in UTF-8.")
    _check_charset(request)
    if request.body.startswith(codecs.BOM_UTF8):
        # RFC 8259 §8.1 lets readers ignore it; not all who parse the body do. It is Django's cache.
        request._body = request.body.removeprefix(codecs.BOM_UTF8)
    if takes_document(request) and request.body.strip()[:1] in (b"", b"{"):
        return  # the document's own reader says what is wrong, and where
    check_json(request.body, max_depth=settings.WAYBILL_MAX_JSON_DEPTH)


def _length(request: HttpRequest) -> int:
    """The stated length. Refused before reading when it is over the limit."""
    limit = body_limit(request.path_info)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not _DIGITS.fullmatch(length):
        raise BadRequest("Content-Length is not a number.")
    if len(length) > _LONGEST_LENGTH or int(length) > limit:
        size = f"{limit // 1024} KiB"
        sentence = "file" if _UPLOADS.fullmatch(request.path_info) else "too_long"
        raise TooLarge(f"A body may have at most {size}.", sentence=sentence, values={"size": size})
    return int(length)
