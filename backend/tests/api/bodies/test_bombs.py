"""JSON that is small to send and large to hold, or that two readers would read differently."""

from __future__ import annotations

import gzip
import io
import json
import time
import zlib

import pytest

from core.submissions.models import Submission
from tests.api.checks import assert_problem
from tests.api.conftest import ANSWERS
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.security("JSON and header bombs")

SUBMIT = "/api/v1/forms/new-customer/submissions"
BATCH = "/api/v1/workflows/new-customer/submissions/batch"


@pytest.fixture(autouse=True)
def nothing_is_written_and_it_is_quick(tenant: Tenant) -> object:
    started = time.process_time()  # the machine may be busy with something else
    yield
    assert time.process_time() - started < 5
    assert not Submission.unscoped.exists()


def test_ten_megabytes_in_one_name_are_refused_unread(machine: Api) -> None:
    raw = b'{"' + b"k" * 10_000_000 + b'": 1}'
    assert_problem(machine.post_raw(SUBMIT, raw), 413, "too_large")
    assert_problem(machine.post_raw(BATCH, raw), 413, "too_large")


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":['])
@pytest.mark.parametrize("depth", [40, 2_000, 100_000])
def test_deep_nesting_is_refused(public: Api, opening: bytes, depth: int) -> None:
    raw = opening * min(depth, 200_000 // len(opening))
    answer = public.post_raw(SUBMIT, raw)
    assert answer.status_code == 400
    assert answer.json()["code"] in {"too_deep", "malformed"}


@pytest.mark.parametrize("depth", [33, 100, 30_000])
def test_deep_nesting_that_closes_is_refused(public: Api, depth: int) -> None:
    raw = b'{"data": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"
    assert_problem(public.post_raw(SUBMIT, raw), 400, "too_deep")


@pytest.mark.parametrize(
    "raw",
    [
        b'{"data": {}, "data": {"company": "x"}}',
        b'{"data": {"company": "one", "company": "two"}}',
        b'{"data": {"company": "one", "comp\\u0061ny": "two"}}',
        b'{"data": {"": 1, "": 2}}',
        b'{"data": {"a\\u0000": 1, "a\\u0000": 2}}',
        b'{"data": {"\\ud800": 1, "\\ud800": 2}}',
        b'{"data": [{"deep": [{"x": 1, "x": 1}]}]}',
        b'{"' + b"k" * 100_000 + b'": 1, "' + b"k" * 100_000 + b'": 2}',
    ],
)
def test_a_name_given_twice_is_refused(public: Api, raw: bytes) -> None:
    body = assert_problem(public.post_raw(SUBMIT, raw), 400, "duplicate_name")
    assert len(body["detail"]) < 200


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
def test_numbers_that_json_does_not_know_are_refused(public: Api, number: bytes) -> None:
    raw = b'{"data": {"company": ' + number + b"}}"
    assert_problem(public.post_raw(SUBMIT, raw), 400, "malformed")


@pytest.mark.parametrize("number", [b"1e999", b"-1e999", b"1" + b"0" * 400 + b".0"])
def test_numbers_beyond_every_double_are_refused(public: Api, number: bytes) -> None:
    raw = b'{"data": {"company": ' + number + b"}}"
    assert_problem(public.post_raw(SUBMIT, raw), 422, "invalid_input", "data.company")


@pytest.mark.parametrize("digits", [4_301, 100_000])
def test_endless_digits_are_refused(public: Api, digits: int) -> None:
    raw = b'{"data": {"company": ' + b"9" * digits + b"}}"
    assert_problem(public.post_raw(SUBMIT, raw), 400, "malformed")


@pytest.mark.parametrize(
    "text", [b"\\u0000", b"\\ud800", b"\\udfff", b"\\ud800\\ud800", b"x\\udc00y"]
)
def test_text_that_cannot_be_stored_is_refused(public: Api, text: bytes) -> None:
    raw = b'{"data": {"company": "' + text + b'", "email": "a@example.com"}}'
    assert_problem(public.post_raw(SUBMIT, raw), 422, "invalid_input", "data.company")


@pytest.mark.parametrize("raw", [b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80"])
def test_bytes_that_are_no_utf8_are_refused(public: Api, raw: bytes) -> None:
    body = b'{"data": {"company": "' + raw + b'"}}'
    assert_problem(public.post_raw(SUBMIT, body), 400, "malformed")


def test_a_hundred_thousand_values_are_refused_in_time(public: Api) -> None:
    raw = b'{"data": {"company": [' + b"0," * 100_000 + b"0]}}"
    assert_problem(public.post_raw(SUBMIT, raw), 422, "invalid_input", "data.company")


def test_ten_thousand_unknown_fields_are_refused_in_time(public: Api) -> None:
    raw = json.dumps({"data": {f"f{n}": n for n in range(10_000)}}).encode()
    assert_problem(public.post_raw(SUBMIT, raw), 422, "invalid_input")


_PLAIN = json.dumps({"data": ANSWERS}).encode()
_BOMB = json.dumps({"data": {"company": "x" * 100_000_000}}).encode()


@pytest.mark.parametrize(
    ("encoding", "raw"),
    [
        ("gzip", gzip.compress(_PLAIN, mtime=0)),
        ("gzip", gzip.compress(_BOMB, mtime=0)),
        ("deflate", zlib.compress(_PLAIN)),
        ("br", b"\x0b\x02\x80{}\x03"),
        ("gzip, gzip", gzip.compress(gzip.compress(_PLAIN, mtime=0), mtime=0)),
        ("zstd", _PLAIN),
        ("GZIP", gzip.compress(_PLAIN, mtime=0)),
        ("", _PLAIN),
    ],
)
def test_a_compressed_body_is_refused(public: Api, encoding: str, raw: bytes) -> None:
    answer = public.post_raw(SUBMIT, raw, content_encoding=encoding)
    assert answer.status_code in {413, 415}
    assert answer.json()["code"] in {"too_large", "wrong_media_type"}


@pytest.mark.parametrize("length", ["-1", "+5", "1e3", "0x10", " 5", "5 ", "five", "\u0665", "5,5"])
def test_a_content_length_that_is_no_number_is_refused(public: Api, length: str) -> None:
    answer = public.client.generic(
        "POST", SUBMIT, _PLAIN, content_type="application/json", CONTENT_LENGTH=length
    )
    assert_problem(answer, 400, "malformed")


@pytest.mark.parametrize("length", ["9" * 18, "9" * 5_000, str(256 * 1024 + 1)])
def test_an_enormous_content_length_is_refused_unread(public: Api, length: str) -> None:
    answer = public.client.generic(
        "POST", SUBMIT, _PLAIN, content_type="application/json", CONTENT_LENGTH=length
    )
    assert_problem(answer, 413, "too_large")


def test_a_body_shorter_than_its_length_is_refused(public: Api) -> None:
    answer = public.client.request(
        **{
            "REQUEST_METHOD": "POST",
            "PATH_INFO": SUBMIT,
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(_PLAIN) + 10),
            "wsgi.input": io.BytesIO(_PLAIN),
        }
    )
    assert_problem(answer, 400, "malformed")


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-7",
        "application/json; charset=utf-16le",
        "text/json",
        "application/xml",
    ],
)
def test_other_kinds_of_body_are_refused(public: Api, content_type: str) -> None:
    answer = public.post_raw(SUBMIT, _PLAIN, content_type=content_type)
    assert_problem(answer, 415, "wrong_media_type")


def test_a_thousand_parameters_are_refused(machine: Api) -> None:
    query = "&".join(f"a{n}=1" for n in range(1_000))
    answer = machine.get(f"/api/v1/submissions?{query}")
    assert_problem(answer, 400, "malformed")
