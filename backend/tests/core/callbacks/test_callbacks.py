from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import json
import socket
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from django.db import connection
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.callbacks import send
from core.callbacks.claim import callbacks_claim, callbacks_due
from core.callbacks.endpoints import (
    endpoint_create,
    endpoint_ping,
    endpoint_rotate_secret,
)
from core.callbacks.erase import callbacks_erase
from core.callbacks.models import (
    Callback,
    CallbackAttempt,
    CallbackEndpoint,
    CallbackKind,
    CallbackStatus,
    DisabledReason,
)
from core.callbacks.outcome import MAX_TRIES, answered, failed, wait_seconds
from core.callbacks.resend import callback_resend
from core.callbacks.run import callbacks_deliver
from core.callbacks.settle import LONGEST_ANSWER, callbacks_settle, callbacks_settle_with_retry
from core.callbacks.sweep import callbacks_sweep
from core.connections.opening import egress_policy
from core.crypto.webhook_signatures import BadSignature, signature_check, signed_headers
from core.errors import Conflict
from core.postgres.tenancy import every_organization
from core.submissions.models import StepRun, Submission
from tests.destination import Sink
from tests.engine import Accept, deliver, set_back

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"


class Receiver:
    """What arrived, with its headers, and what it is answered."""

    def __init__(self, sink: Sink) -> None:
        self.status = 200
        self.body = b""
        self.headers: list[dict[str, str]] = []
        self.url = f"http://127.0.0.1:{sink.port}/callback"
        sink.answer = self.answer

    def answer(self, request: web.Request) -> web.Response:
        if request.path != "/callback":
            return web.json_response({"id": 1})
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        return web.Response(status=self.status, body=self.body)


@pytest.fixture
def receiver(sink: Sink, allow_loopback: None) -> Receiver:
    return Receiver(sink)


def listen(organization: Organization, receiver: Receiver) -> tuple[CallbackEndpoint, str]:
    return endpoint_create(
        organization=organization, url=receiver.url, kinds=list(CallbackKind), actor=SYSTEM
    )


def verified(secret: str, headers: dict[str, str], body: dict[str, Any]) -> bool:
    """By the published scheme, as a receiver would."""
    raw = json.dumps(body, separators=(",", ":")).encode()
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + raw
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    try:
        signature_check(headers=headers, body=raw, keys=[secret])
    except BadSignature:
        return False
    return f"v1,{expected}" in headers["webhook-signature"].split(" ")


