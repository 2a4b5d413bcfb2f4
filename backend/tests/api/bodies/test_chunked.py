"""Bodies without a Content-Length, through the WSGI application that the server runs."""

from __future__ import annotations

import io
import json
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from core.submissions.models import Submission
from mysite.wsgi import application
from tests.api.conftest import ANSWERS
from tests.conftest import Tenant, make_tenant


@pytest.fixture
def tenant(transactional_db: None) -> Tenant:
    """Committed: the application closes connections that are inside a transaction."""
    return make_tenant("new-customer")


def post_chunked(body: bytes) -> tuple[str, dict[str, Any]]:
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/api/v1/forms/new-customer/submissions",
        "CONTENT_TYPE": "application/json",
        "HTTP_TRANSFER_ENCODING": "chunked",
        "wsgi.input": io.BytesIO(body),
    }
    setup_testing_defaults(environ)
    seen: list[str] = []

    def start_response(status: str, headers: Any, exc_info: Any = None) -> Any:
        seen.append(status)

    answer = b"".join(application(environ, start_response))
    return seen[0], json.loads(answer)


def test_chunked_body_is_read(tenant: Tenant) -> None:
    status, body = post_chunked(json.dumps({"data": ANSWERS}).encode())
    assert status.startswith("202")
    assert Submission.unscoped.filter(pk=body["id"]).exists()


@pytest.mark.parametrize("size", [256 * 1024 + 1, 4 * 1024 * 1024])
def test_chunked_body_that_is_too_large_is_refused(tenant: Tenant, size: int) -> None:
    status, body = post_chunked(b" " * size)
    assert status.startswith("413")
    assert body["code"] == "too_large"
