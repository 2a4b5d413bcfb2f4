"""Failpoints end or stop a process of their own; elsewhere they do nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.failpoints import VARIABLE, failpoints_parse

BACKEND = Path(__file__).resolve().parents[2]
PROGRAM = """
from core.failpoints import failpoint
for turn in range(1, 4):
    failpoint("sent")
    print(turn, flush=True)
"""


def start(points: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=BACKEND,
        env=os.environ | {VARIABLE: points},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("points", "printed", "code"),
    [
        ("", "1\n2\n3\n", 0),
        ("claimed=kill", "1\n2\n3\n", 0),
        ("sent=kill", "", -signal.SIGKILL),
        ("claimed=stop,sent=kill@3", "1\n2\n", -signal.SIGKILL),
        ("sent=error@2", "1\n", 1),
    ],
)
def test_a_process_dies_where_and_when_it_is_told_to(points: str, printed: str, code: int) -> None:
    process = start(points)
    output, _ = process.communicate(timeout=20)
    assert (output, process.returncode) == (printed, code)


def test_a_stopped_process_goes_on_when_it_is_continued() -> None:
    process = start("sent=stop@2")
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    os.kill(process.pid, signal.SIGCONT)
    output, _ = process.communicate(timeout=20)
    assert output == "1\n2\n3\n"


def test_names_signals_and_passes_are_read() -> None:
    assert failpoints_parse("sent=kill@3,claimed=stop") == {
        "sent": (signal.SIGKILL, 3),
        "claimed": (signal.SIGSTOP, 1),
    }
    assert failpoints_parse("sent=error@2") == {"sent": (None, 2)}


@pytest.mark.parametrize("text", ["sent", "sent=explode", "sent=kill@x", "sent=kill@-1", "=kill"])
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a failpoint"):
        failpoints_parse(text)