def test_signature_of_the_published_example() -> None:
    """https://github.com/standard-webhooks/standard-webhooks, the libraries' own test."""
    headers = signed_headers(
        message_id="msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp=1614265330,
        body=b'{"test": 2432232314}',
        keys=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_an_ended_submission_is_told_signed_and_without_its_answers(
    accept: Accept, receiver: Receiver, sink: Sink
) -> None:
    submission = accept(("only", [], KEYED))
    _, secret = listen(submission.organization, receiver)
    deliver()
    assert callbacks_due()
    assert callbacks_deliver(seconds=5).succeeded == 1
    body = sink.requests[-1]["body"]
    assert body["type"] == "submission.succeeded"
    assert body["data"]["reference"] == submission.reference
    assert body["data"]["steps"][0]["status"] == "succeeded"
    assert "Acme" not in json.dumps(body)
    assert verified(secret, receiver.headers[0], body)
    callback = Callback.unscoped.get()
    assert receiver.headers[0]["webhook-id"] == str(callback.pk)
    assert callback.pk.version == 7


def test_a_callback_stands_or_falls_with_the_change_it_tells_of(
    accept: Accept, receiver: Receiver
) -> None:
    submission = accept(("only", [], KEYED))
    endpoint, _ = listen(submission.organization, receiver)
    stranger = Organization.objects.create(slug=uuid.uuid4().hex, name="Other")
    listen(stranger, receiver)
    deliver()
    assert [each.endpoint_id for each in Callback.unscoped.all()] == [endpoint.pk]


def test_a_callback_says_the_same_in_every_try_whatever_happens_meanwhile(
    accept: Accept, receiver: Receiver, sink: Sink
) -> None:
    submission = accept(("only", [], KEYED))
    listen(submission.organization, receiver)
    deliver()
    receiver.status = 500
    callbacks_deliver(seconds=5)
    first = sink.requests[-1]["body"]
    StepRun.unscoped.filter(submission=submission).update(record="another")
    receiver.status = 200
    due_now()
    callbacks_deliver(seconds=5)
    assert sink.requests[-1]["body"] == first
    assert Callback.unscoped.get().status == CallbackStatus.SUCCEEDED


def test_an_erased_submission_leaves_no_record_in_what_callbacks_say(
    accept: Accept, receiver: Receiver
) -> None:
    submission = accept(("only", [], KEYED))
    listen(submission.organization, receiver)
    deliver()
    Callback.unscoped.update(facts={"id": "x", "steps": [{"key": "only", "record": "Ada Byron"}]})
    erase = functools.partial(
        callbacks_erase,
        organization=submission.organization,
        submission_id=submission.pk,
        forms=["ada@example.com"],
        whole=True,
    )
    assert erase() == 1
    assert Callback.unscoped.get().facts == {"id": "x", "steps": [{"key": "only", "record": None}]}
    assert erase() == 0


def test_a_callback_is_settled_by_the_status_whatever_the_body_is(
    organization: Organization, receiver: Receiver
) -> None:
    _, callback = ping(organization, receiver)
    receiver.body = b"x" * (2 * 1024 * 1024)
    callbacks_deliver(seconds=5)
    callback.refresh_from_db()
    assert (callback.status, callback.tries) == (CallbackStatus.SUCCEEDED, 1)


def test_how_an_answer_begins_is_kept_without_the_secret(
    accept: Accept, receiver: Receiver
) -> None:
    submission = accept(("only", [], KEYED))
    _, secret = listen(submission.organization, receiver)
    receiver.status = 500
    receiver.body = f"bad \0 signature for {secret}: ".encode() + b"x" * 5000
    deliver()
    callbacks_deliver(seconds=5)
    (attempt,) = CallbackAttempt.unscoped.all()
    assert attempt.status_code == 500
    assert attempt.answer.startswith("bad \ufffd signature for ")
    assert secret not in attempt.answer
    assert len(attempt.answer) == LONGEST_ANSWER
    callbacks_erase(
        organization=submission.organization, submission_id=submission.pk, forms=[], whole=True
    )
    attempt.refresh_from_db()
    assert attempt.answer == ""


def test_both_secrets_sign_while_one_is_rotated(
    accept: Accept, receiver: Receiver, sink: Sink
) -> None:
    submission = accept(("only", [], KEYED))
    endpoint, former = listen(submission.organization, receiver)
    where = {"organization": submission.organization, "endpoint_id": endpoint.pk, "actor": SYSTEM}
    _, current = endpoint_rotate_secret(**where)  # type: ignore[arg-type]
    endpoint_ping(**where)  # type: ignore[arg-type]
    callbacks_deliver(seconds=5)
    body, headers = sink.requests[-1]["body"], receiver.headers[-1]
    assert verified(former, headers, body)
    assert verified(current, headers, body)
    CallbackEndpoint.unscoped.update(former_until=timezone.now() - timedelta(seconds=1))
    endpoint_ping(**where)  # type: ignore[arg-type]
    callbacks_deliver(seconds=5)
    assert not verified(former, receiver.headers[-1], sink.requests[-1]["body"])


def ping(organization: Organization, receiver: Receiver) -> tuple[CallbackEndpoint, Callback]:
    endpoint, _ = listen(organization, receiver)
    return endpoint, endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)


def lease_ended() -> None:
    set_back("callbacks_callback", "lease_until", 1)


def due_now() -> None:
    set_back("callbacks_callback", "next_attempt_at")


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_failure_is_tried_again_later_under_the_same_id(
    organization: Organization, receiver: Receiver, status: int
) -> None:
    _, callback = ping(organization, receiver)
    receiver.status = status
    callbacks_deliver(seconds=5)
    callback.refresh_from_db()
    assert (callback.status, callback.tries) == (CallbackStatus.PENDING, 1)
    assert callback.next_attempt_at is not None
    Callback.unscoped.update(next_attempt_at=timezone.now())
    receiver.status = 204
    callbacks_deliver(seconds=5)
    assert {headers["webhook-id"] for headers in receiver.headers} == {str(callback.pk)}
    assert [each.status_code for each in callback.attempts.all()] == [status, 204]


def test_gone_disables_the_endpoint(organization: Organization, receiver: Receiver) -> None:
    endpoint, callback = ping(organization, receiver)
    receiver.status = 410
    callbacks_deliver(seconds=5)
    endpoint.refresh_from_db()
    callback.refresh_from_db()
    assert (endpoint.disabled_reason, callback.status) == (DisabledReason.GONE, "failed")
    assert not callbacks_due()


def test_failing_for_days_disables_the_endpoint_and_keeps_what_waits(
    organization: Organization, receiver: Receiver
) -> None:
    endpoint, callback = ping(organization, receiver)
    CallbackEndpoint.unscoped.update(failing_since=timezone.now() - timedelta(days=6))
    receiver.status = 500
    callbacks_deliver(seconds=5)
    endpoint.refresh_from_db()
    callback.refresh_from_db()
    assert (endpoint.disabled_reason, callback.status) == (DisabledReason.FAILING, "pending")


