"""Whatever is sent: a problem that names the field, nothing half-written, never a 500."""

from __future__ import annotations

import codecs
import io
import json

import pytest

from core.submissions.models import Submission
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import Api, Tenant

SUBMIT = "/api/v1/forms/new-customer/submissions"


@pytest.fixture(autouse=True)
def nothing_is_written(tenant: Tenant) -> object:
    yield
    assert not Submission.unscoped.exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"email": "ada@example.com"}, "data.company"),
        (ANSWERS | {"company": ""}, "data.company"),
        (ANSWERS | {"company": 7}, "data.company"),
        (ANSWERS | {"company": None}, "data.company"),
        (ANSWERS | {"company": "x" * 201}, "data.company"),
        (ANSWERS | {"email": "nobody"}, "data.email"),
        (ANSWERS | {"email": ["a@example.com"]}, "data.email"),
        (ANSWERS | {"extra": "field"}, "data.extra"),
        (ANSWERS | {"note": "x" * 501}, "data.note"),
        (ANSWERS | {"note": "before\0after"}, "data.note"),
        (ANSWERS | {"note": {"deep": ["\ud800"]}}, "data.note.deep.0"),
        (ANSWERS | {"na\0me": "x"}, "data"),
    ],
)
def test_refused_answer_is_named(public: Api, answers: object, field: str) -> None:
    assert_problem(public.post(SUBMIT, {"data": answers}), 422, "invalid_input", field)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "data"),
        ([], "body"),
        ("text", "body"),
        (None, "body"),
        ({"data": []}, "data"),
        ({"data": None}, "data"),
        ({"data": ANSWERS, "extra": 1}, "extra"),
    ],
)
def test_body_of_another_shape_is_refused(public: Api, body: object, field: str) -> None:
    assert_problem(public.post(SUBMIT, body), 422, "invalid_input", field)


def test_missing_body_is_refused(public: Api) -> None:
    assert_problem(public.post_raw(SUBMIT, b""), 422, "invalid_input", "body")


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"{'data': 1}",
        b'{"data": NaN}',
        b'{"data": -Infinity}',
        b"\xff\xfe",
        b'{"data": "\xc3\x28"}',
        b'{"data": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_not_json_is_refused(public: Api, raw: bytes) -> None:
    assert_problem(public.post_raw(SUBMIT, raw), 400, "malformed")


@pytest.mark.parametrize("depth", [33, 900, 100_000])
def test_deeply_nested_json_is_refused(public: Api, depth: int) -> None:
    raw = b'{"data": ' + b"[" * depth + b"]" * depth + b"}"
    assert_problem(public.post_raw(SUBMIT, raw), 400, "too_deep")


def test_number_beyond_every_double_is_refused(public: Api) -> None:
    raw = b'{"data": {"company": 1e999}}'
    assert_problem(public.post_raw(SUBMIT, raw), 422, "invalid_input", "data.company")


def test_oversized_body_is_refused(public: Api) -> None:
    raw = json.dumps({"data": {"note": "x" * 300_000}}).encode()
    assert_problem(public.post_raw(SUBMIT, raw), 413, "too_large")


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""],
)
def test_other_content_type_is_refused(public: Api, content_type: str) -> None:
    raw = json.dumps({"data": ANSWERS}).encode()
    answer = public.post_raw(SUBMIT, raw, content_type=content_type)
    assert_problem(answer, 415, "wrong_media_type")


@pytest.mark.parametrize("charset", ["utf-16", "ISO-8859-1", "windows-1252", "utf-7", "nonsense"])
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (SUBMIT, "application/json"),
        ("/api/v1/forms/new-customer/check", "application/json"),
        ("/api/v1/workflows/check", "application/json"),
        ("/api/v1/workflows/check", "application/yaml"),
    ],
)
def test_another_charset_is_refused_by_its_name(
    machine: Api, tenant: Tenant, path: str, kind: str, charset: str
) -> None:
    raw = json.dumps({"data": ANSWERS}).encode()
    answer = machine.post_raw(path, raw, content_type=f"{kind}; charset={charset}")
    assert_problem(answer, 415, "wrong_media_type")
    detail = answer.json()["detail"]
    assert detail == f"The body is said to be in “{charset}”. Send it in UTF-8."


