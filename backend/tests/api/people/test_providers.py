from __future__ import annotations

import hmac
import importlib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from pytest_django import Settings

from core.access.people.openid_connect import CheckedAdapter
from core.accounts.models import User
from mysite.settings import providers
from tests.api.people.browser import Browser, pending
from tests.api.people.conftest import Invite
from tests.api.people.provider import CLIENT, SECRET, Provider, rsa_key, serve
from tests.api.people.totp import add_app
from tests.api.tokens import encode
from tests.conftest import Tenant

pytestmark = pytest.mark.security("sign-in with a provider")

EMAIL = "new@example.com"


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with serve() as running:
        app = {
            "provider_id": "acme",
            "name": "Acme",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": running.issuer},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}
        }
        yield running


def person(email: str, verified: object = True, sub: str = "1") -> dict[str, Any]:
    return {"sub": sub, "email": email, "email_verified": verified, "name": "Nia New"}


def visit(browser: Browser, process: str = "login", back: str = "/sign-in") -> str:
    """To the provider and back; gives the address that the browser ends at."""
    body = {"provider": "acme", "process": process, "next": back}
    there = browser.post("auth/provider/redirect", body)
    assert there.status_code == 200, there.content
    answer = requests.get(there.json()["data"]["location"], allow_redirects=False, timeout=5)
    returned = urlsplit(answer.headers["Location"])
    end = browser.get(f"{returned.path}?{returned.query}")
    assert end.status_code == 302, end.content
    return str(end["Location"])


def error_of(address: str) -> str:
    return parse_qs(urlsplit(address).query).get("error", [""])[0]


def test_the_providers_are_listed_without_their_secrets(
    browser: Browser, db: None, provider: Provider
) -> None:
    answer = browser.get("config")
    listed = answer.json()["data"]["socialaccount"]["providers"]
    assert [(each["id"], each["name"]) for each in listed] == [("acme", "Acme")]
    assert SECRET.encode() not in answer.content


def test_a_verified_address_joins_the_person_who_has_it(
    browser: Browser, tenant: Tenant, provider: Provider, recorded: Callable[[], list[str]]
) -> None:
    provider.person = person(tenant.user.email)
    assert visit(browser, back="/sign-in?next=%2Fsubmissions").endswith("%2Fsubmissions")
    assert browser.get("/api/v1/me").json()["email"] == tenant.user.email
    assert "person.provider_linked" in recorded()
    assert visit(Browser()).endswith("/sign-in")


@pytest.mark.parametrize("verified", [False, "false", "true", "yes", 1, None])
def test_an_address_that_is_not_verified_joins_nobody(
    browser: Browser, tenant: Tenant, provider: Provider, verified: object
) -> None:
    provider.person = person(tenant.user.email, verified)
    visit(browser)
    assert not browser.signed_in
    assert not SocialAccount.objects.exists()


def test_nobody_signs_up_with_a_provider_uninvited(
    browser: Browser, tenant: Tenant, provider: Provider
) -> None:
    provider.person = person(EMAIL)
    assert error_of(visit(browser)) == "signup_closed"
    assert not User.objects.filter(email=EMAIL).exists()


def test_an_invited_person_signs_up_with_a_provider(
    browser: Browser, tenant: Tenant, provider: Provider, invite: Invite
) -> None:
    provider.person = person(EMAIL, verified=False)
    browser.post("auth/invitation", {"token": invite(EMAIL)})
    assert error_of(visit(browser)) == ""
    me = browser.get("/api/v1/me").json()
    assert (me["email"], me["name"], me["role"]) == (EMAIL, "Nia New", "viewer")
    assert me["organization"]["id"] == str(tenant.organization.pk)


def test_an_invitation_of_another_address_does_not_help(
    browser: Browser, tenant: Tenant, provider: Provider, invite: Invite
) -> None:
    provider.person = person("thief@example.com")
    browser.post("auth/invitation", {"token": invite(EMAIL)})
    assert error_of(visit(browser)) == "signup_closed"
    assert not User.objects.filter(email="thief@example.com").exists()


def test_open_sign_up_asks_for_the_organizations_name(
    browser: Browser, db: None, provider: Provider, settings: Settings
) -> None:
    settings.WAYBILL_OPEN_SIGNUP = True
    provider.person = person(EMAIL)
    visit(browser)
    assert pending(browser.get("auth/session")) == {"provider_signup"}
    body = {"email": EMAIL, "name": "Nia New", "organization": "Nia & Co"}
    assert browser.post("auth/provider/signup", body).status_code == 200
    me = browser.get("/api/v1/me").json()
    assert (me["role"], me["organization"]["name"]) == ("owner", "Nia & Co")


def test_the_second_factor_is_asked_for_all_the_same(
    mine: Browser, browser: Browser, tenant: Tenant, provider: Provider
) -> None:
    add_app(mine)
    provider.person = person(tenant.user.email)
    visit(browser)
    assert pending(browser.get("auth/session")) == {"mfa_authenticate"}
    assert not browser.signed_in


