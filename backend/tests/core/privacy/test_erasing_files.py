"""Files go with the person who sent them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from core.audit.services import SYSTEM
from core.privacy.models import PrivacyRequest, RequestStatus
from core.privacy.runner import privacy_finish
from core.privacy.services import privacy_erase, privacy_search
from core.submissions.accept import submission_accept
from core.submissions.models import Source, Submission, Upload
from core.submissions.operate import submission_resume
from core.workflows.models import WorkflowVersion
from tests.destination import Publish, Sink
from tests.engine import deliver

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.security("privacy erasure")]

EMAIL = "ada@example.com"


@pytest.fixture
def place(settings: Any, tmp_path: Path) -> Path:
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = settings.STORAGES | {
        "uploads": kept | {"OPTIONS": {"location": str(tmp_path)}}
    }
    return tmp_path


def submit(version: WorkflowVersion) -> Submission:
    data = {"company": "Acme Ltd", "email": EMAIL}
    return submission_accept(version=version, data=data, source=Source.API).submission


def give_file(submission: Submission) -> Upload:
    stored_as = f"{submission.organization_id}/{submission.pk.hex}"
    storages["uploads"].save(stored_as, ContentFile(b"passport"))
    return Upload.objects.create(
        organization_id=submission.organization_id,
        workflow_id=submission.workflow_id,
        field="contract",
        name="Ada Berg.pdf",
        size=8,
        media_type="application/pdf",
        sha256="0" * 64,
        stored_as=stored_as,
        submission_id=submission.pk,
    )


def erase(version: WorkflowVersion) -> PrivacyRequest:
    organization = version.organization
    request = privacy_finish(privacy_search(organization=organization, subject=EMAIL, actor=SYSTEM))
    return privacy_finish(
        privacy_erase(organization=organization, request_id=request.pk, confirm=EMAIL, actor=SYSTEM)
    )


def test_the_content_and_the_name_of_a_file_are_gone(
    publish: Publish, sink: Sink, place: Path
) -> None:
    version = publish(("only", [], "request.send_keyed"))
    upload = give_file(submit(version))
    deliver()
    assert (place / upload.stored_as).read_bytes() == b"passport"
    assert erase(version).status == RequestStatus.ERASED
    assert not (place / upload.stored_as).exists()
    assert not Upload.unscoped.exists()


def test_a_file_that_a_resumed_submission_still_sends_is_waited_for(
    publish: Publish, sink: Sink, place: Path
) -> None:
    sink.answer = lambda _: web.Response(status=422)
    version = publish(("only", [], "request.send_keyed"))
    submission = submit(version)
    upload = give_file(submission)
    deliver()
    submission_resume(organization=version.organization, submission_id=submission.pk, actor=SYSTEM)
    request = erase(version)
    assert request.status == RequestStatus.WAITING
    assert (place / upload.stored_as).exists()
    assert not Submission.unscoped.filter(erased_at__isnull=False).exists()
    sink.answer = None
    deliver()
    assert privacy_finish(request).status == RequestStatus.ERASED
    assert not (place / upload.stored_as).exists()