@pytest.mark.parametrize("kind", ["application/json", "application/yaml"])
def test_a_definition_with_a_byte_order_mark_is_read(
    machine: Api, tenant: Tenant, kind: str
) -> None:
    document = tenant.version.document.encode()
    plain = machine.post_raw("/api/v1/workflows/check", document, content_type=kind)
    marked = machine.post_raw(
        "/api/v1/workflows/check", codecs.BOM_UTF8 + document, content_type=f"{kind};charset=UTF-8"
    )
    assert (marked.status_code, marked.json()) == (plain.status_code, plain.json())
    assert plain.status_code == 200


@pytest.mark.parametrize("key", ["", "x" * 256, "two words", "ключ"])
def test_unusable_idempotency_key_is_refused(public: Api, key: str) -> None:
    answer = public.post(SUBMIT, {"data": ANSWERS}, idempotency_key=key)
    assert_problem(answer, 422, "invalid_input", "Idempotency-Key")


@pytest.mark.parametrize("slug", ["UPPER", "nul%00", "a b", "x" * 51, "-", "%F0%9F%98%80"])
def test_impossible_slug_is_refused(public: Api, slug: str) -> None:
    assert_problem(public.get(f"/api/v1/forms/{slug}"), 422, "invalid_input", "slug")


def test_unknown_form_is_not_found(public: Api) -> None:
    assert_problem(public.get("/api/v1/forms/no-such-form"), 404, "not_found")


@pytest.mark.parametrize("bad", ["7", "not-a-uuid", "nul%00", "0" * 40])
def test_bad_submission_id_is_refused(machine: Api, bad: str) -> None:
    answer = machine.get(f"/api/v1/submissions/{bad}")
    assert_problem(answer, 422, "invalid_input", "submission_id")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=many", "limit"),
        ("status=lost", "status.0"),
        ("workflow=UPPER", "workflow.0"),
        ("cursor=%00", "cursor"),
        ("cursor=short", "cursor"),
        ("q=a%00b", "q"),
        ("q=" + "x" * 101, "q"),
    ],
)
def test_bad_filter_is_refused(machine: Api, query: str, field: str) -> None:
    assert_problem(machine.get(f"/api/v1/submissions?{query}"), 422, "invalid_input", field)


@pytest.mark.parametrize("token", ["nonsense", "a.b", "x" * 100, "a.b.c"])
def test_forged_tracking_token_is_not_found(public: Api, token: str) -> None:
    assert_problem(public.get(f"/api/v1/track/{token}"), 404, "not_found")


def test_token_with_impossible_characters_is_refused(public: Api) -> None:
    assert_problem(public.get("/api/v1/track/a%00b"), 422, "invalid_input", "token")


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/forms/%ff%fe",
        "/api/v1/track/%c0%80",
        "/api/v1/submissions/%ed%a0%80",
        "/%00",
        "/api/v1/forms/" + "x" * 6000,
        "/api/v1/submissions?q=%ff%fe&cursor=%ed%a0%80",
        "/api/v1/submissions?" + "&".join(f"a{n}=1" for n in range(1500)),
    ],
)
def test_addresses_that_cannot_be_read_are_refused(machine: Api, path: str) -> None:
    answer = machine.get(path)
    assert answer.status_code in {400, 404, 422}
    assert answer["Content-Type"] == "application/problem+json"


def test_body_that_breaks_off_is_refused(public: Api) -> None:
    class BreaksOff(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError("connection reset by peer")

    answer = public.client.request(
        **{
            "REQUEST_METHOD": "POST",
            "PATH_INFO": SUBMIT,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": "100",
            "wsgi.input": BreaksOff(),
        }
    )
    assert_problem(answer, 400, "malformed")
