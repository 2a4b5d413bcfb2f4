"""A person is erased everywhere, and the ledger still balances."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from aiohttp import web
from django.core.management import CommandError, call_command
from django.db import connection as database

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create
from core.callbacks.models import CallbackKind
from core.errors import Conflict, Unprocessable
from core.postgres.tenancy import database_owner
from core.privacy import search as person_search
from core.privacy.models import PrivacyMatch, PrivacyRequest, RequestStatus
from core.privacy.runner import privacy_finish, privacy_work
from core.privacy.selectors import privacy_found
from core.privacy.services import privacy_erase, privacy_forget, privacy_search
from core.submissions.accept import submission_accept
from core.submissions.models import Event, IdempotencyKey, Source, StepRun, Submission
from core.submissions.operate import submission_resume
from core.workflows.models import WorkflowVersion
from tests.destination import Publish, Sink
from tests.engine import deliver
from tests.sensitive import PublishSensitive

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.security("privacy erasure")]

EMAIL = "Canary.Ada@example.com"
NAME = "Canary Nordwind"
KEYED = "request.send_keyed"
BY_EMAIL = "${{ coalesce(input.email, '') }}"
MAPPING = {
    "method": "POST",
    "path": "/people/${{ coalesce(input.email, '') }}",
    "body": {"company": "${{ input.company }}", "email": "${{ input.email }}"},
}


@pytest.fixture
def version(publish: Publish, sink: Sink) -> WorkflowVersion:
    """A step that sends the answers, to a destination that repeats them."""
    version = publish(("only", [], KEYED), ordering=BY_EMAIL, each={"only": {"with": MAPPING}})
    endpoint_create(
        organization=version.organization,
        url="http://127.0.0.1:9/hook",
        kinds=[CallbackKind.SUCCEEDED, CallbackKind.FAILED],
        actor=SYSTEM,
    )
    sink.answer = echo
    return version


def echo(request: web.Request) -> web.Response:
    theirs = {"of": EMAIL, "name": NAME} if "canary" in request.path.lower() else {}
    return web.json_response({"id": 7, **theirs})


def submit(version: WorkflowVersion, email: str = EMAIL, **given: Any) -> Submission:
    data = {"company": given.pop("company", NAME), "email": email}
    return submission_accept(version=version, data=data, source=Source.API, **given).submission


def search(organization: Organization, subject: str = EMAIL) -> PrivacyRequest:
    return privacy_finish(privacy_search(organization=organization, subject=subject, actor=SYSTEM))


def erase(organization: Organization, subject: str = EMAIL) -> PrivacyRequest:
    request = search(organization, subject)
    return privacy_finish(
        privacy_erase(
            organization=organization, request_id=request.pk, confirm=subject, actor=SYSTEM
        )
    )


def places_of(text: str) -> list[str]:
    """Every table of the database that holds a text, whatever column it is in."""
    with database_owner("partitions are nobody else's to read"), database.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        )
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" AS row WHERE row::text ILIKE %s',  # noqa: S608
                [f"%{text}%"],
            )
            if cursor.fetchone() != (0,):
                found.append(table)
        return found


def test_nothing_of_a_person_is_left_in_any_table(version: WorkflowVersion, sink: Sink) -> None:
    kept = submit(version, "somebody@example.com", company="Other Ltd")
    submission = submit(version, idempotency_key=f"order-of-{EMAIL}")
    deliver()
    places = places_of("canary")
    assert any(place.startswith("submissions_attempt") for place in places)
    assert {"submissions_submission", "submissions_steprun", "submissions_idempotencykey"} <= set(
        places
    )
    request = erase(version.organization)
    assert request.status == RequestStatus.ERASED
    assert places_of("canary") == []
    call_command("reconcile", all=True)
    submission.refresh_from_db()
    assert (submission.status, submission.subject) == ("succeeded", "")
    assert submission.data == {"company": "[erased]", "email": "[erased]"}
    assert submission.erased_at is not None
    run = StepRun.unscoped.get(submission=submission)
    assert (run.status, run.tries, run.finished_at is not None) == ("succeeded", 1, True)
    assert Submission.unscoped.get(pk=kept.pk).data["company"] == "Other Ltd"


def test_a_failed_one_is_erased_and_cannot_be_taken_up_again(
    version: WorkflowVersion, sink: Sink
) -> None:
    sink.answer = lambda _: web.json_response({"error": f"{EMAIL} is not wanted"}, status=422)
    submission = submit(version)
    deliver()
    erase(version.organization)
    assert places_of("canary") == []
    call_command("reconcile", all=True)
    with pytest.raises(Conflict, match="erased"):
        submission_resume(
            organization=version.organization, submission_id=submission.pk, actor=SYSTEM
        )


def test_what_is_on_its_way_is_waited_for_and_named(version: WorkflowVersion) -> None:
    submission = submit(version)
    request = erase(version.organization)
    assert request.status == RequestStatus.WAITING
    found = privacy_found(request)
    assert (found.erased, found.waiting) == (0, [submission.reference])
    assert Submission.unscoped.get().data["email"] == EMAIL
    with pytest.raises(CommandError, match=submission.reference):
        call_command("erase_person", version.organization.slug, EMAIL, yes=True)
    deliver()
    for each in PrivacyRequest.unscoped.all():
        assert privacy_finish(each).status == RequestStatus.ERASED
    assert places_of("canary") == []


def test_erasing_again_finds_nothing_and_changes_nothing(version: WorkflowVersion) -> None:
    submit(version)
    deliver()
    erase(version.organization)
    before = list(Submission.unscoped.values()), list(StepRun.unscoped.values())
    again = erase(version.organization)
    assert (again.status, again.found.count()) == (RequestStatus.ERASED, 0)
    assert before == (list(Submission.unscoped.values()), list(StepRun.unscoped.values()))


def test_the_audit_log_tells_of_it_without_the_data(version: WorkflowVersion) -> None:
    submit(version)
    deliver()
    one, two = erase(version.organization), erase(version.organization, EMAIL.upper())
    actions = list(
        AuditEntry.unscoped.filter(object_kind="privacy_request")
        .order_by("pk")
        .values_list("action", flat=True)
    )
    assert actions == ["privacy.searched", "privacy.erasure_requested", "privacy.erased"] * 2
    details = AuditEntry.unscoped.filter(action="privacy.erased").order_by("pk")
    assert details[0].detail["submissions"] == 1
    # The same person, told by the hash alone; in another organization it is another hash.
    assert one.subject_hash == two.subject_hash == details[1].detail["subject"]
    other = Organization.objects.create(slug="other", name="Other")
    assert search(other).subject_hash != one.subject_hash
    assert PrivacyRequest.unscoped.filter(sealed_subject__isnull=False).count() == 1


def test_a_repeated_key_makes_no_second_submission_after_an_erasure(
    version: WorkflowVersion,
) -> None:
    submit(version, idempotency_key="k1")
    deliver()
    erase(version.organization)
    with pytest.raises(Unprocessable, match="another body"):
        submit(version, idempotency_key="k1")
    assert (Submission.unscoped.count(), IdempotencyKey.unscoped.count()) == (1, 1)


def test_who_is_only_mentioned_is_taken_out_of_what_others_sent(
    version: WorkflowVersion, sink: Sink
) -> None:
    sink.answer = lambda _: web.json_response({"id": 7, "account_manager": EMAIL})
    theirs = submit(version, "other@example.com", company="Other Ltd")
    deliver()
    request = search(version.organization)
    assert list(request.found.values_list("whole", flat=True)) == [False]
    erase(version.organization)
    assert places_of("canary.ada") == []
    theirs.refresh_from_db()
    assert theirs.data == {"company": "Other Ltd", "email": "other@example.com"}
    assert theirs.erased_at is None


ALIKE = [
    "xcanary.ada@example.com",
    "canary.ada@example.com.au",
    "not-canary.ada@example.com",
    "canary.ada@example.company",
    "canary+ada@example.com",
]


@pytest.mark.parametrize("email", ALIKE)
def test_another_persons_address_that_looks_alike_is_left_alone(
    version: WorkflowVersion, sink: Sink, email: str
) -> None:
    sink.answer = None
    submission = submit(version, email, company="Other Ltd")
    deliver()
    erase(version.organization)
    submission.refresh_from_db()
    assert submission.data["email"] == email


@pytest.mark.parametrize(
    "note", ["Ask canary.ada@example.com.", "<CANARY.ADA@EXAMPLE.COM>", "\ncanary.ada@example.com"]
)
def test_an_address_is_found_inside_other_text(
    version: WorkflowVersion, sink: Sink, note: str
) -> None:
    sink.answer = None
    submission = submit(version, "other@example.com", company="Other Ltd")
    deliver()
    Submission.unscoped.filter(pk=submission.pk).update(data={"note": [{"deep": note}]})
    erase(version.organization)
    assert places_of("canary") == []


def test_a_reference_finds_its_submission_and_those_that_took_it_up(
    version: WorkflowVersion, sink: Sink
) -> None:
    sink.answer = lambda _: web.Response(status=422)
    first = submit(version)
    submit(version, company="Same address, other submission")
    deliver()
    second = submission_resume(
        organization=version.organization, submission_id=first.pk, actor=SYSTEM
    )
    sink.answer = None
    deliver()
    request = erase(version.organization, second.reference.lower())
    ids = set(request.found.values_list("submission_id", flat=True))
    assert ids == {first.pk, second.pk}
    assert Submission.unscoped.filter(erased_at__isnull=False).count() == 2


def test_another_organization_is_not_searched(version: WorkflowVersion) -> None:
    submit(version)
    deliver()
    other = Organization.objects.create(slug="other", name="Other")
    assert erase(other).found.count() == 0
    assert erase(other, Submission.unscoped.get().reference).found.count() == 0
    assert Submission.unscoped.get().data["email"] == EMAIL


def test_what_came_in_after_the_search_is_erased_too(version: WorkflowVersion) -> None:
    submit(version)
    request = search(version.organization)
    submit(version)
    deliver()
    privacy_erase(
        organization=version.organization, request_id=request.pk, confirm=EMAIL, actor=SYSTEM
    )
    assert privacy_finish(request).status == RequestStatus.ERASED
    assert places_of("canary") == []


def test_nobody_else_is_erased_by_a_wrong_confirmation(version: WorkflowVersion) -> None:
    submit(version)
    request = search(version.organization)
    with pytest.raises(Unprocessable):
        privacy_erase(
            organization=version.organization,
            request_id=request.pk,
            confirm="somebody@example.com",
            actor=SYSTEM,
        )
    request.refresh_from_db()
    assert request.status == RequestStatus.FOUND


def test_a_search_is_forgotten_after_a_week(version: WorkflowVersion) -> None:
    submit(version)
    request = search(version.organization)
    assert privacy_forget() == 0
    with database.cursor() as cursor:
        cursor.execute("UPDATE privacy_privacyrequest SET created_at = now() - interval '8 d'")
    assert privacy_forget() == 1
    request.refresh_from_db()
    assert (request.status, request.sealed_subject) == (RequestStatus.EXPIRED, None)
    assert PrivacyMatch.unscoped.count() == 0


def test_a_note_that_an_operator_wrote_is_erased(version: WorkflowVersion) -> None:
    submission = submit(version)
    deliver()
    event = Event.unscoped.filter(submission=submission).first()
    assert event is not None
    Event.unscoped.filter(pk=event.pk).update(detail={"step": 1, "note": "He called twice"})
    erase(version.organization)
    event.refresh_from_db()
    assert event.detail == {"step": 1, "note": "[erased]"}


@pytest.mark.parametrize("subject", ["", "nobody", "a@b@c", "WB-1", "x" * 260 + "@example.com"])
def test_what_names_no_person_is_refused(organization: Organization, subject: str) -> None:
    with pytest.raises(Unprocessable):
        privacy_search(organization=organization, subject=subject, actor=SYSTEM)


def test_sealed_answers_are_found_exported_and_erased(
    publish_sensitive: PublishSensitive, sink: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    version = publish_sensitive()
    sink.answer = lambda _: web.json_response({"iban": "NO93 8601 1117 947", "of": EMAIL})
    data = {"company": NAME, "email": EMAIL, "iban": "NO93 8601 1117 947", "remark": "Sealed one"}
    submission = submission_accept(
        version=version, data=data | {"pin": "1234", "card": "4111"}, source=Source.API
    ).submission
    deliver()
    deliver()
    slug = version.organization.slug
    call_command("export_person", slug, EMAIL)
    document = json.loads(capsys.readouterr().out)
    assert document["submissions"][0]["answers"]["remark"] == "Sealed one"
    assert erase(version.organization).found.count() == 1
    submission.refresh_from_db()
    assert set(submission.data.values()) == {"[erased]"}
    assert set(submission.data) == {"company", "email", "iban", "remark", "pin", "card"}
    assert [run.output for run in StepRun.unscoped.all()] == [None, None]
    assert places_of("$sealed") == []
    assert places_of("canary") == []


def test_a_search_goes_on_where_it_was(
    version: WorkflowVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_search, "CHUNK", 2)
    for _ in range(5):
        submit(version)
    request = privacy_search(organization=version.organization, subject=EMAIL, actor=SYSTEM)
    seen = []
    while request.status == RequestStatus.SEARCHING:
        assert privacy_work(request.pk, until=time.monotonic())
        request.refresh_from_db()
        seen.append(request.looked_at)
    assert seen == [2, 4, 5]
    assert request.found.count() == 5
