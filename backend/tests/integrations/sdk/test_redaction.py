"""What is kept about an exchange can be shown."""

from __future__ import annotations

import json

import pytest

from integrations.sdk.redaction.redaction import MAX_BODY_CHARS, REDACTED, Redactor
from integrations.sdk.transport.trace import Trace


def test_secrets_are_known_by_their_name_at_any_depth() -> None:
    body = {
        "user": {"email": "ada@example.com", "Password": "hunter2", "phone": "+43 1 2345"},
        "list": [{"api_key": "k"}, {"apiKey": "k"}, {"client-secret": {"nested": "k"}}],
        "accessToken": "k",
        "Authorization": "Bearer k",
    }
    assert Redactor().body(body) == {
        "user": {"email": "ada@example.com", "Password": REDACTED, "phone": "+43 1 2345"},
        "list": [{"api_key": REDACTED}, {"apiKey": REDACTED}, {"client-secret": REDACTED}],
        "accessToken": REDACTED,
        "Authorization": REDACTED,
    }


def test_a_known_secret_disappears_wherever_it_stands() -> None:
    redactor = Redactor()
    redactor.hide("sesame-open", "sesame-open-wide")
    body = {"note": "key sesame-open-wide!", "sesame-open": [f"x{'sesame-open'}y"]}
    assert redactor.body(body) == {"note": f"key {REDACTED}!", REDACTED: [f"x{REDACTED}y"]}
    assert (
        redactor.url("https://h/sesame-open?a=sesame-open") == f"https://h/{REDACTED}?a={REDACTED}"
    )


def test_an_address_loses_its_user_and_its_secret_parameters() -> None:
    url = "https://me:pw@h.example:8443/p?token=abc&q=x&api_key=z#frag"
    assert (
        Redactor().url(url) == f"https://h.example:8443/p?token={REDACTED}&q=x&api_key={REDACTED}"
    )


@pytest.mark.parametrize("url", ["http://[", "http://[x]?a=1", "?#@", "http://h/\ud800?\x00=\x00"])
def test_an_address_that_is_none_does_not_break_the_trace(url: str) -> None:
    assert "\x00" not in Redactor().url(url)
    Redactor().url(url).encode()


def test_numbers_that_cannot_be_written_are_marked() -> None:
    body = [10**5_000, float("nan"), 2**70, True, -1.5]
    assert Redactor().body(body) == [
        "[a number too long to keep]", "[not a number]", 2**70, True, -1.5,
    ]  # fmt: skip


def test_a_large_body_is_cut() -> None:
    kept = Redactor().body({"text": "x" * 100_000})
    assert isinstance(kept, str)
    assert len(kept) < MAX_BODY_CHARS + 100


def test_what_is_kept_fits_into_postgresql() -> None:
    odd = {"nul": "a\x00b", "half": "\ud800", "nan": float("nan"), "inf": float("inf"), "n": 1.5}
    kept = json.dumps(Redactor().body(odd), allow_nan=False)
    assert "\\u0000" not in kept
    kept.encode()


def test_a_deep_body_does_not_break_the_trace() -> None:
    body: object = "end"
    for _ in range(5000):
        body = [body]
    assert "nested too deeply" in json.dumps(Redactor().body(body))


def test_the_write_is_shown_rather_than_the_look_up_after_it() -> None:
    trace = Trace()
    for method, status in (("GET", 200), ("POST", 400), ("GET", 200)):
        trace.answered(trace.begin(method, "http://h/"), status=status, body=None, ms=1)
    assert trace.request is not None
    assert trace.response is not None
    assert (trace.request["method"], trace.response["status"]) == ("POST", 400)
    assert len(trace.exchanges) == 3


@pytest.mark.parametrize("length", [1, 64, 65, 2_000])
def test_a_secret_is_known_by_its_name_however_long_that_is(length: int) -> None:
    name = "x" * length + "_password"
    assert Redactor().body({name: "hunter2", "x" * length: "seen"}) == {
        name: REDACTED,
        "x" * length: "seen",
    }
