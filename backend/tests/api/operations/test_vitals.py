"""Browsers tell how visits went: counted by kind of page, and nothing of a visitor kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from core.metrics import Exposition
from core.redis.token_bucket import Rate
from tests.samples import grown

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("fresh_buckets")]

PATH = "/api/v1/page-vitals"
VISIT = {"page": "form", "ttfb": 0.12, "lcp": 1.4, "inp": 0.08, "cls": 0.02}


def tell(body: Any, **headers: str) -> Any:
    text = body if isinstance(body, str) else json.dumps(body)
    return Client().post(PATH, text, content_type="application/json", headers=headers)


def test_a_visit_is_counted_by_kind_of_page() -> None:
    def work() -> None:
        assert tell(VISIT).status_code == 204
        assert tell({"page": "console", "lcp": 3}).status_code == 204

    exposition = Exposition()
    by = grown(exposition.text, work)

    for name, value in (("ttfb_seconds", 0.12), ("lcp_seconds", 1.4), ("inp_seconds", 0.08)):
        assert by(f"waybill_page_{name}_count", page="form") == 1
        assert by(f"waybill_page_{name}_sum", page="form") == pytest.approx(value)
    assert by("waybill_page_cls_sum", page="form") == pytest.approx(0.02)
    assert by("waybill_page_lcp_seconds_count", page="console") == 1
    assert by("waybill_page_cls_count", page="console") == 0


@pytest.mark.parametrize(
    "body",
    [
        {"page": "/f/new-customer", "lcp": 1},
        {"page": "form", "lcp": -1},
        {"page": "form", "lcp": 601},
        {"page": "form", "lcp": "ada@example.com"},
        {"page": "form", "address": "https://waybill.example/f/new-customer"},
        {"lcp": 1},
    ],
)
def test_what_is_no_visit_is_refused_and_not_counted(body: dict[str, Any]) -> None:
    exposition = Exposition()
    by = grown(exposition.text, lambda: refuse(body, 422))
    assert by("waybill_page_lcp_seconds_count") == 0


def refuse(body: Any, status: int) -> None:
    assert tell(body).status_code == status


def test_a_long_body_is_refused_before_it_is_read() -> None:
    answer = tell(json.dumps(VISIT) + " " * 1024)
    assert answer.status_code == 413
    assert "1 KiB" in answer.json()["detail"]


def test_all_pages_together_tell_as_often_as_the_setting_says(settings: Any) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = None
    settings.WAYBILL_LIMIT_VITALS = Rate(0.001, 2)
    statuses = [tell(VISIT).status_code for _ in range(4)]
    assert statuses == [204, 204, 429, 429]


def test_nothing_of_the_visitor_is_served_with_the_counts() -> None:
    tell(VISIT, cookie="sessionid=planted", referer="https://planted.example/f/x")
    text = Exposition().text().decode()
    assert "planted" not in text
    assert "127.0.0.1" not in text
