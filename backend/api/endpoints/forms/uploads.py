"""Files: taken in for public forms and for workflows, handed out to those who may read them."""

from __future__ import annotations

from typing import Annotated

from django.http import FileResponse, HttpRequest
from ninja import File, Form, Router, Status
from ninja.files import UploadedFile

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import SlugInPath, SubmissionId, UploadId
from api.errors.documented import responses
from api.forms.guard import upload_guard
from api.forms.language import language_wanted
from api.limits.throttles import CallerThrottle, UploadThrottle
from api.schemas.forms.uploads import UploadOut
from api.schemas.problems import Problem
from core.accounts.permissions import Permission
from core.audit.services import audit_record
from core.postgres.tenancy import organization_enter
from core.submissions.accept import opening_require
from core.submissions.read import submission_get
from core.submissions.uploads import upload_get, upload_open, upload_take
from core.told import told_in
from core.workflows.versions import form_get, form_language, workflow_get

forms = Router(tags=["forms"], auth=None)
workflows = Router(tags=["workflows"])
submissions = Router(tags=["submissions"])


@forms.post(
    "/{slug}/uploads",
    response=responses({201: UploadOut, 403: Problem}, body=True, conflict=True),
    throttle=[UploadThrottle()],
)
def upload_form_file(
    request: HttpRequest,
    slug: SlugInPath,
    file: File[UploadedFile],
    field: Form[str],
    ticket: Form[str] = "",
    version: Annotated[int | None, Form(ge=1, le=2**31 - 1)] = None,
    language: Annotated[str | None, Form(max_length=100)] = None,
) -> Status[UploadOut]:
    """Upload a file that answers a question of a public form, before sending the form.

    `version` is the one that the form was drawn from, and `language` the one it was drawn in, as
    when it is sent. A form that is not open answers `409` with the code `form_closed`.
    """
    spoken = form_language(slug=slug, wanted=language_wanted(request, language))
    with told_in(spoken):
        upload_guard(request, slug, ticket)
        asking = form_get(slug=slug, opened=version)
        organization_enter(asking.organization_id)
        opening_require(form_get(slug=slug), spoken)
        upload = upload_take(version=asking, field=field, file=file, language=spoken)
    return Status(201, UploadOut.of(upload))


@workflows.post(
    "/{slug}/uploads",
    auth=requires(Permission.SUBMISSIONS_CREATE),
    response=responses({201: UploadOut}, body=True, signed_in=True),
    throttle=[CallerThrottle(), UploadThrottle()],
)
def upload_workflow_file(
    request: ApiRequest, slug: SlugInPath, file: File[UploadedFile], field: Form[str]
) -> Status[UploadOut]:
    """Upload a file that a submission to this workflow will name."""
    version = workflow_get(organization=request.auth.organization, slug=slug)
    return Status(201, UploadOut.of(upload_take(version=version, field=field, file=file)))


@submissions.get(
    "/{submission_id}/files/{upload_id}",
    auth=requires(Permission.SUBMISSIONS_READ_SENSITIVE),
    response=responses({}, signed_in=True),
    openapi_extra={
        "responses": {
            200: {
                "description": "The file's bytes, to be saved and not shown.",
                "content": {
                    "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
                },
            }
        }
    },
)
def download_file(
    request: ApiRequest, submission_id: SubmissionId, upload_id: UploadId
) -> FileResponse:
    """Download a file of a submission. That somebody did is written into the audit log."""
    organization = request.auth.organization
    found = submission_get(organization=organization, submission_id=submission_id)
    upload = upload_get(organization=organization, submission=found, upload_id=upload_id)
    audit_record(
        organization=organization,
        actor=acting(request),
        action="submission.file_read",
        object_kind="submission",
        object_id=found.pk,
        detail={"file": str(upload.pk), "size": upload.size, "type": upload.media_type},
    )
    answer = FileResponse(
        upload_open(upload),
        as_attachment=True,
        filename=upload.name,
        content_type="application/octet-stream",
    )
    answer["Content-Length"] = str(upload.size)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-store"
    return answer
