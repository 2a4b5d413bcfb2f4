"""Files of submissions: taken in by content, kept privately, handed out to few, and removed."""

from __future__ import annotations

import io
import json
import stat
import time
import uuid
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client
from django.utils import timezone

from core.accounts.models import Membership, Role
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.redis.token_bucket import Rate
from core.submissions.models import Submission, SubmissionState, Upload
from core.submissions.operate import submission_resume
from core.submissions.uploads import name_clean, uploads_clear, uploads_remove
from core.workflows.versions import definition_publish
from tests.api.checks import assert_problem
from tests.api.uploads import HTML, PDF, SVG, archive, png, send_file
from tests.conftest import PASSWORD, Api, Tenant

UPLOAD = "/api/v1/forms/files/uploads"
SUBMIT = "/api/v1/forms/files/submissions"
attacks = pytest.mark.security("File uploads")


def publish(tenant: Tenant, form_slug: str = "files") -> None:
    photo = {
        "label": "Photo",
        "kind": "file",
        "accept": ["png"],
        "required": False,
        "max_bytes": 500,
    }
    contract = {"label": "Contract", "kind": "file", "accept": ["pdf", "png"], "max_files": 2}
    company = {"label": "Company", "kind": "text"}
    definition = {
        "workflow": "files",
        "name": "Files",
        "subject": "${{ input.company }}",
        "form": {
            "address": form_slug,
            "title": "Send us files",
            "fields": {"company": company, "contract": contract, "photo": photo},
        },
        "steps": {
            "customer": {
                "use": "erp/request.send",
                "with": {"path": "/c", "body": {"n": "${{ input.company }}"}},
            }
        },
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


@pytest.fixture(autouse=True)
def form(tenant: Tenant) -> None:
    publish(tenant)


@pytest.fixture
def operator(tenant: Tenant) -> Api:
    client = Client(raise_request_exception=False)
    assert client.login(email=tenant.user.email, password=PASSWORD)
    return Api(client, {})


def upload(api: Api, name: str = "contract.pdf", content: bytes = PDF, **more: str) -> str:
    answer = send_file(api, UPLOAD, name, content, **more)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def submit(api: Api, *ids: str, **headers: str) -> Any:
    return api.post(SUBMIT, {"data": {"company": "Nordwind", "contract": list(ids)}}, **headers)


def kept() -> list[Path]:
    root = Path(project.WAYBILL_UPLOADS_DIR)
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_form_says_which_files_it_takes(public: Api) -> None:
    form = public.get("/api/v1/forms/files").json()
    schema = form["json_schema"]["properties"]["contract"]
    assert (schema["type"], schema["minItems"], schema["maxItems"]) == ("array", 1, 2)
    question = next(each for each in form["questions"] if each["key"] == "contract")
    assert question["kind"] == "file"
    assert question["accept"] == [".pdf", ".png"]
    assert question["kinds"] == ["PDF", "PNG image"]


def test_a_file_goes_from_its_sender_to_the_operator(public: Api, operator: Api) -> None:
    answer = send_file(public, UPLOAD, "Vertrag 2026.pdf", PDF)
    told = answer.json()
    assert (told["name"], told["size"], told["type"]) == (
        "Vertrag 2026.pdf",
        len(PDF),
        "application/pdf",
    )
    accepted = submit(public, told["id"])
    assert accepted.status_code == 202
    detail = operator.get(f"/api/v1/submissions/{accepted.json()['id']}").json()
    (file,) = detail["files"]
    assert (file["field"], file["name"], file["size"]) == ("contract", "Vertrag 2026.pdf", len(PDF))
    download = operator.get(file["url"])
    assert b"".join(download.streaming_content) == PDF  # type: ignore[attr-defined]

    entry = AuditEntry.unscoped.get(action="submission.file_read")
    assert entry.detail["file"] == told["id"]
    assert "Vertrag" not in str(entry.detail)


@attacks
def test_a_download_is_never_shown_by_a_browser(public: Api, operator: Api) -> None:
    submission = submit(public, upload(public, 'a"b;c.pdf')).json()
    path = operator.get(f"/api/v1/submissions/{submission['id']}").json()["files"][0]["url"]
    answer = operator.get(path)
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]


@attacks
@pytest.mark.parametrize("who", ["nobody", "viewer", "stranger"])
def test_a_file_is_only_for_those_who_may_read_it(
    public: Api, operator: Api, stranger: Api, tenant: Tenant, who: str
) -> None:
    submission = submit(public, upload(public)).json()
    path = operator.get(f"/api/v1/submissions/{submission['id']}").json()["files"][0]["url"]
    if who == "nobody":
        assert public.get(path).status_code == 401
    if who == "viewer":
        Membership.unscoped.filter(user=tenant.user).update(role=Role.VIEWER)
        assert operator.get(path).status_code == 403
    if who == "stranger":
        assert stranger.get(path).status_code == 404
    assert not AuditEntry.unscoped.filter(action="submission.file_read").exists()


