"""Counts of several processes add up, and survive their end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.samples import Samples, samples, total

COUNT = """
import django; django.setup()
import os, sys
from core.metrics import WorkflowName, claim_count, intake_count, leader_note
name = WorkflowName("acme", sys.argv[1])
intake_count(name, "api", 5)
claim_count("default", 3, 0.02)
leader_note(True)
print("counted", flush=True)
sys.stdin.read()
"""
FORK = """
import django; django.setup()
import os, sys
from celery import signals
import mysite.observability.task_metrics
child = os.fork()
if child:
    os.waitpid(child, 0)
else:
    signals.worker_process_init.send(sender=None)
    print(os.getpid(), flush=True)
    sys.stdin.read()
"""
READ = """
import django; django.setup()
import sys
from core.metrics import Exposition
sys.stdout.buffer.write(Exposition().text())
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.django_settings",
        "WAYBILL_METRICS_PORT": "9999",
        "WAYBILL_METRICS_DIR": str(tmp_path),
    }


class Counting:
    """A process that has counted and waits to be ended."""

    def __init__(self, environment: dict[str, str], workflow: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", COUNT, workflow],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "counted\n"

    def end(self) -> None:
        self.process.communicate(timeout=30)


@pytest.fixture
def two(environment: dict[str, str]) -> Iterator[tuple[Counting, Counting]]:
    counting = Counting(environment, "orders"), Counting(environment, "orders\nand more")
    yield counting
    for each in counting:
        if each.process.returncode is None:
            each.end()


def read(environment: dict[str, str]) -> Samples:
    done = subprocess.run(
        [sys.executable, "-c", READ], env=environment, capture_output=True, check=True, timeout=60
    )
    return samples(done.stdout)


def test_processes_add_up_and_a_newline_in_a_label_is_escaped(
    environment: dict[str, str], two: tuple[Counting, Counting]
) -> None:
    found = read(environment)

    assert total(found, "waybill_submissions_accepted_total") == 10
    assert total(found, "waybill_submissions_accepted_total", workflow="orders\nand more") == 5
    assert total(found, "waybill_claim_seconds_count") == 2
    assert total(found, "waybill_claim_seconds_bucket", le="0.025") == 2
    assert total(found, "waybill_dispatcher_leader") == 1
    for counting in two:
        pid = str(counting.process.pid)
        assert total(found, "process_resident_memory_bytes", pid=pid) > 1_000_000


def test_what_an_ended_process_counted_stays_and_its_files_go(
    environment: dict[str, str], two: tuple[Counting, Counting], tmp_path: Path
) -> None:
    first, second = two
    first.end()
    for _ in range(2):
        found = read(environment)
        assert total(found, "waybill_submissions_accepted_total") == 10
        assert total(found, "waybill_claim_seconds_bucket", le="0.025") == 2
    second.end()
    found = read(environment)

    assert total(found, "waybill_submissions_accepted_total") == 10
    assert total(found, "waybill_claim_seconds_count") == 2
    assert total(found, "waybill_claim_seconds_sum") == pytest.approx(0.04)
    assert total(found, "waybill_dispatcher_leader") == 0
    gone = {str(first.process.pid), str(second.process.pid)}
    left = [path for path in tmp_path.rglob("*.db") if path.stem.rpartition("_")[2] in gone]
    assert left == []


def test_a_forked_process_is_told_before_its_first_task(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FORK],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        pid = process.stdout.readline().strip()
        memory, until = 0.0, time.monotonic() + 30
        while not memory and time.monotonic() < until:  # it is written within a second
            memory = total(read(environment), "process_resident_memory_bytes", pid=pid)
        process.communicate(timeout=30)

    assert memory > 1_000_000
