"""The document of a workflow in a request and in an answer: YAML or JSON, as it was written."""

from __future__ import annotations

import json
import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from api.errors.problems import BadRequest
from api.request.preconditions import etag
from waybill_definitions.document import MOST_BYTES

YAML = "application/yaml"
"""RFC 9512. Older names of it are taken as well."""
YAML_NAMES = frozenset({YAML, "application/x-yaml", "text/yaml", "text/x-yaml"})
_PLACES = re.compile(r"/api/v1/workflows(?:/check|/[^/]+/(?:draft|live))?")
_WITH_MORE = frozenset(
    f"/api/v1/workflows/{each}" for each in ("check/text", "preview", "preview/form")
)
"""What has the document in a body of JSON, beside other things."""

DOCUMENT_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The definition, see `/api/v1/schemas/workflow.json`. At most 1 MiB.",
        "content": {
            "application/json": {"schema": {"type": "object", "additionalProperties": True}},
            YAML: {"schema": {"type": "string"}},
        },
    }
}


def takes_document(request: HttpRequest) -> bool:
    """Whether the body is a workflow's document, which may be YAML and larger than others."""
    return request.method in ("POST", "PUT") and bool(_PLACES.fullmatch(request.path_info))


def document_limit(path: str) -> int | None:
    """The size limit in bytes of a body that is or has a document, None for what has none."""
    if path in _WITH_MORE:
        return MOST_BYTES + int(settings.WAYBILL_MAX_BODY_BYTES)
    return MOST_BYTES if _PLACES.fullmatch(path) else None


def document_in(request: HttpRequest) -> str:
    """The document as text; it may be empty. Raises BadRequest when it is not UTF-8."""
    try:
        return request.body.decode()
    except UnicodeDecodeError as error:
        raise BadRequest("The document is not UTF-8.") from error


def wants_yaml(request: HttpRequest) -> bool:
    """Whether the caller asks for the document itself rather than for JSON about it."""
    wanted = request.headers.get("Accept", "")
    return any(name in wanted for name in YAML_NAMES)


def document_answer(document: str, tag: str | None = None) -> HttpResponse:
    """The document itself, in the language in which it was written."""
    json_like = document.lstrip().startswith("{")
    kind = "application/json" if json_like and _is_json(document) else YAML
    response = HttpResponse(document, content_type=f"{kind}; charset=utf-8")
    response["Cache-Control"] = "no-store"
    if tag is not None:
        response["ETag"] = etag(tag)
    return response


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