def test_the_tries_end(organization: Organization, receiver: Receiver) -> None:
    _, callback = ping(organization, receiver)
    Callback.unscoped.update(tries=MAX_TRIES - 1)
    receiver.status = 500
    callbacks_deliver(seconds=5)
    callback.refresh_from_db()
    assert callback.status == CallbackStatus.FAILED


def test_a_worker_that_lost_its_lease_writes_nothing(
    organization: Organization, receiver: Receiver
) -> None:
    endpoint, callback = ping(organization, receiver)
    (claim,) = callbacks_claim(limit=5)
    assert callbacks_claim(limit=5) == []
    lease_ended()
    assert callbacks_sweep() == 1
    due_now()
    (again,) = callbacks_claim(limit=5)
    assert callbacks_settle([answered(claim, timezone.now(), status_code=410)]) == 0
    assert callbacks_settle([answered(again, timezone.now(), status_code=200)]) == 1
    callback.refresh_from_db()
    assert callback.status == CallbackStatus.SUCCEEDED
    assert [each.status_code for each in callback.attempts.all()] == [None, 200]
    endpoint.refresh_from_db()
    assert (endpoint.disabled_at, endpoint.failing_since) == (None, None)


def test_an_abandoned_callback_is_sent_again_soon_and_says_nothing_of_its_endpoint(
    organization: Organization, receiver: Receiver
) -> None:
    endpoint, callback = ping(organization, receiver)
    Callback.unscoped.update(tries=4)
    callbacks_claim(limit=5)
    lease_ended()
    assert not callbacks_due()
    assert (callbacks_sweep(), callbacks_sweep()) == (1, 0)
    callback.refresh_from_db()
    assert (callback.status, callback.tries) == (CallbackStatus.PENDING, 5)
    assert callback.next_attempt_at is not None
    assert callback.next_attempt_at < timezone.now() + timedelta(seconds=6)
    assert "stopped" in callback.attempts.get().message
    endpoint.refresh_from_db()
    assert endpoint.failing_since is None


def test_a_callback_that_was_abandoned_in_each_try_ends(
    organization: Organization, receiver: Receiver
) -> None:
    _, callback = ping(organization, receiver)
    Callback.unscoped.update(tries=MAX_TRIES - 1)
    callbacks_claim(limit=5)
    lease_ended()
    callbacks_sweep()
    callback.refresh_from_db()
    assert callback.status == CallbackStatus.FAILED


def test_a_worker_that_stood_still_sends_nothing(
    organization: Organization, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, callback = ping(organization, receiver)
    monkeypatch.setattr(send, "too_late_to_send", lambda taken: True)
    callbacks_deliver(seconds=5)
    callback.refresh_from_db()
    assert receiver.headers == []
    assert callback.status == CallbackStatus.PENDING
    assert "stood still" in callback.attempts.get().message


def test_an_answer_that_cannot_be_stored_costs_no_other_answer(
    organization: Organization, receiver: Receiver
) -> None:
    _, odd = ping(organization, receiver)
    _, sound = ping(organization, receiver)
    outcomes = [
        failed(claim, timezone.now(), "not \x00 storable" if claim.id == odd.pk else "storable")
        for claim in callbacks_claim(limit=5)
    ]
    assert callbacks_settle_with_retry(outcomes) == 2
    assert odd.attempts.get().message == ""
    assert sound.attempts.get().message == "storable"
    assert set(Callback.unscoped.values_list("status", flat=True)) == {CallbackStatus.PENDING}


def test_an_answer_that_cannot_be_stored_at_all_is_left_to_the_sweeper(
    organization: Organization, receiver: Receiver
) -> None:
    _, odd = ping(organization, receiver)
    _, sound = ping(organization, receiver)
    outcomes = [
        answered(claim, timezone.now(), status_code=40_000 if claim.id == odd.pk else 200)
        for claim in callbacks_claim(limit=5)
    ]
    assert callbacks_settle_with_retry(outcomes) == 1
    odd.refresh_from_db()
    sound.refresh_from_db()
    assert (odd.status, sound.status) == (CallbackStatus.SENDING, CallbackStatus.SUCCEEDED)


def test_one_answer_among_failures_keeps_the_endpoint(
    organization: Organization, receiver: Receiver
) -> None:
    endpoint, _ = ping(organization, receiver)
    endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)
    CallbackEndpoint.unscoped.update(failing_since=timezone.now() - timedelta(days=6))
    first, second = callbacks_claim(limit=5)
    callbacks_settle(
        [
            answered(first, timezone.now(), status_code=500),
            answered(second, timezone.now(), status_code=200),
        ]
    )
    endpoint.refresh_from_db()
    assert (endpoint.disabled_at, endpoint.failing_since) == (None, None)


