"""A webhook that arrives is taken once, and only as it was signed, while it is fresh."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
import uuid

import pytest
import redis

from core.crypto.webhook_signatures import (
    BadSignature,
    secret_generate,
    signature_check,
    signed_headers,
)
from core.errors import Unavailable
from core.redis import seen_messages
from core.redis.seen_messages import first_seen

pytestmark = pytest.mark.security("Webhook replay")

NOW = 1_800_000_000
BODY = b'{"type":"submission.succeeded"}'
KEY = secret_generate()


def headers(*, at: int = NOW, key: str = KEY, message_id: str = "msg_1") -> dict[str, str]:
    return signed_headers(message_id=message_id, timestamp=at, body=BODY, keys=[key])


def test_a_fresh_message_is_taken() -> None:
    signed = signature_check(headers=headers(), body=BODY, keys=[KEY], now=NOW)
    assert (signed.message_id, signed.timestamp) == ("msg_1", NOW)


def test_the_example_of_the_standard_is_taken() -> None:
    """The test vector of the Standard Webhooks reference libraries."""
    given = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    signature_check(headers=given, body=b'{"test": 2432232314}', keys=[key], now=1614265330)


@pytest.mark.parametrize("age", [-300, -1, 0, 1, 300])
def test_clocks_may_differ_by_five_minutes(age: int) -> None:
    signature_check(headers=headers(at=NOW - age), body=BODY, keys=[KEY], now=NOW)


def test_either_key_will_do_while_one_replaces_the_other() -> None:
    old, new = secret_generate(), secret_generate()
    signature_check(headers=headers(key=old), body=BODY, keys=[new, old], now=NOW)


@pytest.mark.parametrize("age", [301, 3600, 10**8, -301, -3600, -(10**8)])
def test_an_old_or_future_message_is_refused(age: int) -> None:
    with pytest.raises(BadSignature, match="s too "):
        signature_check(headers=headers(at=NOW - age), body=BODY, keys=[KEY], now=NOW)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        BODY + b" ",
        BODY.replace(b"succeeded", b"failed"),
        b"\xef\xbb\xbf" + BODY,
        BODY.replace(b":", b": "),
    ],
)
def test_a_changed_body_is_refused(body: bytes) -> None:
    with pytest.raises(BadSignature, match="does not fit"):
        signature_check(headers=headers(), body=body, keys=[KEY], now=NOW)


@pytest.mark.parametrize(
    "changed",
    [
        {"webhook-id": "msg_2"},
        {"webhook-timestamp": str(NOW + 1)},
        {"webhook-signature": "v1," + base64.b64encode(b"x" * 32).decode()},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v1,!!!!"},
        {"webhook-signature": "v1," + "\u00e9" * 44},
        {"webhook-signature": "none"},
    ],
)
def test_a_changed_header_is_refused(changed: dict[str, str]) -> None:
    with pytest.raises(BadSignature):
        signature_check(headers=headers() | changed, body=BODY, keys=[KEY], now=NOW)


@pytest.mark.parametrize("version", ["v0", "v2", "v1a", "V1", ""])
def test_another_version_of_the_scheme_is_refused(version: str) -> None:
    given = headers()
    digest = given["webhook-signature"].removeprefix("v1,")
    given["webhook-signature"] = f"{version},{digest}"
    with pytest.raises(BadSignature, match="does not fit"):
        signature_check(headers=given, body=BODY, keys=[KEY], now=NOW)


@pytest.mark.parametrize("missing", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_missing_or_empty_header_is_refused(missing: str) -> None:
    for given in (
        {name: value for name, value in headers().items() if name != missing},
        headers() | {missing: ""},
    ):
        with pytest.raises(BadSignature, match="needed"):
            signature_check(headers=given, body=BODY, keys=[KEY], now=NOW)


@pytest.mark.parametrize("stamp", ["now", "1e9", "-1", "1.5", " 1", "9" * 400, "\u0661\u0662"])
def test_an_impossible_timestamp_is_refused(stamp: str) -> None:
    with pytest.raises(BadSignature):
        signature_check(
            headers=headers() | {"webhook-timestamp": stamp}, body=BODY, keys=[KEY], now=NOW
        )


def test_a_strange_key_is_refused() -> None:
    with pytest.raises(BadSignature, match="does not fit"):
        signature_check(headers=headers(key=secret_generate()), body=BODY, keys=[KEY], now=NOW)


def test_no_key_at_all_is_refused() -> None:
    with pytest.raises(BadSignature, match="does not fit"):
        signature_check(headers=headers(), body=BODY, keys=[], now=NOW)


def test_a_signature_without_id_and_time_is_refused() -> None:
    """As other schemes sign: over the body alone, which could be replayed for ever."""
    raw = base64.b64decode(KEY.removeprefix("whsec_"))
    digest = base64.b64encode(hmac.new(raw, BODY, hashlib.sha256).digest()).decode()
    given = headers() | {"webhook-signature": f"v1,{digest}"}
    with pytest.raises(BadSignature, match="does not fit"):
        signature_check(headers=given, body=BODY, keys=[KEY], now=NOW)


def test_a_thousand_signatures_are_not_tried() -> None:
    given = headers() | {"webhook-signature": " ".join(["v1,AAAA"] * 1000)}
    with pytest.raises(BadSignature, match="more than"):
        signature_check(headers=given, body=BODY, keys=[KEY], now=NOW)


def test_the_same_message_is_seen_once() -> None:
    message_id = uuid.uuid4().hex
    assert first_seen(receiver="one", message_id=message_id)
    assert not first_seen(receiver="one", message_id=message_id)
    assert first_seen(receiver="another", message_id=message_id)


def test_it_is_remembered_longer_than_its_timestamp_is_good() -> None:
    message_id = uuid.uuid4().hex
    at = int(time.time()) + 300
    given = signed_headers(message_id=message_id, timestamp=at, body=BODY, keys=[KEY])
    signature_check(headers=given, body=BODY, keys=[KEY])
    first_seen(receiver="one", message_id=message_id)
    name = hashlib.sha256(f"one\n{message_id}".encode()).hexdigest()
    kept = seen_messages._client().ttl(f"waybill:seen:{name}")
    with pytest.raises(BadSignature, match="too old"):
        signature_check(headers=given, body=BODY, keys=[KEY], now=time.time() + float(str(kept)))


def test_without_redis_nothing_is_taken_for_new(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = redis.Redis(port=1, socket_connect_timeout=0.2)
    monkeypatch.setattr(seen_messages, "_client", lambda: nowhere)
    with pytest.raises(Unavailable):
        first_seen(receiver="one", message_id="m")