@attacks
def test_a_file_is_found_only_below_its_own_submission(public: Api, operator: Api) -> None:
    one, other = submit(public, upload(public)).json(), submit(public, upload(public)).json()
    file = operator.get(f"/api/v1/submissions/{one['id']}").json()["files"][0]["id"]
    for path in (
        f"/api/v1/submissions/{other['id']}/files/{file}",
        f"/api/v1/submissions/{one['id']}/files/{uuid.uuid4()}",
        f"/api/v1/submissions/{uuid.uuid4()}/files/{file}",
    ):
        assert operator.get(path).status_code == 404


@attacks
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", SVG),
        ("drawing.png", SVG),
        ("page.html", HTML),
        ("page.pdf", HTML),
        ("contract.pdf.exe", PDF),
        ("contract.html.pdf", PDF),
        ("polyglot.png", png() + archive(("a.js", b"1"))),
        ("letter.docx", archive(("a", b"a"))),
        ("all.zip", archive(("a", b"a"))),
        ("notes.txt", b"not asked for"),
        ("empty.pdf", b""),
    ],
)
def test_what_the_form_does_not_take_is_refused_and_not_kept(
    public: Api, name: str, content: bytes
) -> None:
    before = kept()
    body = assert_problem(send_file(public, UPLOAD, name, content), 422, "invalid_input", "file")
    assert "PDF, PNG image" in body["errors"][0]["message"]
    assert kept() == before
    assert not Upload.unscoped.exists()


@attacks
def test_a_zip_bomb_is_not_unpacked(public: Api, tenant: Tenant) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b"<Types/>")
        bomb.writestr("word/document.xml", b"\0" * 300_000_000)
    started = time.process_time()  # the machine may be busy with something else
    answer = send_file(public, UPLOAD, "bomb.png", out.getvalue())
    assert_problem(answer, 422, "invalid_input", "file")
    assert time.process_time() - started < 3


@attacks
def test_a_file_over_the_questions_limit_is_refused(public: Api) -> None:
    big = png(b"Comment\0" + b"x" * 600)
    answer = send_file(public, UPLOAD, "photo.png", big, field="photo")
    assert_problem(answer, 413, "too_large")


@attacks
def test_a_file_over_every_limit_is_refused_unread(public: Api, settings: Any) -> None:
    settings.WAYBILL_MAX_UPLOAD_BYTES = 1000
    assert_problem(send_file(public, UPLOAD, "a.pdf", PDF + b" " * 1000), 413, "too_large")
    assert_problem(send_file(public, UPLOAD, "a.pdf", PDF + b" " * 100_000), 413, "too_large")


@attacks
@pytest.mark.parametrize("field", ["company", "no_such", "", "x" * 10_000, "contract\0"])
def test_a_question_that_takes_no_file_is_refused(public: Api, field: str) -> None:
    answer = send_file(public, UPLOAD, "a.pdf", PDF, field=field)
    assert answer.status_code in {400, 422}


@attacks
@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"--edge--"),
        ("multipart/form-data; boundary=edge", b"--edge"),
        ("multipart/form-data; boundary=edge", b"nonsense"),
        ("multipart/form-data; boundary=" + "x" * 500, b"--x--"),
        ("multipart/form-data; boundary=edge", b"--edge\r\n" + b"X: y\r\n" * 5000 + b"\r\n\r\n"),
        (
            "multipart/form-data; boundary=edge",
            b"".join(
                b'--edge\r\nContent-Disposition: form-data; name="f%d"\r\n\r\n1\r\n' % n
                for n in range(200)
            )
            + b"--edge--",
        ),
        (
            "multipart/form-data; boundary=edge",
            b"".join(
                b'--edge\r\nContent-Disposition: form-data; name="file"; filename="%d.pdf"\r\n\r\n'
                b"%%PDF-1.7\r\n" % n
                for n in range(3)
            )
            + b"--edge--",
        ),
    ],
)
def test_a_broken_or_endless_form_body_is_refused(
    public: Api, content_type: str, body: bytes
) -> None:
    answer = public.post_raw(UPLOAD, body, content_type=content_type)
    assert answer.status_code in {400, 413, 415, 422}
    assert answer["Content-Type"] == "application/problem+json"
    assert not Upload.unscoped.exists()


