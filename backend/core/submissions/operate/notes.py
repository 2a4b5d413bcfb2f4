"""What operators write about a submission. Only who wrote a note changes or deletes it."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict, FieldError, Forbidden, NotFound, Unprocessable
from core.submissions.models import NOTE_MOST, Note, Submission
from core.submissions.sensitive import hiding

_MOST_NOTES = 500


@transaction.atomic
def note_add(
    *, organization: Organization, submission_id: uuid.UUID, actor: Actor, text: str
) -> Note:
    """Write a note in a person's name. Sensitive answers in it are hidden, as in what is sent.

    Raises NotFound, Unprocessable for an empty or a too long text, Conflict when there are 500.
    """
    submission = _submission(organization, submission_id)
    if Note.objects.owned_by(organization).filter(submission=submission).count() >= _MOST_NOTES:
        raise Conflict(
            f"{submission.reference} has {_MOST_NOTES} notes, and takes no more. Edit one of yours."
        )
    note = Note.objects.create(
        organization=organization,
        submission=submission,
        author_id=actor.id,
        author_name=actor.name[:200],
        text=_clean(submission, text),
    )
    _record(note, actor, "note.added")
    note.refresh_from_db()
    return note


@transaction.atomic
def note_edit(
    *,
    organization: Organization,
    submission_id: uuid.UUID,
    note_id: uuid.UUID,
    actor: Actor,
    text: str,
) -> Note:
    """Replace the text of one's own note. Raises as `note_add`, and Forbidden for another's."""
    note = _own(organization, submission_id, note_id, actor)
    note.text = _clean(note.submission, text)
    rows = Note.objects.owned_by(organization).filter(pk=note.pk)
    rows.update(text=note.text, edited_at=Now())
    _record(note, actor, "note.edited")
    note.refresh_from_db()
    return note


@transaction.atomic
def note_delete(
    *, organization: Organization, submission_id: uuid.UUID, note_id: uuid.UUID, actor: Actor
) -> None:
    """Delete one's own note. Raises NotFound, and Forbidden for another's."""
    note = _own(organization, submission_id, note_id, actor)
    Note.objects.owned_by(organization).filter(pk=note.pk).delete()
    _record(note, actor, "note.deleted")


def _submission(organization: Organization, submission_id: uuid.UUID) -> Submission:
    """Locked against an erasure that goes on meanwhile."""
    rows = Submission.objects.owned_by(organization).filter(pk=submission_id)
    found = rows.select_related("version").select_for_update(of=("self",), no_key=True).first()
    if found is None:
        raise NotFound("This organization has no submission with that id.")
    return found


def _own(
    organization: Organization, submission_id: uuid.UUID, note_id: uuid.UUID, actor: Actor
) -> Note:
    _submission(organization, submission_id)
    rows = Note.objects.owned_by(organization).filter(pk=note_id, submission=submission_id)
    note = rows.select_related("submission__version").select_for_update(of=("self",)).first()
    if note is None:
        raise NotFound("This submission has no note with that id. It may have been deleted.")
    if note.author_id != actor.id:
        author = note.author_name or "Somebody else"
        raise Forbidden(
            f"{author} wrote this note, and only they change it. Write one of your own.",
            code="not_your_note",
        )
    return note


def _clean(submission: Submission, text: str) -> str:
    clean = hiding(submission)(text.strip())
    if not clean:
        raise Unprocessable("The note is empty.", errors=[FieldError("text", "Write something.")])
    if len(clean) > NOTE_MOST:
        too_long = f"A note has at most {NOTE_MOST:,} characters; this one has {len(clean):,}."
        raise Unprocessable("The note is too long.", errors=[FieldError("text", too_long)])
    return clean


def _record(note: Note, actor: Actor, action: str) -> None:
    """Without its text, which may name a person and is erased with the submission."""
    audit_record(
        organization=note.organization,
        actor=actor,
        action=action,
        object_kind="submission",
        object_id=note.submission_id,
        detail={"reference": note.submission.reference, "note": str(note.pk)},
    )
