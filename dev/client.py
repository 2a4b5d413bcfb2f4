"""A client of Waybill's public API that uses only the standard library."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from dev.console import Problem


def _connect(origin: str, timeout: float) -> http.client.HTTPConnection:
    parts = urlsplit(origin)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)


def submit(origin: str, form: str, data: dict[str, str], key: str) -> dict[str, Any]:
    """Send one form. Returns the accepted submission. Raises Problem unless the answer is 202."""
    connection = _connect(origin, 30.0)
    path = f"/api/v1/forms/{form}/submissions"
    headers = {"Content-Type": "application/json", "Idempotency-Key": key}
    try:
        connection.request("POST", path, json.dumps({"data": data}), headers)
        answer = connection.getresponse()
        body, location = answer.read(), answer.headers.get("Location")
    finally:
        connection.close()
    if answer.status != 202 or not location:
        raise Problem(f"POST {path} answered {answer.status} instead of 202", body.decode())
    accepted: dict[str, Any] = json.loads(body)
    return accepted


def _events(answer: http.client.HTTPResponse, deadline: float) -> Iterator[tuple[str, str]]:
    """Name and data of each server-sent event, until the server closes or the deadline passes."""
    name, data = "message", ""
    while line := answer.readline():
        if time.monotonic() > deadline:
            return
        text = line.decode().rstrip("\r\n")
        if text.startswith("event:"):
            name = text[6:].strip()
        elif text.startswith("data:"):
            data += text[5:].strip()
        elif not text and data:
            yield name, data
            name, data = "message", ""


def follow(origin: str, token: str, timeout: float) -> Iterator[dict[str, Any]]:
    """Each state of the submission, live, until the server ends the stream."""
    deadline = time.monotonic() + timeout
    path = f"/stream/track/{token}"
    connection = _connect(origin, 30.0)
    try:
        connection.request("GET", path, headers={"Accept": "text/event-stream"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise Problem(f"GET {path} answered {answer.status}", answer.read().decode())
        for name, data in _events(answer, deadline):
            if name == "snapshot":
                yield json.loads(data)
    except TimeoutError:
        raise Problem(f"GET {path} sent nothing, not even a heartbeat, for 30 s.") from None
    finally:
        connection.close()
