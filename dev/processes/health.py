"""Readiness checks that never raise."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Check = Callable[[], bool]


def http_get(url: str, timeout: float = 5.0, basic_auth: str = "") -> tuple[int, bytes]:
    """Status and body of a GET on this machine; proxies in the environment are not used."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    headers = {"Accept": "application/json, */*"}
    if basic_auth:
        headers["Authorization"] = f"Basic {base64.b64encode(basic_auth.encode()).decode()}"
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def http_json(url: str, timeout: float = 5.0) -> Any:
    """The JSON body of a GET."""
    return json.loads(http_get(url, timeout)[1])


def answers(url: str, *, basic_auth: str = "", below: int = 400) -> Check:
    """Ready when a GET answers with a status under `below`."""

    def check() -> bool:
        try:
            return http_get(url, timeout=10.0, basic_auth=basic_auth)[0] < below
        except (OSError, http.client.HTTPException):
            return False

    return check


def listens(port: int) -> Check:
    """Ready when the loopback port accepts a connection."""

    def check() -> bool:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
        except OSError:
            return False
        return True

    return check


def has_logged(log: Path, text: str) -> Check:
    """Ready when the process wrote `text` to its log."""
    return lambda: log.is_file() and text in log.read_text(errors="replace")


def wait_until(check: Check, timeout: float, pause: float = 0.1) -> bool:
    """Poll `check` until it holds; False when `timeout` seconds have passed."""
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if check():
            return True
        time.sleep(pause)
    return False
