"""Too many requests: 429 with when to come back, for whoever sends them and for nobody else."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client

from api.limits import throttles as limits
from core.redis.rate_limiter import limiter_connect
from core.redis.token_bucket import Rate
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import PASSWORD, Api, Tenant

pytestmark = [pytest.mark.security("Rate limits"), pytest.mark.usefixtures("fresh_buckets")]

FORM = "/api/v1/forms/new-customer"
TIGHT = Rate(0.001, 3)


@pytest.fixture(autouse=True)
def behind_a_proxy(settings: Any) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 1


def from_address(address: str, **headers: str) -> Api:
    return Api(Client(raise_request_exception=False), {"x-forwarded-for": address} | headers)


def assert_limited(answer: Any, policy: str) -> None:
    body = assert_problem(answer, 429, "rate_limited")
    assert body["detail"].count(".") >= 2
    assert int(answer["Retry-After"]) >= 1
    assert answer["RateLimit"].startswith(f'"{policy}";r=0;t=')
    assert answer["RateLimit-Policy"].startswith(f'"{policy}";q=3;w=')


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Von Ihrer Adresse kommen zu viele Anfragen. Warten Sie "),
        ("fr", "Trop de requêtes viennent de votre adresse. Attendez "),
        ("es", "Llegan demasiadas solicitudes desde su dirección. Espere "),
        ("nl", "Too many requests come from your address. Wait "),
    ],
)
def test_a_visitor_is_told_of_a_limit_in_their_language(
    tenant: Tenant, settings: Any, language: str, told: str
) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    visitor = from_address("198.51.100.7", **{"accept-language": language})
    answers = [visitor.get(FORM) for _ in range(4)]
    assert_limited(answers[-1], "address")
    assert answers[-1].json()["detail"].startswith(told)


def test_an_address_is_limited(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    one, other = from_address("198.51.100.7"), from_address("198.51.100.8")
    for _ in range(3):
        assert one.get(FORM).status_code == 200
    assert_limited(one.get(FORM), "address")
    assert other.get(FORM).status_code == 200


def test_checks_of_a_form_have_a_limit_apart_from_its_submissions(
    public: Api, tenant: Tenant, settings: Any
) -> None:
    settings.WAYBILL_LIMIT_FORM = TIGHT
    for _ in range(3):
        assert public.post(f"{FORM}/check", {"data": ANSWERS}).status_code == 200
    assert_limited(public.post(f"{FORM}/check", {"data": ANSWERS}), "form-check")
    assert public.post(f"{FORM}/submissions", {"data": ANSWERS}).status_code == 202


@pytest.mark.parametrize(
    "address",
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "[2001:db8:1:2::5]:443", "2001:db8:1:2::7%eth0"],
)
def test_a_customer_with_ipv6_is_one_address(tenant: Tenant, settings: Any, address: str) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    for host in range(3):
        assert from_address(f"2001:db8:1:2::a{host}").get(FORM).status_code == 200
    assert_limited(from_address(address).get(FORM), "address")
    assert from_address("2001:db8:1:3::1").get(FORM).status_code == 200


@pytest.mark.parametrize(
    "forged",
    [
        "203.0.113.1, 198.51.100.7",
        "127.0.0.1, 198.51.100.7",
        "::1,198.51.100.7",
        "nonsense, 198.51.100.7:4711",
        ", 198.51.100.7",
        "x" * 5000 + ", ::ffff:198.51.100.7",
    ],
)
def test_what_a_client_claims_about_its_address_does_not_count(
    tenant: Tenant, settings: Any, forged: str
) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    for _ in range(3):
        from_address("198.51.100.7").get(FORM)
    assert_limited(from_address(forged).get(FORM), "address")


def test_where_no_proxy_is_trusted_the_header_does_not_count(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 0
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    for n in range(3):
        client = Client(REMOTE_ADDR="8.8.4.4", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}")
        assert client.get(FORM).status_code == 200
    answer = Client(REMOTE_ADDR="8.8.4.4", HTTP_X_FORWARDED_FOR="198.51.100.99").get(FORM)
    assert_limited(answer, "address")


def test_our_own_web_process_is_not_taken_for_one_client(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 0
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    for _ in range(10):
        assert Client(REMOTE_ADDR="10.0.0.7").get(FORM).status_code == 200


def test_a_key_is_limited_wherever_it_calls_from(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_KEY = TIGHT
    for n in range(3):
        api = from_address(f"198.51.100.{n}", **tenant.bearer)
        assert api.get("/api/v1/me").status_code == 200
    assert_limited(from_address("198.51.100.9", **tenant.bearer).get("/api/v1/me"), "key")


def test_another_organizations_key_goes_on(
    tenant: Tenant, other_tenant: Tenant, settings: Any
) -> None:
    settings.WAYBILL_LIMIT_KEY = TIGHT
    for _ in range(5):
        from_address("198.51.100.1", **tenant.bearer).get("/api/v1/me")
    other = from_address("198.51.100.1", **other_tenant.bearer)
    assert other.get("/api/v1/me").status_code == 200


def test_a_batch_counts_for_more_than_one(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_KEY = Rate(0.001, 25)
    api = from_address("198.51.100.1", **tenant.bearer)
    path = "/api/v1/workflows/new-customer/submissions/batch"
    assert api.post(path, {"submissions": [{"data": ANSWERS}]}).status_code == 202
    assert api.post(path, {"submissions": [{"data": ANSWERS}]}).status_code == 429


def test_a_person_is_limited(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_PERSON = TIGHT
    client = Client()
    assert client.login(email=tenant.user.email, password=PASSWORD)
    for _ in range(3):
        assert client.get("/api/v1/me").status_code == 200
    assert_limited(client.get("/api/v1/me"), "person")


@pytest.mark.parametrize("header", ["Bearer wbk_wrong", "Bearer x.y.z", "Basic YTpi", "Bearer "])
def test_bad_keys_use_an_address_up(tenant: Tenant, settings: Any, header: str) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = Rate(0.001, 40)
    answers = [
        from_address("198.51.100.7", authorization=f"{header}{n}").get("/api/v1/me").status_code
        for n in range(30)
    ]
    assert answers.count(401) <= 13
    assert answers[-1] == 429


def test_bad_keys_do_not_stop_the_good_one_beside_them(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = Rate(0.001, 20)
    good = from_address("198.51.100.7", **tenant.bearer)
    assert good.get("/api/v1/me").status_code == 200
    for n in range(20):
        from_address("198.51.100.7", authorization=f"Bearer wbk_{n}").get("/api/v1/me")
    assert good.get("/api/v1/me").status_code == 200


def test_an_invented_session_does_not_escape_the_count(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    statuses = []
    for n in range(6):
        cookie = f"{settings.SESSION_COOKIE_NAME}=invented{n}"
        statuses.append(from_address("198.51.100.7", cookie=cookie).get(FORM).status_code)
    assert statuses == [200, 200, 200, 429, 429, 429]


def test_a_form_is_limited_for_each_address(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_FORM_ADDRESS = TIGHT
    one, other = from_address("198.51.100.7"), from_address("198.51.100.8")
    for _ in range(3):
        assert one.post(f"{FORM}/submissions", {"data": ANSWERS}).status_code == 202
    assert_limited(one.post(f"{FORM}/submissions", {"data": ANSWERS}), "form-address")
    assert other.post(f"{FORM}/submissions", {"data": ANSWERS}).status_code == 202


def test_a_form_is_limited_over_all_addresses(
    tenant: Tenant, other_tenant: Tenant, settings: Any
) -> None:
    settings.WAYBILL_LIMIT_FORM = TIGHT
    for n in range(3):
        api = from_address(f"198.51.100.{n}")
        assert api.post(f"{FORM}/submissions", {"data": ANSWERS}).status_code == 202
    late = from_address("198.51.100.9")
    assert_limited(late.post(f"{FORM}/submissions", {"data": ANSWERS}), "form")
    elsewhere = "/api/v1/forms/other-customer/submissions"
    assert late.post(elsewhere, {"data": ANSWERS}).status_code == 202


def test_every_counted_answer_tells_what_is_left(tenant: Tenant, settings: Any) -> None:
    settings.WAYBILL_LIMIT_KEY = Rate(0.5, 10)
    answer = from_address("198.51.100.7", **tenant.bearer).get("/api/v1/me")
    assert answer["RateLimit-Policy"] == '"key";q=10;w=20'
    assert answer["RateLimit"] == '"key";r=9;t=2'
    assert "Retry-After" not in answer


def test_without_redis_the_limit_stays_and_nothing_breaks(
    tenant: Tenant, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = Rate(0.001, 10)
    alone = limiter_connect("redis://127.0.0.1:1/0", share_alone=0.5)
    monkeypatch.setattr(limits, "limiter", lambda: alone)
    api = from_address(f"2001:db8:{uuid.uuid4().hex[:4]}::1")
    statuses = [api.get(FORM).status_code for _ in range(10)]
    assert statuses == [200] * 5 + [429] * 5


def test_health_is_never_limited(settings: Any) -> None:
    settings.WAYBILL_LIMIT_ADDRESS = TIGHT
    for _ in range(10):
        assert from_address("198.51.100.7").get("/health/live").status_code == 200
