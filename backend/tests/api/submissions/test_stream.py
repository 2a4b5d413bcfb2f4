"""Live views, through the ASGI application of the stream process, with a real Redis."""

from __future__ import annotations

import asyncio
import json
import threading
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from asgiref.sync import SyncToAsync, sync_to_async
from asgiref.testing import ApplicationCommunicator
from django.db import connections
from django.test import Client

from api.stream import snapshots
from core.accounts.api_keys import api_key_create
from core.accounts.models import Membership, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.submissions.accept import submission_accept
from core.submissions.models import (
    EventKind,
    Source,
    StepRun,
    Submission,
    SubmissionState,
)
from core.submissions.read import change_watch as watching
from core.submissions.read import tracking_token
from core.submissions.state import Announcer, event_log_submission
from mysite.asgi import application
from tests.api.conftest import ANSWERS
from tests.conftest import Tenant, make_tenant

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def live_tenant(transactional_db: None) -> Iterator[Tenant]:
    yield make_tenant("new-customer")
    let_go_of_the_database()


def let_go_of_the_database() -> None:
    """Close the connections of every thread that these tests read with."""
    readers = snapshots._READERS
    together = threading.Barrier(readers._max_workers)  # so that no thread takes two turns

    def close() -> None:
        together.wait(10)
        connections.close_all()

    for turn in [readers.submit(close) for _ in range(readers._max_workers)]:
        turn.result()
    SyncToAsync.single_thread_executor.submit(connections.close_all).result()


@pytest.fixture
def submission(live_tenant: Tenant) -> Submission:
    return submission_accept(
        version=live_tenant.version, data=ANSWERS, source=Source.FORM
    ).submission


@asynccontextmanager
async def opened(path: str, **headers: str) -> AsyncIterator[tuple[dict[str, Any], Any]]:
    """The head of the response, and an awaitable that gives the next piece of its body."""
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    talk = ApplicationCommunicator(application, scope)
    await talk.send_input({"type": "http.request", "body": b"", "more_body": False})
    start = await talk.receive_output(5)
    head = {"status": start["status"]} | {
        name.decode().lower(): value.decode() for name, value in start["headers"]
    }

    async def piece() -> str:
        message = await talk.receive_output(5)
        body: bytes = message.get("body", b"")
        return body.decode()

    try:
        yield head, piece
    finally:
        await talk.send_input({"type": "http.disconnect"})
        await talk.wait(5)


async def next_snapshot(piece: Any) -> dict[str, Any]:
    while True:
        text = await piece()
        assert text, "the stream ended"
        if text.startswith("event: snapshot\n"):
            body: dict[str, Any] = json.loads(text.split("data: ", 1)[1])
            return body


async def finish(submission: Submission, status: str) -> None:
    await SubmissionState.unscoped.filter(pk=submission.pk).aupdate(status=status)
    announcer = Announcer()
    await sync_to_async(announcer.announce)([submission.pk])
    announcer.close()


async def log_failure(submission: Submission) -> None:
    await sync_to_async(event_log_submission)(EventKind.SUBMISSION_FAILED, submission)


async def next_logged(piece: Any) -> tuple[int, str]:
    while True:
        text = await piece()
        assert text, "the stream ended"
        if "\nevent: log\n" in text:
            event = json.loads(text.split("data: ", 1)[1])
            assert text.startswith(f"id: {event['id']}\n")
            return event["id"], event["kind"]


async def test_a_viewer_who_comes_back_gets_what_was_missed(submission: Submission) -> None:
    path = f"/stream/track/{tracking_token(submission.pk)}"
    for _ in range(3):
        await log_failure(submission)
    async with opened(path) as (_, piece):
        ids = [(await next_logged(piece))[0] for _ in range(3)]
    async with opened(path, **{"last-event-id": str(ids[0])}) as (_, piece):
        again = [(await next_logged(piece))[0] for _ in range(2)]
    assert again == ids[1:]


async def test_tracking_stream_shows_each_change_and_ends(submission: Submission) -> None:
    async with opened(f"/stream/track/{tracking_token(submission.pk)}") as (head, piece):
        assert head["status"] == 200
        assert head["content-type"] == "text/event-stream"
        assert head["cache-control"] == "no-cache, no-transform"
        assert head["x-accel-buffering"] == "no"
        assert (await next_snapshot(piece))["status"] == "accepted"
        await finish(submission, "delivering")
        assert (await next_snapshot(piece))["status"] == "delivering"
        await finish(submission, "succeeded")
        assert (await next_snapshot(piece))["status"] == "succeeded"
        assert await piece() == ""


async def test_stream_beats_while_nothing_changes(
    submission: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "HEARTBEAT_SECONDS", 0.05)
    async with opened(f"/stream/track/{tracking_token(submission.pk)}") as (_, piece):
        await next_snapshot(piece)
        beats = [await piece() for _ in range(3)]
    assert beats == [": heartbeat\n\n"] * 3