def test_a_failing_endpoint_keeps_the_time_since_when_it_fails(
    organization: Organization, receiver: Receiver
) -> None:
    endpoint, _ = ping(organization, receiver)
    receiver.status = 500
    callbacks_deliver(seconds=5)
    endpoint.refresh_from_db()
    since = endpoint.failing_since
    assert since is not None
    due_now()
    callbacks_deliver(seconds=5)
    endpoint.refresh_from_db()
    assert (endpoint.failing_since, endpoint.disabled_reason) == (since, DisabledReason.NONE)


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [(None, 4.5, 5.5), (3600, 3600, 3600), (1e9, 86_400, 86_400), (float("nan"), 4.5, 5.5)],
)
def test_a_receivers_wish_is_granted_up_to_a_day(
    asked: float | None, least: float, most: float
) -> None:
    assert least <= wait_seconds(1, asked) <= most


def test_two_workers_together_keep_to_the_places_of_an_endpoint(
    organization: Organization, receiver: Receiver
) -> None:
    endpoint, _ = listen(organization, receiver)
    for _ in range(20):
        endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)
    start = threading.Barrier(4)

    def claim() -> int:
        try:
            with every_organization("like a worker"):
                start.wait()
                return len(callbacks_claim(limit=64))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        claimed = sum(each.result() for each in [threads.submit(claim) for _ in range(4)])
    assert claimed == 8


def test_an_endpoint_that_hangs_holds_up_no_other(
    organization: Organization, receiver: Receiver
) -> None:
    busy, _ = listen(organization, receiver)
    for _ in range(30):
        endpoint_ping(organization=organization, endpoint_id=busy.pk, actor=SYSTEM)
    assert len(callbacks_claim(limit=64)) == 8
    _, other = ping(organization, receiver)
    assert [claim.id for claim in callbacks_claim(limit=64)] == [other.pk]


def test_only_an_ended_callback_is_sent_again(
    organization: Organization, receiver: Receiver
) -> None:
    _, callback = ping(organization, receiver)
    with pytest.raises(Conflict):
        callback_resend(organization=organization, callback_id=callback.pk, actor=SYSTEM)
    callbacks_deliver(seconds=5)
    callback_resend(organization=organization, callback_id=callback.pk, actor=SYSTEM)
    callbacks_deliver(seconds=5)
    assert [headers["webhook-id"] for headers in receiver.headers] == [str(callback.pk)] * 2


def test_a_private_address_is_not_reached(
    organization: Organization, receiver: Receiver, settings: Any
) -> None:
    _, callback = ping(organization, receiver)
    settings.WAYBILL_EGRESS_ALLOW = ""
    egress_policy.cache_clear()
    callbacks_deliver(seconds=5)
    assert receiver.headers == []
    assert (
        "not allow" in callback.attempts.get().message or "allow" in callback.attempts.get().message
    )


def test_nobody_listens_and_nothing_is_written(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    deliver()
    assert Submission.unscoped.get(pk=submission.pk).status == "succeeded"
    assert not Callback.unscoped.exists()


def test_a_receiver_that_hangs_delays_only_its_own(
    organization: Organization, receiver: Receiver, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "TIMEOUT_SECONDS", 3.0)
    hanging = socket.create_server(("127.0.0.1", 0))
    endpoint, _ = endpoint_create(
        organization=organization,
        url=f"http://127.0.0.1:{hanging.getsockname()[1]}/never",
        kinds=list(CallbackKind),
        actor=SYSTEM,
    )
    for _ in range(8):
        endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)
    quick, _ = listen(organization, receiver)
    for _ in range(24):
        endpoint_ping(organization=organization, endpoint_id=quick.pk, actor=SYSTEM)
    begun = timezone.now()
    callbacks_deliver(seconds=5)
    hanging.close()
    told = Callback.unscoped.filter(endpoint=quick)
    assert {callback.status for callback in told} == {CallbackStatus.SUCCEEDED}
    slowest = max(callback.finished_at for callback in told if callback.finished_at)
    assert slowest - begun < timedelta(seconds=2)


def test_a_secret_that_cannot_be_opened_stops_nobody_else(
    organization: Organization, receiver: Receiver
) -> None:
    broken, spoiled = ping(organization, receiver)
    CallbackEndpoint.unscoped.filter(pk=broken.pk).update(sealed_secret=b"not sealed")
    _, sound = ping(organization, receiver)
    callbacks_deliver(seconds=5)
    sound.refresh_from_db()
    assert sound.status == CallbackStatus.SUCCEEDED
    assert "Rotate" in spoiled.attempts.get().message
