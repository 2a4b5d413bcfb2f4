"""Notes of operators, who looks after a submission, and what was corrected."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from core.access.members import member_remove
from core.accounts.models import Membership, Organization, Role, User
from core.audit.models import ActorKind, AuditEntry
from core.audit.services import SYSTEM, Actor
from core.errors import Forbidden, NotFound, Unprocessable
from core.privacy.expiry import submissions_expire
from core.submissions.accept import submission_accept
from core.submissions.models import Assignment, Event, Note, Replay, Source, Submission
from core.submissions.operate import (
    note_add,
    note_delete,
    note_edit,
    submission_assign,
    submission_cancel,
    submission_erase,
    submission_replay,
    submission_resume,
)
from core.submissions.sensitive import ERASED, MASK
from core.workflows.models import Workflow
from tests.canaries import ANSWERS
from tests.destination import Sink
from tests.engine import Accept, deliver
from tests.sensitive import PublishSensitive

pytestmark = pytest.mark.django_db(transaction=True)

ADA = Actor(ActorKind.PERSON, uuid.uuid4(), "Ada Berg")
BEN = Actor(ActorKind.PERSON, uuid.uuid4(), "Ben Ost")
KEYED = "request.send_keyed"


def where(submission: Submission) -> dict[str, Any]:
    return {"organization": submission.organization, "submission_id": submission.pk}


@pytest.fixture
def submission(accept: Accept) -> Submission:
    return accept(("only", [], KEYED))


def member(organization: Organization, name: str = "Ada Berg") -> Membership:
    user = User.objects.create_user(f"{uuid.uuid4().hex}@example.com", name=name)
    return Membership.objects.create(organization=organization, user=user, role=Role.OPERATOR)


def test_a_note_is_changed_and_deleted_by_its_author_alone(submission: Submission) -> None:
    note = note_add(**where(submission), actor=ADA, text="  Called them back. ")
    assert (note.text, note.author_name, note.edited_at) == ("Called them back.", "Ada Berg", None)
    at = {**where(submission), "note_id": note.pk}
    with pytest.raises(Forbidden, match="Ada Berg"):
        note_edit(**at, actor=BEN, text="Ignore it.")
    with pytest.raises(Forbidden):
        note_delete(**at, actor=BEN)
    assert note_edit(**at, actor=ADA, text="They call back.").edited_at is not None
    note_delete(**at, actor=ADA)
    with pytest.raises(NotFound):
        note_edit(**at, actor=ADA, text="Again")
    actions = AuditEntry.unscoped.filter(action__startswith="note.").values_list(
        "action", flat=True
    )
    assert list(actions.order_by("pk")) == ["note.added", "note.edited", "note.deleted"]


def test_what_a_note_says_is_in_no_audit_entry(submission: Submission) -> None:
    note_add(**where(submission), actor=ADA, text="planted-canary words")
    entries = AuditEntry.unscoped.values_list("detail", "changes")
    assert not any("planted-canary" in str(entry) for entry in entries)


@pytest.mark.parametrize("text", ["", "  \n", "x" * 5_001])
def test_an_empty_and_an_endless_note_are_refused(submission: Submission, text: str) -> None:
    with pytest.raises(Unprocessable):
        note_add(**where(submission), actor=ADA, text=text)
    assert Note.unscoped.count() == 0


def test_a_note_is_text_whatever_it_looks_like(submission: Submission) -> None:
    text = "=HYPERLINK(1) <script>alert(1)</script> שלום 👩‍👩‍👧"
    assert note_add(**where(submission), actor=ADA, text=text).text == text


def test_a_sensitive_answer_in_a_note_is_hidden(publish_sensitive: PublishSensitive) -> None:
    version = publish_sensitive()
    data = {"company": "Acme Ltd"} | ANSWERS
    made = submission_accept(version=version, data=data, source=Source.API).submission
    secret = ANSWERS["iban"]
    note = note_add(
        organization=version.organization,
        submission_id=made.pk,
        actor=ADA,
        text=f"They said {secret} by phone.",
    )
    assert secret not in note.text


def test_it_is_given_to_one_member_at_a_time(submission: Submission) -> None:
    one, other = member(submission.organization), member(submission.organization, "Ben Ost")
    for given in (one.pk, one.pk, other.pk, None, None):
        submission_assign(**where(submission), member_id=given, actor=ADA)
    told = Event.unscoped.filter(submission=submission, kind="submission.assigned")
    assert [each.detail["to"] for each in told.order_by("pk")] == ["Ada Berg", "Ben Ost", None]
    assert not Assignment.unscoped.exists()
    assert AuditEntry.unscoped.filter(action="submission.assigned").count() == 3


def test_nobody_of_another_organization_looks_after_it(submission: Submission) -> None:
    elsewhere = Organization.objects.create(slug=uuid.uuid4().hex[:8], name="Elsewhere")
    with pytest.raises(Unprocessable):
        submission_assign(**where(submission), member_id=member(elsewhere).pk, actor=ADA)


def test_whoever_leaves_looks_after_nothing_any_more(submission: Submission) -> None:
    organization = submission.organization
    gone = member(organization)
    submission_assign(**where(submission), member_id=gone.pk, actor=ADA)
    member_remove(organization=organization, actor=SYSTEM, actor_role=Role.OWNER, member_id=gone.pk)
    assert not Assignment.unscoped.exists()
    assert Submission.unscoped.filter(pk=submission.pk).exists()


def refused(accept: Accept, sink: Sink) -> Submission:
    sink.answer = lambda _: web.json_response({}, status=422)
    submission = accept(("only", [], KEYED))
    deliver()
    sink.answer = None
    return submission


def resumed(original: Submission, company: str) -> Submission:
    return submission_resume(**where(original), actor=ADA, data={"company": company})


def changed(submission: Submission) -> Any:
    return Event.unscoped.get(submission=submission, kind="submission.resumed").detail["changed"]


def test_what_was_corrected_is_kept_before_and_after(accept: Accept, sink: Sink) -> None:
    made = resumed(refused(accept, sink), "Corrected Ltd")
    assert changed(made) == [{"field": "company", "before": "Acme Ltd", "after": "Corrected Ltd"}]


def test_nothing_corrected_is_nothing_to_tell(accept: Accept, sink: Sink) -> None:
    made = resumed(refused(accept, sink), "Acme Ltd")
    event = Event.unscoped.get(submission=made, kind="submission.resumed")
    assert "changed" not in event.detail


def test_a_corrected_sensitive_answer_is_told_masked(publish_sensitive: PublishSensitive) -> None:
    version = publish_sensitive()
    data = {"company": "Acme Ltd"} | ANSWERS
    made = submission_accept(version=version, data=data, source=Source.API).submission
    submission_cancel(**where(made), actor=ADA)
    given = (
        {"company": "Acme Ltd"} | dict.fromkeys(ANSWERS, MASK) | {"iban": "AT611904300234573201"}
    )
    again = submission_resume(**where(made), actor=ADA, data=given)
    assert changed(again) == [{"field": "iban", "before": MASK, "after": MASK}]


def test_an_erasure_takes_notes_and_corrections_with_it(accept: Accept, sink: Sink) -> None:
    original = refused(accept, sink)
    made = resumed(original, "Corrected Ltd")
    deliver()
    note_add(**where(original), actor=ADA, text="Ada of Acme Ltd called")
    submission_erase(**where(original), forms=[], whole=True)
    assert Note.unscoped.get().text == ERASED
    assert changed(made) == ERASED


def test_a_mention_in_a_note_goes_and_the_rest_stays(accept: Accept, sink: Sink) -> None:
    submission = accept(("only", [], KEYED))
    deliver()
    note_add(**where(submission), actor=ADA, text="Ask grace@example.com about it")
    submission_erase(**where(submission), forms=["grace@example.com"], whole=False)
    assert Note.unscoped.get().text == f"Ask {ERASED} about it"


def test_what_is_kept_beside_a_submission_expires_with_it(accept: Accept, sink: Sink) -> None:
    original = accept(("only", [], KEYED))
    deliver()
    note_add(**where(original), actor=ADA, text="Done")
    one = member(original.organization)
    submission_assign(**where(original), member_id=one.pk, actor=ADA)
    submission_replay(**where(original), actor=ADA)
    deliver()
    Workflow.unscoped.update(retention_days=1)
    assert submissions_expire(now=datetime.now(UTC) + timedelta(days=3)) == 2
    for model in (Note, Assignment, Replay):
        assert not model.unscoped.exists()