async def test_stream_goes_on_without_redis(
    submission: Submission, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.05)
    settings.WAYBILL_EVENTS_REDIS_URL = "redis://127.0.0.1:9/0"
    async with opened(f"/stream/track/{tracking_token(submission.pk)}") as (_, piece):
        assert (await next_snapshot(piece))["status"] == "accepted"
        await SubmissionState.unscoped.filter(pk=submission.pk).aupdate(status="failed")
        await log_failure(submission)
        assert (await next_snapshot(piece))["status"] == "failed"


async def test_submission_stream_shows_the_operator_everything(
    submission: Submission, live_tenant: Tenant
) -> None:
    async with opened(f"/stream/submissions/{submission.pk}", **live_tenant.bearer) as (_, piece):
        body = await next_snapshot(piece)
    assert body["data"] == ANSWERS
    assert body["id"] == str(submission.pk)


async def test_submission_stream_takes_the_session_cookie(
    submission: Submission, live_tenant: Tenant
) -> None:
    browser = Client()
    await browser.aforce_login(live_tenant.user)
    cookie = f"sessionid={browser.cookies['sessionid'].value}"
    async with opened(f"/stream/submissions/{submission.pk}", cookie=cookie) as (head, piece):
        assert head["status"] == 200
        assert (await next_snapshot(piece))["id"] == str(submission.pk)


async def test_each_viewer_is_told_what_went_wrong_in_their_own_language(
    submission: Submission, live_tenant: Tenant
) -> None:
    wrong = {"error_message": "crm asks to slow down (HTTP 429)."}
    await StepRun.unscoped.filter(submission=submission).aupdate(**wrong)
    browser = Client()
    await browser.aforce_login(live_tenant.user)
    cookie = f"sessionid={browser.cookies['sessionid'].value}"
    path = f"/stream/submissions/{submission.pk}"
    said = set()
    async with (
        opened(f"{path}?language=de", cookie=cookie) as (_, german),
        opened(path, cookie=cookie) as (_, english),
        opened(f"{path}?language=de", **live_tenant.bearer) as (_, program),
    ):
        for piece in (german, english, program):
            said.add((await next_snapshot(piece))["steps"][0]["error_message"])
        assert said == {wrong["error_message"], "crm bittet, langsamer zu senden (HTTP 429)."}
        await finish(submission, "failed")
        again = [
            (await next_snapshot(each))["steps"][0]["error_message"] for each in (german, program)
        ]
        assert again == ["crm bittet, langsamer zu senden (HTTP 429).", wrong["error_message"]]


async def test_submission_stream_refuses_nobody_and_strangers(submission: Submission) -> None:
    path = f"/stream/submissions/{submission.pk}"
    stranger = await sync_to_async(make_tenant)("other-customer")
    async with opened(path) as (head, _):
        assert head["status"] == 401
        assert head["content-type"] == "application/problem+json"
    async with opened(path, **stranger.bearer) as (head, _):
        assert head["status"] == 404


@pytest.mark.security("permission matrix")
@pytest.mark.parametrize("role", list(Role))
async def test_a_role_may_watch_what_it_may_read(
    submission: Submission, live_tenant: Tenant, role: Role
) -> None:
    await Membership.unscoped.filter(user=live_tenant.user).aupdate(role=role)
    browser = Client()
    await browser.aforce_login(live_tenant.user)
    cookie = f"sessionid={browser.cookies['sessionid'].value}"
    may = Permission.SUBMISSIONS_READ in ROLE_PERMISSIONS[role]
    async with opened(f"/stream/submissions/{submission.pk}", cookie=cookie) as (head, _):
        assert head["status"] == (200 if may else 403)


@pytest.mark.security("permission matrix")
@pytest.mark.parametrize(
    ("scopes", "status"),
    [
        ({Permission.SUBMISSIONS_READ}, 200),
        (set(Permission) - {Permission.SUBMISSIONS_READ}, 403),
        (set(), 403),
    ],
    ids=["that one", "all others", "none"],
)
async def test_a_key_may_watch_with_its_scope(
    submission: Submission, live_tenant: Tenant, scopes: set[Permission], status: int
) -> None:
    _, secret = await sync_to_async(api_key_create)(
        organization=live_tenant.organization, name="Watcher", scopes=scopes
    )
    sent = {"authorization": f"Bearer {secret}"}
    async with opened(f"/stream/submissions/{submission.pk}", **sent) as (head, _):
        assert head["status"] == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stream/track/forged", 404),
        ("/stream/submissions/not-a-uuid", 404),
        (f"/stream/submissions/{uuid.UUID(int=7)}", 401),
        ("/api/v1/me", 404),
        ("/health/live", 200),
    ],
)
async def test_stream_process_has_its_own_addresses(
    live_tenant: Tenant, path: str, status: int
) -> None:
    async with opened(path) as (head, _):
        assert head["status"] == status


async def test_viewer_who_leaves_is_let_go(submission: Submission) -> None:
    before = len(asyncio.all_tasks())
    async with opened(f"/stream/track/{tracking_token(submission.pk)}") as (_, piece):
        await next_snapshot(piece)
    await asyncio.sleep(0.1)
    assert len(asyncio.all_tasks()) <= before