def test_linking_and_unlinking_ask_again_who_it_is(
    mine: Browser, provider: Provider, recorded: Callable[[], list[str]]
) -> None:
    provider.person = person("elsewhere@example.com", verified=False)
    address = visit(mine, "connect", "/settings/security")
    assert error_of(address) == "reauthentication_required"
    mine.reauthenticate()
    assert error_of(visit(mine, "connect", "/settings/security")) == ""
    (linked,) = mine.get("account/providers").json()["data"]
    body = {"provider": "acme", "account": linked["uid"]}
    assert mine.call("DELETE", "account/providers", body).status_code == 200
    assert recorded()[-2:] == ["person.provider_linked", "person.provider_unlinked"]


def test_an_account_elsewhere_is_linked_to_one_person(
    mine: Browser, other_tenant: Tenant, provider: Provider
) -> None:
    provider.person = person("elsewhere@example.com")
    mine.reauthenticate()
    visit(mine, "connect")
    other = Browser()
    other.sign_in(other_tenant.user.email)
    other.reauthenticate()
    assert error_of(visit(other, "connect")) == "connected_other"


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "somebody-else"},
        {"aud": [CLIENT, "somebody-else"]},
        {"aud": [CLIENT, "somebody-else"], "azp": "somebody-else"},
        {"azp": "somebody-else"},
        {"aud": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"exp": 1},
        {"exp": None},
        {"iat": 2**33},
        {"nonce": "another"},
        {"nonce": ""},
        {"nonce": None},
        {"nonce": ["another"]},
        {"sub": "2"},
    ],
    ids=lambda claims: "-".join(f"{name}={value}" for name, value in claims.items()),
)
def test_a_token_that_is_not_for_us_opens_nothing(
    browser: Browser, tenant: Tenant, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.person = person(tenant.user.email)
    provider.token_claims = claims
    assert error_of(visit(browser))
    assert not browser.signed_in


def test_a_token_for_several_is_good_where_it_names_us(
    browser: Browser, tenant: Tenant, provider: Provider
) -> None:
    provider.person = person(tenant.user.email)
    provider.token_claims = {"aud": [CLIENT, "somebody-else"], "azp": CLIENT}
    visit(browser)
    assert browser.signed_in


def public_pem(provider: Provider) -> bytes:
    return provider.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def with_alg(provider: Provider, claims: dict[str, Any], alg: str) -> str:
    """As the provider signed it, but for the algorithm that it says."""
    _, body, signature = provider.signed(claims).split(".")
    head = encode({"alg": alg, "typ": "JWT", "kid": provider.key_id})
    return f"{head}.{body}.{'' if alg.lower() == 'none' else signature}"


def with_public_key(provider: Provider, claims: dict[str, Any]) -> str:
    """HS256, with the key that everybody can read for its secret."""
    text = f"{encode({'alg': 'HS256', 'kid': provider.key_id})}.{encode(claims)}"
    digest = hmac.digest(public_pem(provider), text.encode(), "sha256")
    return f"{text}.{encode(digest)}"


def changed(provider: Provider, claims: dict[str, Any]) -> str:
    head, _, signature = provider.signed(claims).split(".")
    return f"{head}.{encode(claims | {'email_verified': True})}x.{signature}"


SIGNATURES: dict[str, Callable[[Provider, dict[str, Any]], str | None]] = {
    "another key": lambda p, c: jwt.encode(c, rsa_key(), "RS256", {"kid": p.key_id}),
    "none": lambda p, c: with_alg(p, c, "none"),
    "NONE": lambda p, c: with_alg(p, c, "NONE"),
    "HS256 with the public key": with_public_key,
    "HS256 with the client's secret": lambda p, c: jwt.encode(
        c, SECRET.ljust(32), "HS256", {"kid": p.key_id}
    ),
    "another algorithm": lambda p, c: with_alg(p, c, "RS512"),
    "another kind of key": lambda p, c: with_alg(p, c, "ES256"),
    "no key id": lambda p, c: jwt.encode(c, p.key, "RS256"),
    "unknown key id": lambda p, c: jwt.encode(c, p.key, "RS256", {"kid": "unknown"}),
    "changed": changed,
    "no token": lambda p, c: None,
    "no JWT": lambda p, c: "x",
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_token_that_the_provider_did_not_sign_opens_nothing(
    browser: Browser, tenant: Tenant, provider: Provider, name: str
) -> None:
    provider.person = person(tenant.user.email)
    provider.sign = lambda claims: SIGNATURES[name](provider, claims)
    assert error_of(visit(browser))
    assert not browser.signed_in
    assert provider.keys_asked_for <= 2


@pytest.mark.parametrize(
    "published",
    [
        {"error": "none"},
        {"keys": []},
        {"keys": "x"},
        {"keys": [{"kty": "oct", "kid": "one", "k": "c2VjcmV0", "alg": "HS256"}]},
    ],
    ids=["no keys", "empty", "not a list", "a secret"],
)
def test_keys_that_are_none_open_nothing(
    browser: Browser, tenant: Tenant, provider: Provider, published: dict[str, Any]
) -> None:
    provider.person = person(tenant.user.email)
    provider.published = published
    assert error_of(visit(browser))
    assert not browser.signed_in


def test_the_providers_new_key_is_found(
    browser: Browser, tenant: Tenant, provider: Provider
) -> None:
    provider.person = person(tenant.user.email)
    visit(browser)
    assert browser.signed_in
    visit(Browser())
    assert provider.keys_asked_for == 1
    provider.rotate()
    another = Browser()
    visit(another)
    assert another.signed_in
    assert provider.keys_asked_for == 2


def test_a_key_that_was_taken_back_is_good_no_longer(
    browser: Browser, tenant: Tenant, provider: Provider
) -> None:
    former = provider.key
    provider.rotate()
    provider.person = person(tenant.user.email)
    provider.sign = lambda claims: jwt.encode(claims, former, "RS256", {"kid": "one"})
    assert error_of(visit(browser))
    assert not browser.signed_in


def test_keys_behind_plain_http_are_not_asked_for(
    browser: Browser, tenant: Tenant, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        CheckedAdapter, "openid_config", {"jwks_uri": f"{provider.issuer}/jwks", "issuer": "x"}
    )
    app = SocialApp(client_id=CLIENT, settings={"server_url": "https://id.example.com"})
    adapter = CheckedAdapter(RequestFactory().get("/"), "acme")
    with pytest.raises(OAuth2Error, match="https"):
        adapter._decode_id_token(app, "token")
    assert provider.keys_asked_for == 0


def test_an_answer_that_nobody_asked_for_opens_nothing(
    browser: Browser, tenant: Tenant, provider: Provider
) -> None:
    """Login CSRF: a code of the attacker's own visit, in the victim's browser."""
    provider.person = person(tenant.user.email)
    body = {"provider": "acme", "process": "login", "next": "/sign-in"}
    there = Browser().post("auth/provider/redirect", body).json()["data"]["location"]
    back = requests.get(there, allow_redirects=False, timeout=5).headers["Location"]
    returned = urlsplit(back)
    browser.get(f"{returned.path}?{returned.query}")
    assert not browser.signed_in


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""],
)
def test_nobody_is_sent_to_another_site_afterwards(
    browser: Browser, db: None, provider: Provider, back: str
) -> None:
    body = {"provider": "acme", "process": "login", "next": back}
    assert browser.post("auth/provider/redirect", body).status_code == 400


