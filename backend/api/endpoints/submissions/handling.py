from __future__ import annotations

from ninja import Router, Status

from api.authentication.access import ApiRequest, acting, requires, requires_person
from api.endpoints.parameters import NoteId, SubmissionId
from api.errors.documented import responses
from api.schemas.submissions.handling import AssignmentIn, NoteIn, NoteOut, NotesOut
from api.schemas.submissions.submissions import SubmissionDetailOut
from core.accounts.permissions import Permission
from core.submissions.operate import note_add, note_delete, note_edit, submission_assign
from core.submissions.read import notes_of, submission_get

router = Router(tags=["submissions"])


@router.put(
    "/{submission_id}/assignment",
    auth=requires(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: SubmissionDetailOut}, body=True, signed_in=True),
)
def assign_submission(
    request: ApiRequest, submission_id: SubmissionId, body: AssignmentIn
) -> SubmissionDetailOut:
    """Give a submission to a member of the organization, or to nobody."""
    organization = request.auth.organization
    submission_assign(
        organization=organization,
        submission_id=submission_id,
        member_id=body.member_id,
        actor=acting(request),
    )
    return SubmissionDetailOut.of(
        submission_get(organization=organization, submission_id=submission_id)
    )


@router.get(
    "/{submission_id}/notes",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: NotesOut}, signed_in=True),
)
def list_notes(request: ApiRequest, submission_id: SubmissionId) -> NotesOut:
    """What operators wrote about a submission, oldest first."""
    found = submission_get(organization=request.auth.organization, submission_id=submission_id)
    reader = acting(request)
    return NotesOut(items=[NoteOut.of(note, reader) for note in notes_of(found)])


@router.post(
    "/{submission_id}/notes",
    auth=requires_person(Permission.SUBMISSIONS_OPERATE),
    response=responses({201: NoteOut}, body=True, signed_in=True, conflict=True),
)
def create_note(request: ApiRequest, submission_id: SubmissionId, body: NoteIn) -> Status[NoteOut]:
    """Write a note, which only your organization sees. Sensitive answers in it are hidden."""
    note = note_add(
        organization=request.auth.organization,
        submission_id=submission_id,
        actor=acting(request),
        text=body.text,
    )
    return Status(201, NoteOut.of(note, acting(request)))


@router.put(
    "/{submission_id}/notes/{note_id}",
    auth=requires_person(Permission.SUBMISSIONS_OPERATE),
    response=responses({200: NoteOut}, body=True, signed_in=True),
)
def change_note(
    request: ApiRequest, submission_id: SubmissionId, note_id: NoteId, body: NoteIn
) -> NoteOut:
    """Replace the text of a note that you wrote."""
    note = note_edit(
        organization=request.auth.organization,
        submission_id=submission_id,
        note_id=note_id,
        actor=acting(request),
        text=body.text,
    )
    return NoteOut.of(note, acting(request))


@router.delete(
    "/{submission_id}/notes/{note_id}",
    auth=requires_person(Permission.SUBMISSIONS_OPERATE),
    response=responses({204: None}, signed_in=True),
)
def delete_note(request: ApiRequest, submission_id: SubmissionId, note_id: NoteId) -> Status[None]:
    """Delete a note that you wrote."""
    note_delete(
        organization=request.auth.organization,
        submission_id=submission_id,
        note_id=note_id,
        actor=acting(request),
    )
    return Status(204, None)
