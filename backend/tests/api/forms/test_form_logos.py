"""A form's logo: read under the egress policy, kept, and served from our own origin."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from django.core.cache import cache

from core.connections.opening import egress_policy
from core.workflows.logos import logo_mark, logo_media_type
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant
from tests.destination import Sink, serving
from tests.integrations.ssrf.certificates import certificate_for

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
SVG = b'<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'
NAME = "localhost"


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sink]:
    """Where logos are, by https; its certificate is trusted."""
    shown, trusting = certificate_for(NAME, tmp_path)
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", trusting)
    with serving(tls=shown) as sink:
        sink.answer = lambda _: picture(PNG)
        yield sink


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def allowed(settings: Any) -> Iterator[None]:
    settings.WAYBILL_EGRESS_ALLOW = NAME
    egress_policy.cache_clear()
    yield
    egress_policy.cache_clear()


def picture(content: bytes, status: int = 200) -> web.Response:
    # What a server says about its own pictures is often wrong, and never asked.
    return web.Response(body=content, status=status, content_type="text/html")


def publish(tenant: Tenant, logo: str) -> None:
    form = {
        "address": "visit",
        "title": "Visit",
        "look": {"logo": logo},
        "fields": {"company": {"label": "Company", "kind": "text"}},
    }
    definition = {
        "workflow": "visit",
        "name": "Visit",
        "form": form,
        "steps": {"visit": {"use": "erp/request.send", "with": {"path": "/visits"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


def address_of(host: Sink, name: str = "logo.png") -> str:
    return f"https://{NAME}:{host.port}/{name}"


def shown_at(public: Api) -> str:
    path: str = public.get("/api/v1/forms/visit").json()["look"]["logo"]
    return path


@pytest.mark.usefixtures("allowed")
def test_a_logo_is_read_once_and_served_from_here(public: Api, tenant: Tenant, host: Sink) -> None:
    publish(tenant, address_of(host))
    answers = [public.get(shown_at(public)) for _ in range(3)]
    assert [each.content for each in answers] == [PNG] * 3
    assert len(host.requests) == 1
    headers = answers[0].headers
    assert headers["Content-Type"] == "image/png"
    assert headers["Cache-Control"] == "public, max-age=86400"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert headers["Content-Disposition"] == "attachment"


@pytest.mark.security("SSRF")
def test_a_logo_inside_our_network_is_not_asked_for(
    public: Api, tenant: Tenant, host: Sink
) -> None:
    publish(tenant, address_of(host))
    assert_problem(public.get(shown_at(public)), 503, "unavailable")
    assert host.requests == []


@pytest.mark.security("SSRF")
@pytest.mark.usefixtures("allowed")
def test_nobody_chooses_what_is_fetched(public: Api, tenant: Tenant, host: Sink) -> None:
    publish(tenant, address_of(host))
    other = f"/api/v1/forms/visit/logos/{logo_mark(address_of(host, 'other.png'))}"
    assert_problem(public.get(other), 404, "not_found")
    assert_problem(public.get("/api/v1/forms/visit/logos/https:%2F%2Fx.example"), 404, "not_found")
    assert host.requests == []


@pytest.mark.usefixtures("allowed")
@pytest.mark.parametrize(
    "answer",
    [
        picture(b"<!doctype html><p>Not here</p>"),
        picture(PNG, status=404),
        picture(b""),
        picture(PNG + bytes(1024 * 1024)),
    ],
    ids=["a page", "missing", "empty", "too large"],
)
def test_what_is_no_picture_is_not_passed_on_nor_asked_for_again_at_once(
    public: Api, tenant: Tenant, host: Sink, answer: web.Response
) -> None:
    host.answer = lambda _: web.Response(
        body=answer.body, status=answer.status, content_type="image/png"
    )
    publish(tenant, address_of(host))
    for _ in range(3):
        assert_problem(public.get(shown_at(public)), 503, "unavailable")
    assert len(host.requests) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x1cftypavif", "image/avif"),
        (SVG, "image/svg+xml"),
        (b"\xef\xbb\xbf<svg>", "image/svg+xml"),
        (b"<html><svg></svg></html>", None),
        (b"RIFF\x00\x00\x00\x00WAVE", None),
        (b"", None),
    ],
)
def test_pictures_are_told_by_how_they_begin(content: bytes, told: str | None) -> None:
    assert logo_media_type(content) == told