def test_the_way_back_is_the_public_address(
    browser: Browser, db: None, provider: Provider, settings: Settings
) -> None:
    """Whatever host the request names."""
    body = {"provider": "acme", "process": "login", "next": "/sign-in"}
    location = browser.post("auth/provider/redirect", body).json()["data"]["location"]
    query = parse_qs(urlsplit(location).query)
    assert query["redirect_uri"][0] == f"{settings.WAYBILL_PUBLIC_URL}/_allauth/callback/oidc/acme"
    assert query["code_challenge_method"] == ["S256"]


@pytest.mark.parametrize("name", ["unknown", "google", "openid_connect", "../acme"])
def test_a_provider_that_is_not_configured_does_not_exist(
    browser: Browser, db: None, name: str
) -> None:
    body = {"provider": name, "process": "login", "next": "/sign-in"}
    assert browser.post("auth/provider/redirect", body).status_code == 400


@pytest.mark.parametrize(
    "given",
    [
        {"WAYBILL_GOOGLE_CLIENT_ID": "half"},
        {"WAYBILL_OIDC": "acme"},
        {"WAYBILL_OIDC": "no spaces"},
    ],
)
def test_half_a_configuration_does_not_start(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str]
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured):
        importlib.reload(providers)
    monkeypatch.undo()
    importlib.reload(providers)


def test_providers_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GOOGLE", "MICROSOFT", "GITHUB", "OIDC_ACME"):
        monkeypatch.setenv(f"WAYBILL_{name}_CLIENT_ID", "id")
        monkeypatch.setenv(f"WAYBILL_{name}_CLIENT_SECRET", "secret")
    monkeypatch.setenv("WAYBILL_OIDC", "acme")
    monkeypatch.setenv("WAYBILL_OIDC_ACME_URL", "https://id.example.com")
    found = importlib.reload(providers).SOCIALACCOUNT_PROVIDERS
    assert set(found) == {"google", "microsoft", "github", "openid_connect"}
    assert found["microsoft"]["APPS"][0]["settings"] == {"tenant": "organizations"}
    assert found["openid_connect"]["APPS"][0]["settings"]["server_url"] == "https://id.example.com"
    monkeypatch.undo()
    importlib.reload(providers)
