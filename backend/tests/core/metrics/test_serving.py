"""The metrics are served to those who know the token, by one process of a pool at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from integrations.sdk.testing.wire import unused_port
from tests.samples import samples, total

TOKEN = "a token of sixteen characters or more"
SERVE = """
import django; django.setup()
import sys
from core.metrics import metrics_serve, task_count
task_count("canary", "SUCCESS", 0.01)
metrics_serve()
sys.stdin.read()
"""


@pytest.fixture
def port() -> int:
    return unused_port()


@pytest.fixture
def environment(port: int, tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.django_settings",
        "WAYBILL_METRICS_PORT": str(port),
        "WAYBILL_METRICS_DIR": str(tmp_path),
        "WAYBILL_METRICS_TOKEN": TOKEN,
    }


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE], env=environment, stdin=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=30)


def scrape(port: int, token: str = TOKEN) -> httpx.Response:
    headers = [(b"Authorization", f"Bearer {token}".encode())] if token else []
    return httpx.get(f"http://127.0.0.1:{port}/metrics", headers=headers, timeout=10)


def eventually(check: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            if check():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError("it did not come to that within a minute")


def test_only_the_token_opens_them(environment: dict[str, str], port: int) -> None:
    with serving(environment):
        eventually(lambda: scrape(port).status_code == 200)

        assert scrape(port, "").status_code == 401
        assert scrape(port, TOKEN + "x").status_code == 401
        assert scrape(port, "ünknown").status_code == 401
        assert "waybill" not in scrape(port, "").text
        assert httpx.get(f"http://127.0.0.1:{port}/").status_code == 404


def test_another_process_of_the_pool_takes_over(environment: dict[str, str], port: int) -> None:
    def done() -> float:
        return total(samples(scrape(port).content), "waybill_tasks_total", task="canary")

    with serving(environment) as first:
        eventually(lambda: done() == 1)
        with serving(environment):
            eventually(lambda: done() == 2)
            first.kill()
            first.wait(timeout=30)
            eventually(lambda: done() == 2)


def test_without_a_port_nothing_is_served(environment: dict[str, str]) -> None:
    code = (
        "import django; django.setup(); import threading; from core.metrics import metrics_serve;"
        "metrics_serve(); print(threading.active_count())"
    )
    environment["WAYBILL_METRICS_PORT"] = ""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, timeout=60
    )

    assert done.stdout == b"1\n"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"WAYBILL_METRICS_TOKEN": "", "WAYBILL_METRICS_BIND": "::"}, "WAYBILL_METRICS_TOKEN"),
        ({"WAYBILL_METRICS_TOKEN": "short"}, "16 characters"),
    ],
)
def test_nobody_else_may_reach_them_without_a_good_token(
    environment: dict[str, str], changed: dict[str, str], said: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env=environment | changed,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert done.returncode != 0
    assert said in done.stderr
