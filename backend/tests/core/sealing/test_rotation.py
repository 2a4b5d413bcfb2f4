"""Keys are replaced while submissions are accepted and delivered."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from aiohttp import web
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection as database
from django.db import connections, transaction

from core.accounts.models import Organization, User
from core.audit.models import ActorKind, AuditEntry
from core.audit.services import Actor
from core.callbacks.endpoints import endpoint_create, endpoint_secrets
from core.callbacks.models import CallbackKind
from core.connections.models import Connection
from core.connections.services import connection_credentials
from core.crypto.encryption import parse_keys, seal
from core.postgres.tenancy import every_organization
from core.sealing.data_keys import data_key, data_keys_forget
from core.sealing.factors import factor_open, factor_seal
from core.sealing.models import DataKey, Purpose
from core.sealing.rotating import rotation
from core.sealing.rotating.rotation import keys_rotate
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepStatus, Submission
from core.submissions.sensitive import whole_answers
from core.workflows.models import WorkflowVersion
from tests.canaries import ANSWERS
from tests.destination import Sink
from tests.engine import deliver, due_now, run_of
from tests.sensitive import PublishSensitive

pytestmark = pytest.mark.django_db(transaction=True)

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.b64encode(b"n" * 32).decode()
DATA = {"company": "Acme"} | ANSWERS
PERSON = Actor(ActorKind.PERSON, name="Ada")


@pytest.fixture(autouse=True)
def old_key(settings: Any) -> Iterator[None]:
    """Everything is made under the old key."""
    settings.WAYBILL_ENCRYPTION_KEYS = parse_keys(OLD)
    data_keys_forget()
    yield
    data_keys_forget()


def use(settings: Any, keys: str) -> None:
    """As if the processes had been restarted with these keys."""
    settings.WAYBILL_ENCRYPTION_KEYS = parse_keys(keys)
    data_keys_forget()


@pytest.fixture
def version(publish_sensitive: PublishSensitive) -> WorkflowVersion:
    return publish_sensitive()


def accept(version: WorkflowVersion, company: str = "Acme") -> Submission:
    data = DATA | {"company": company}
    return submission_accept(version=version, data=data, source=Source.API).submission


def rotate(*options: str) -> str:
    out = StringIO()
    call_command("rotate_keys", *options, stdout=out)
    return out.getvalue()


def seal_as_before(connection: Connection, settings: Any) -> None:
    """Credentials as they were sealed before there were data keys."""
    sealed = seal(
        b'{"auth": {"scheme": "none"}}',
        keys=settings.WAYBILL_ENCRYPTION_KEYS,
        bound_to=connection.binding,
    )
    Connection.unscoped.filter(pk=connection.pk).update(sealed_credentials=sealed)


def test_everything_opens_with_the_new_key_alone_afterwards(
    version: WorkflowVersion, connection: Connection, organization: Organization, settings: Any
) -> None:
    submission = accept(version)
    endpoint, secret = endpoint_create(
        organization=organization,
        url="https://example.com/hook",
        kinds=[CallbackKind.FAILED],
        actor=PERSON,
    )
    seal_as_before(connection, settings)
    use(settings, f"{NEW},{OLD}")
    told = rotate()
    assert "Nothing is left under “old”: it may go" in told
    assert AuditEntry.unscoped.filter(action="data_key.rewrapped").count() == 2
    use(settings, NEW)
    connection.refresh_from_db()
    assert connection_credentials(connection) == {"auth": {"scheme": "none"}}
    assert endpoint_secrets(endpoint) == [secret]
    assert whole_answers(Submission.unscoped.get(pk=submission.pk)) == DATA


def test_second_factors_open_with_the_new_key_alone_afterwards(settings: Any) -> None:
    person = User.objects.create_user("otto@example.com")
    app = Authenticator.objects.create(
        user=person, type="totp", data={"secret": factor_seal("JBSWY3DP")}
    )
    lost = Authenticator.objects.create(
        user=person, type="recovery_codes", data={"seed": factor_seal("seed")[:-8] + "AAAAAAA="}
    )

    use(settings, f"{NEW},{OLD}")
    with pytest.raises(CommandError, match="remove none"):
        rotate()
    app.refresh_from_db()
    use(settings, NEW)
    assert factor_open(app.data["secret"]) == "JBSWY3DP"

    lost.delete()
    use(settings, f"{NEW},{OLD}")
    assert "“old”: it may go" in rotate()


def test_a_key_that_is_still_needed_may_not_go(
    version: WorkflowVersion, connection: Connection, settings: Any
) -> None:
    accept(version)
    seal_as_before(connection, settings)
    use(settings, NEW)
    with pytest.raises(CommandError, match="remove none"):
        rotate()
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("rotate_keys", stdout=out)
    assert "Still needed: “old”" in out.getvalue()
    assert "Put it back" in out.getvalue()


@pytest.mark.parametrize("stop_after", [1, 2, 3, 5, 8])
def test_interrupted_anywhere_it_goes_on_while_deliveries_do(
    stop_after: int,
    version: WorkflowVersion,
    sink: Sink,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It ends in the middle, is run again, and every submission arrives as it was sent."""
    monkeypatch.setattr(rotation, "_PAUSE_SECONDS", 0.05)
    sink.answer = lambda _: web.json_response({"iban": ANSWERS["iban"]})
    submissions = [accept(version, f"C{number}") for number in range(12)]
    use(settings, f"{NEW},{OLD}")
    steps = 0

    def report(_: str) -> None:
        nonlocal steps
        steps += 1
        if steps == stop_after:
            raise KeyboardInterrupt

    working = threading.Thread(target=_deliver_and_accept, args=(version,))
    working.start()
    with pytest.raises(KeyboardInterrupt):
        keys_rotate(reseal=True, batch=2, report=report)
    data_keys_forget()
    done = keys_rotate(reseal=True, batch=2, report=lambda _: None)
    working.join()
    done = keys_rotate(reseal=True, batch=2, report=lambda _: None, kept_retired=timedelta(0))
    assert (done.failures, done.left, done.may_go) == ([], {}, ["old"])
    assert DataKey.unscoped.filter(purpose=Purpose.VALUES).count() == 1
    use(settings, NEW)
    deliver()
    firsts = [request["body"] for request in sink.requests if request["path"] == "/first"]
    assert len(firsts) == len(submissions) + 6
    assert {body["customer"]["mail"] for body in firsts} == {ANSWERS["email"]}
    seconds = [request["body"] for request in sink.requests if request["path"] == "/second"]
    assert seconds == [{"again": ANSWERS["iban"]}] * len(firsts)
    for submission in Submission.unscoped.all():
        assert whole_answers(submission) == DATA | {"company": submission.subject}
        assert run_of(submission, "second").status == StepStatus.SUCCEEDED


