"""What reaches the log, through the very configuration that production uses."""

from __future__ import annotations

import json
import logging
import logging.config
import uuid

import structlog
from pydantic import BaseModel

from tests.conftest import Api, Tenant
from tests.logged import Read


def test_ids_and_numbers_pass(written: Read) -> None:
    submission_id = uuid.uuid4()
    structlog.get_logger("t").info("claimed", submission_id=submission_id, rows=3, more=False)
    (line,) = written()
    assert line["event"] == "claimed"
    assert line["submission_id"] == str(submission_id)
    assert (line["rows"], line["more"]) == (3, False)
    assert {"level", "logger", "timestamp"} <= set(line)


def test_what_may_hold_a_payload_is_withheld_by_name(written: Read) -> None:
    structlog.get_logger("t").info(
        "sent", body={"email": "ada@example.com"}, email="ada@example.com", headers=["Bearer x"]
    )
    (line,) = written()
    assert line["withheld"] == "body,email,headers"
    assert "ada@example.com" not in json.dumps(line)
    assert "Bearer" not in json.dumps(line)


def test_bound_ids_appear_in_every_line(written: Read) -> None:
    with structlog.contextvars.bound_contextvars(request_id="r-12345678", task_id="t-1"):
        structlog.get_logger("t").info("ours")
        logging.getLogger("theirs").warning("library")
    assert [(line["request_id"], line["task_id"]) for line in written()] == [
        ("r-12345678", "t-1")
    ] * 2


def test_an_exception_keeps_its_place_and_loses_its_values(written: Read) -> None:
    class Answers(BaseModel):
        age: int

    secret = "planted-secret"
    try:
        Answers.model_validate({"age": secret})
    except ValueError:
        structlog.get_logger("t").exception("broke")
    (line,) = written()
    assert "ValidationError: 1 validation error for Answers" in line["exception"]
    assert "test_logs.py" in line["exception"]
    assert secret not in json.dumps(line)


def test_a_request_is_one_line_without_address_headers_or_body(
    written: Read, public: Api, tenant: Tenant
) -> None:
    answer = public.post(
        "/api/v1/forms/new-customer/submissions",
        {"data": {"company": "Planted Company", "email": "planted@example.com"}},
        cookie="planted=1",
        authorization="Bearer planted-key",
    )
    token = answer.json()["tracking_token"]
    public.get(f"/api/v1/track/{token}?q=planted")
    lines = written()
    requests = [line for line in lines if line["event"] == "request"]
    assert [(line["method"], line["route"], line["status"]) for line in requests] == [
        ("POST", "api/v1/forms/<slug>/submissions", 202),
        ("GET", "api/v1/track/<token>", 200),
    ]
    assert requests[0]["submission_id"] == answer.json()["id"]
    assert requests[0]["request_id"] == answer["X-Request-ID"]
    everything = json.dumps(lines).lower()
    assert "planted" not in everything
    assert token.lower() not in everything


def test_health_checks_do_not_fill_the_log(written: Read, public: Api) -> None:
    public.get("/health/live")
    assert written() == []
