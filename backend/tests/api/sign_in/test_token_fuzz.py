"""Access tokens that must not open anything, one changed thing each."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.test import Client

from core.credentials.token_signing import TokenKind, key_set, token_claims_kind
from tests.api.checks import assert_problem
from tests.api.tokens import (
    ME,
    Forge,
    SignedIn,
    bearing,
    encode,
    later,
    of_kind,
    our_key,
    our_public_bytes,
    sign_in,
)
from tests.conftest import PASSWORD, Api, Tenant

pytestmark = [pytest.mark.django_db, pytest.mark.security("forged tokens")]

STRANGER = Ed25519PrivateKey.generate()


@pytest.fixture
def mine(tenant: Tenant) -> SignedIn:
    return sign_in(tenant)


def public_pem() -> bytes:
    return our_key()[1].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def strangers_jwk() -> dict[str, str]:
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "x": encode(STRANGER.public_key().public_bytes_raw()),
    }


def nested(token: str, depth: int) -> str:
    header, _, signature = token.split(".")
    return f"{header}.{encode(b'[' * depth + b']' * depth)}.{signature}"


FORGED: dict[str, Callable[[str, Forge], str]] = {
    "expired": lambda t, f: f.signed(exp=later(-60)),
    "expired long ago": lambda t, f: f.signed(exp=1),
    "expiry of another type": lambda t, f: f.signed(exp="tomorrow"),
    "not yet valid": lambda t, f: f.signed(nbf=later(600)),
    "made in the future": lambda t, f: f.signed(iat=later(600)),
    "other audience": lambda t, f: f.signed(aud="https://other.example"),
    "audience of a service": lambda t, f: f.signed(aud=TokenKind.SERVICE.audience),
    "audience of a refresh token": lambda t, f: f.signed(aud=TokenKind.REFRESH.audience),
    "several audiences": lambda t, f: f.signed(aud=[f.claims["aud"], "https://other.example"]),
    "other issuer": lambda t, f: f.signed(iss="https://evil.example"),
    "issuer with a slash": lambda t, f: f.signed(iss=f.claims["iss"] + "/"),
    **{
        f"without {name}": lambda t, f, name=name: f.signed(without=name)  # type: ignore[misc]
        for name in ("iss", "aud", "sub", "iat", "exp", "jti", "fam", "org")
    },
    "subject of another person": lambda t, f: f.signed(sub="0192f0c1-2345-7abc-8def-0123456789ab"),
    "family that is none": lambda t, f: f.signed(fam="0192f0c1-2345-7abc-8def-0123456789ab"),
    "family of another type": lambda t, f: f.signed(fam="1 OR 1=1"),
    "type of a service": lambda t, f: f.signed(header={"typ": TokenKind.SERVICE.header_type}),
    "wholly a service's": lambda t, f: f.signed(**of_kind(TokenKind.SERVICE)),
    "wholly a refresh token": lambda t, f: f.signed(**of_kind(TokenKind.REFRESH)),
    "plain type": lambda t, f: f.signed(header={"typ": "JWT"}),
    "type that is a list": lambda t, f: f.signed(header={"typ": ["person+jwt"]}),
    **{
        f"alg {name!r}": lambda t, f, name=name: f.unsigned(name)  # type: ignore[misc]
        for name in ("none", "None", "NONE", "nOnE", "")
    },
    "alg none with our signature": lambda t, f: (
        f"{encode(f.header | {'alg': 'none'})}.{t.split('.', 1)[1]}"
    ),
    "HS256 by the public key": lambda t, f: f.hmac(our_public_bytes()),
    "HS256 by the public key in PEM": lambda t, f: f.hmac(public_pem()),
    "HS256 by the public key in JSON": lambda t, f: f.hmac(
        json.dumps(key_set()["keys"][0]).encode()
    ),
    "HS256 by nothing": lambda t, f: f.hmac(b""),
    "HS256 by the secret key": lambda t, f: f.hmac(settings.SECRET_KEY.encode()),
    "alg ES256": lambda t, f: f.signed(header={"alg": "ES256"}),
    "alg RS256": lambda t, f: f.signed(header={"alg": "RS256"}),
    "alg Ed448": lambda t, f: f.signed(header={"alg": "Ed448"}),
    "another key under our kid": lambda t, f: f.signed(key=STRANGER),
    "our key under another kid": lambda t, f: f.signed(header={"kid": "swapped"}),
    "kid that is a path": lambda t, f: f.signed(
        header={"kid": "../../../../dev/null"}, key=STRANGER
    ),
    "kid that is SQL": lambda t, f: f.signed(header={"kid": "x' UNION SELECT 'k"}, key=STRANGER),
    "kid that is a list": lambda t, f: f.signed(header={"kid": [our_key()[0]]}),
    "kid that is null": lambda t, f: f.signed(header={"kid": None}),
    "brings its key along": lambda t, f: f.signed(
        header={"jwk": strangers_jwk(), "kid": "mine"}, key=STRANGER
    ),
    "brings its key under our kid": lambda t, f: f.signed(
        header={"jwk": strangers_jwk()}, key=STRANGER
    ),
    "names where its key is": lambda t, f: f.signed(
        header={"jku": "https://evil.example/jwks.json", "kid": "mine"}, key=STRANGER
    ),
    "unknown critical header": lambda t, f: f.signed(header={"crit": ["exp"]}),
    "unencoded payload": lambda t, f: f.signed(header={"crit": ["b64"], "b64": False}),
    "no signature": lambda t, f: t.rsplit(".", 1)[0] + ".",
    "signature left out": lambda t, f: t.rsplit(".", 1)[0],
    "signature cut": lambda t, f: t[:-2],
    "signature with one letter changed": lambda t, f: (
        t[:-5] + ("A" if t[-5] != "A" else "B") + t[-4:]
    ),
    "signature of zeros": lambda t, f: t.rsplit(".", 1)[0] + "." + encode(bytes(64)),
    "payload changed": lambda t, f: ".".join(
        [t.split(".")[0], encode(f.claims | {"org": "x"}), t.split(".")[2]]
    ),
    "payload that is no JSON": lambda t, f: f"{t.split('.')[0]}.{encode(b'%%')}.{t.split('.')[2]}",
    "payload that is a list": lambda t, f: nested(t, 1),
    "payload without a bottom": lambda t, f: nested(t, 600),
    "header alone": lambda t, f: t.split(".")[0],
    "five parts": lambda t, f: t + ".a.b",
    "twice in a row": lambda t, f: t + t,
    "padded": lambda t, f: t + "==",
    "huge payload": lambda t, f: f.signed(more="x" * 3_000),
    "huge header": lambda t, f: f.signed(header={"more": "x" * 3_000}),
    "megabyte": lambda t, f: "eyJ" + "A" * 1_000_000,
    "dots": lambda t, f: "..",
    "many dots": lambda t, f: "." * 2_000,
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_token_opens_nothing(mine: SignedIn, name: str) -> None:
    forged = FORGED[name](mine.access, Forge.of(mine.access))
    assert forged != mine.access
    assert bearing(mine.access).get(ME).status_code == 200
    answer = bearing(forged).get(ME)
    assert_problem(answer, 401, "bad_token")
    assert 'error="invalid_token"' in answer["WWW-Authenticate"]


HEADERS: dict[str, Callable[[str], str]] = {
    "no credential": lambda t: "Bearer",
    "blank": lambda t: "Bearer    ",
    "scheme left out": lambda t: t,
    "scheme Basic": lambda t: f"Basic {t}",
    "scheme Token": lambda t: f"Token {t}",
    "scheme DPoP": lambda t: f"DPoP {t}",
    "scheme repeated": lambda t: f"Bearer Bearer {t}",
    "two headers joined": lambda t: f"Bearer {t}, Bearer {t}",
    "two headers joined, the first wrong": lambda t: f"Bearer x,Bearer {t}",
    "two credentials": lambda t: f"Bearer {t} {t}",
    "quoted": lambda t: f'Bearer "{t}"',
    "parameters after it": lambda t: f"Bearer {t}; charset=utf-8",
    "tab in front": lambda t: f"\tBearer\t{t}",
    "letters outside ASCII": lambda t: f"Bearer {t}é",
    "an emptied key": lambda t: "Bearer wbk_",
    "the refresh token's place": lambda t: f"Refresh {t}",
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_strange_header_opens_nothing(mine: SignedIn, name: str) -> None:
    header = HEADERS[name](mine.access)
    answer = Api(Client(raise_request_exception=False), {"authorization": header}).get(ME)
    assert answer.status_code == 401
    assert answer.json()["code"] in {"not_signed_in", "bad_token", "bad_api_key"}


@pytest.mark.parametrize("name", ["expired", "alg 'none'", "megabyte", "dots"])
def test_a_session_does_not_save_a_forged_token(tenant: Tenant, mine: SignedIn, name: str) -> None:
    browser = Client(raise_request_exception=False)
    browser.post(
        "/_allauth/browser/v1/auth/login",
        json.dumps({"email": tenant.user.email, "password": PASSWORD}),
        content_type="application/json",
    )
    assert browser.get(ME).status_code == 200
    forged = FORGED[name](mine.access, Forge.of(mine.access))
    assert_problem(browser.get(ME, headers={"authorization": f"Bearer {forged}"}), 401, "bad_token")


def test_a_refresh_token_is_no_access_token(mine: SignedIn) -> None:
    assert_problem(bearing(mine.refresh).get(ME), 401, "bad_token")


def test_a_session_token_is_no_access_token(mine: SignedIn) -> None:
    assert_problem(bearing(mine.session).get(ME), 401, "bad_token")


def test_another_organization_in_the_token_opens_nothing(
    mine: SignedIn, other_tenant: Tenant
) -> None:
    elsewhere = Forge.of(mine.access).signed(org=str(other_tenant.organization.pk))
    assert_problem(bearing(elsewhere).get(ME), 403, "no_organization")


def test_one_persons_family_does_not_carry_another(mine: SignedIn, other_tenant: Tenant) -> None:
    theirs = Forge.of(sign_in(other_tenant).access)
    mixed = Forge.of(mine.access).signed(fam=theirs.claims["fam"])
    assert_problem(bearing(mixed).get(ME), 401, "bad_token")


def test_peeking_at_a_kind_never_raises(mine: SignedIn) -> None:
    peeked: list[Any] = [
        token_claims_kind(make(mine.access, Forge.of(mine.access))) for make in FORGED.values()
    ]
    assert set(peeked) <= {*TokenKind, None}