@every_organization("as a worker does")
def _deliver_and_accept(version: WorkflowVersion) -> None:
    try:
        for number in range(6):
            accept(version, f"D{number}")
            deliver()
    finally:
        connections.close_all()


def test_a_row_that_somebody_holds_is_sealed_anew_once_it_is_let_go(
    version: WorkflowVersion, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "_PAUSE_SECONDS", 0.05)
    held, other = accept(version), accept(version)
    holding, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        worker = every_organization("as a worker does")
        with worker, transaction.atomic(), database.cursor() as cursor:
            cursor.execute("SELECT FROM submissions_submission WHERE id = %s FOR UPDATE", [held.pk])
            holding.set()
            let_go.wait(10)
        connections.close_all()

    holder = threading.Thread(target=hold)
    holder.start()
    holding.wait(10)
    passed = []

    def report(words: str) -> None:
        passed.append(words)
        if "submissions_submission.data: 1" in words:
            let_go.set()

    before = data_key(held.organization_id).id
    keys_rotate(reseal=True, batch=10, report=report)
    holder.join()
    assert passed.count("submissions_submission.data: 1 sealed again.") == 2
    for submission in (held, other):
        submission.refresh_from_db()
        assert before.bytes not in b"".join(
            base64.b64decode(text) for text in submission.data["$sealed"].values()
        )


def test_new_data_keys_seal_what_comes_and_old_ones_stay_until_they_are_safe_to_lose(
    version: WorkflowVersion,
) -> None:
    before = data_key(version.organization_id).id
    submission = accept(version)
    told = rotate("--reseal")
    assert "Former data keys kept: 1" in told
    assert DataKey.unscoped.filter(pk=before).exclude(retired_at=None).exists()
    assert data_key(version.organization_id).id != before
    done = keys_rotate(reseal=False, batch=10, report=lambda _: None, kept_retired=timedelta(0))
    assert done.removed == 1
    data_keys_forget()
    assert whole_answers(Submission.unscoped.get(pk=submission.pk)) == DATA


def test_a_missing_key_parks_the_step_and_loses_nothing(
    version: WorkflowVersion, sink: Sink, settings: Any
) -> None:
    submission = accept(version)
    use(settings, NEW)
    for _ in range(12):  # more often than the policy would try
        deliver()
        due_now()
    run = run_of(submission, "first")
    assert (run.status, run.failures) == (StepStatus.WAITING, 0)
    assert "'old' is not in WAYBILL_ENCRYPTION_KEYS. Put it back" in run.error_message
    assert sink.requests == []
    use(settings, f"{NEW},{OLD}")
    due_now()
    deliver()
    assert run_of(submission, "first").status == StepStatus.SUCCEEDED
    assert sink.requests[0]["body"]["customer"]["mail"] == ANSWERS["email"]


def test_a_blind_step_whose_key_is_missing_is_not_taken_for_sent(
    publish_sensitive: PublishSensitive, sink: Sink, settings: Any
) -> None:
    submission = accept(publish_sensitive("request.send"))
    use(settings, NEW)
    deliver()
    run = run_of(submission, "first")
    assert (run.status, run.sent_at, run.in_doubt) == (StepStatus.WAITING, None, False)
    use(settings, f"{NEW},{OLD}")
    due_now()
    deliver()
    assert run_of(submission, "first").status == StepStatus.SUCCEEDED
    assert len([r for r in sink.requests if r["path"] == "/first"]) == 1