@attacks
@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("..\\..\\windows\\system.pdf", "system.pdf"),
        ("C:\\temp\\a.pdf", "a.pdf"),
        ("/abs/olute.pdf", "olute.pdf"),
        ("a\u202efdp.exe.pdf", "afdp.exe.pdf"),
        ("a\0b\r\nc.pdf", "abc.pdf"),
        ("a\u200b.pdf\u2060", "a.pdf"),
        ('a"<b>|?*.pdf', "ab.pdf"),
        ("....", "file"),
        ("", "file"),
        ("عقد العميل.pdf", "عقد العميل.pdf"),
        ("x" * 500 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_names_carry_no_tricks(name: str, clean: str) -> None:
    assert name_clean(name) == clean


@attacks
def test_what_is_kept_has_a_random_name_and_is_for_its_owner_alone(public: Api) -> None:
    before = set(kept())
    upload(public, "contract.pdf")
    (path,) = set(kept()) - before
    assert len(path.name) == 32
    assert path.suffix == ""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@attacks
def test_a_file_belongs_to_one_submission(public: Api) -> None:
    file = upload(public)
    assert submit(public, file).status_code == 202
    assert_problem(submit(public, file), 422, "invalid_input", "data.contract")
    assert Submission.unscoped.count() == 1


def test_the_same_submission_again_is_the_same(public: Api) -> None:
    file = upload(public)
    one = submit(public, file, idempotency_key="k-1").json()
    assert submit(public, file, idempotency_key="k-1").json()["id"] == one["id"]


@attacks
def test_a_file_of_another_form_question_or_organization_is_not_there(
    public: Api, tenant: Tenant, other_tenant: Tenant
) -> None:
    publish(other_tenant, "their-files")
    theirs = send_file(public, "/api/v1/forms/their-files/uploads", "a.pdf", PDF).json()["id"]
    photo = send_file(public, UPLOAD, "a.png", png(), field="photo").json()["id"]
    for wrong in (theirs, photo, str(uuid.uuid4())):
        assert_problem(submit(public, wrong), 422, "invalid_input", "data.contract.0")
    twice = upload(public)
    assert_problem(submit(public, twice, twice), 422, "invalid_input", "data.contract")
    three = [upload(public) for _ in range(3)]
    assert_problem(submit(public, *three), 422, "invalid_input", "data.contract")
    assert_problem(submit(public, "not-an-id"), 422, "invalid_input")
    assert not Submission.unscoped.exists()


def test_files_come_through_the_api_too(machine: Api) -> None:
    path = "/api/v1/workflows/files"
    file = send_file(machine, f"{path}/uploads", "a.pdf", PDF).json()["id"]
    data = {"company": "Nordwind", "contract": [file]}
    batch = machine.post(f"{path}/submissions/batch", {"submissions": [{"data": data}]}).json()
    assert batch["results"][0]["status"] == 422
    assert machine.post(f"{path}/submissions", {"data": data}).status_code == 202


def test_one_that_is_taken_up_again_keeps_its_files(
    public: Api, operator: Api, tenant: Tenant
) -> None:
    first = Submission.unscoped.get(pk=submit(public, upload(public)).json()["id"])
    SubmissionState.unscoped.filter(pk=first.pk).update(status="cancelled")
    again = submission_resume(
        organization=tenant.organization, submission_id=first.pk, actor=SYSTEM
    )
    (file,) = operator.get(f"/api/v1/submissions/{again.pk}").json()["files"]
    answer = operator.get(file["url"])
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]


def test_what_nobody_names_is_removed_after_a_day(public: Api) -> None:
    left, named = upload(public), upload(public)
    submit(public, named)
    fresh = upload(public)
    Upload.unscoped.exclude(pk=fresh).update(created_at=timezone.now() - timedelta(hours=25))
    before = len(kept())
    assert uploads_clear() == 1
    assert len(kept()) == before - 1
    assert {str(each.pk) for each in Upload.unscoped.all()} == {named, fresh}
    assert left not in {named, fresh}


def test_files_go_with_their_submission(public: Api, tenant: Tenant) -> None:
    one = submit(public, upload(public)).json()["id"]
    other = submit(public, upload(public)).json()["id"]
    before = len(kept())
    assert uploads_remove(organization=tenant.organization, submission_ids=[uuid.UUID(one)]) == 1
    Submission.unscoped.filter(pk=other).delete()
    assert uploads_clear() == 1
    assert len(kept()) == before - 2


@attacks
def test_uploads_are_limited_for_each_address(public: Api, settings: Any) -> None:
    settings.WAYBILL_TRUSTED_PROXIES = 1
    settings.WAYBILL_LIMIT_UPLOADS = Rate(0.001, 2)
    sender = Api(public.client, {"x-forwarded-for": f"198.51.{uuid.uuid4().int % 250}.9"})
    statuses = [send_file(sender, UPLOAD, "a.pdf", PDF).status_code for _ in range(4)]
    assert statuses == [201, 201, 429, 429]


def test_without_a_place_for_files_the_form_says_so(public: Api, settings: Any) -> None:
    settings.STORAGES = {k: v for k, v in settings.STORAGES.items() if k != "uploads"}
    body = assert_problem(send_file(public, UPLOAD, "a.pdf", PDF), 503, "unavailable")
    assert "administrator" in body["detail"]
