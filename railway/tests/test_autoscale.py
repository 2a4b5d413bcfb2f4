"""The autoscaler against servers that answer like Railway and like a dispatcher."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from railway.api import Railway
from railway.autoscale import LONGEST_PAUSE_SECONDS, ROUND_SECONDS, Autoscaler
from railway.backlog import MetricsAway, ages, read_ages
from railway.scaling import (
    QUIET_SECONDS,
    RULES,
    UP_PAUSE_SECONDS,
    Rule,
    Watch,
    rules_with,
    spread,
)
from railway.tests.conftest import METRICS_TOKEN, REGION, TOKEN, Cloud

ROOT = Path(__file__).resolve().parents[2]
RULE = Rule("worker-delivery", "default", 2, 10)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def told(**waited: float) -> str:
    """What a dispatcher says: seconds by queue."""
    lines = [
        "# HELP waybill_due_oldest_seconds How long.",
        "# TYPE waybill_due_oldest_seconds gauge",
    ]
    for name in ("default", "critical", "bulk"):
        labels = f'queue="{name}",organization="acme",connection_id="c-{name}"'
        lines.append(f"waybill_due_oldest_seconds{{{labels}}} {waited.get(name, 0.0)}")
    lines.append('waybill_reading_ok{part="connections"} 1.0')
    lines.append(f"waybill_due_callbacks_oldest_seconds {waited.get('callbacks', 0.0)}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def start(cloud: Cloud, clock: Clock) -> Callable[..., Autoscaler]:
    """Makes an autoscaler that has watched for as long as it has to before it acts."""
    cloud.placed = {f"id-{rule.service}": {REGION: rule.least} for rule in RULES}
    cloud.metrics = told()

    def make(*, fresh: bool = False, dry_run: bool = False) -> Autoscaler:
        railway = Railway(TOKEN, f"{cloud.url}/graphql/v2")
        autoscaler = Autoscaler(
            railway,
            lambda: read_ages(f"{cloud.url}/metrics", METRICS_TOKEN),
            dry_run=dry_run,
            clock=clock,
        )
        if not fresh:
            autoscaler.round()
            clock.at += UP_PAUSE_SECONDS
        return autoscaler

    return make


Start = Callable[..., Autoscaler]


def test_an_old_backlog_brings_more_workers(cloud: Cloud, start: Start) -> None:
    autoscaler = start()
    cloud.metrics = told(default=95.0)

    assert autoscaler.round() == ROUND_SECONDS

    assert cloud.count("worker-delivery") == 4
    assert cloud.count("worker-critical") == 2
    assert cloud.commits == [
        "worker-delivery: 4, the oldest due in default has waited 95 s",
    ]
    assert cloud.deployed == []


def test_a_very_old_one_brings_them_in_steps_and_never_more_than_the_most(
    cloud: Cloud, start: Start, clock: Clock
) -> None:
    autoscaler = start()
    cloud.metrics = told(default=9000.0)
    seen = []
    for _ in range(6):
        autoscaler.round()
        seen.append(cloud.count("worker-delivery"))
        clock.at += UP_PAUSE_SECONDS
        autoscaler.round()

    assert seen[0] == 4
    assert all(after <= 2 * before for before, after in itertools.pairwise(seen))
    assert seen[-1] == 10
    assert cloud.count("worker-bulk") == 1


def test_new_workers_get_time_to_show_what_they_do(
    cloud: Cloud, start: Start, clock: Clock
) -> None:
    autoscaler = start()
    cloud.metrics = told(callbacks=500.0)
    autoscaler.round()
    clock.at += UP_PAUSE_SECONDS / 2
    autoscaler.round()

    assert cloud.count("worker-callbacks") == 3


def test_workers_leave_one_by_one_after_a_quiet_time_and_never_below_the_least(
    cloud: Cloud, start: Start, clock: Clock
) -> None:
    cloud.placed["id-worker-delivery"] = {REGION: 4}
    autoscaler = start()
    numbers = []
    for _ in range(240):
        autoscaler.round()
        numbers.append(cloud.count("worker-delivery"))
        clock.at += ROUND_SECONDS

    quiet = int((QUIET_SECONDS - UP_PAUSE_SECONDS) / ROUND_SECONDS)
    assert set(numbers[: quiet - 1]) == {4}
    assert sorted(set(numbers), reverse=True) == [4, 3, 2]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[-1] == 2


def test_a_backlog_that_comes_and_goes_changes_nothing(
    cloud: Cloud, start: Start, clock: Clock
) -> None:
    cloud.placed["id-worker-delivery"] = {REGION: 3}
    autoscaler = start()
    for number in range(200):
        cloud.metrics = told(default=85.0 if number % 20 == 0 else 0.0)
        autoscaler.round()
        clock.at += ROUND_SECONDS

    assert cloud.commits == []


@pytest.mark.parametrize(("found", "wanted"), [(1, 2), (25, 10)])
def test_a_number_outside_the_limits_is_put_right_even_without_metrics(
    cloud: Cloud, start: Start, found: int, wanted: int
) -> None:
    cloud.placed["id-worker-delivery"] = {REGION: found}
    cloud.metrics = ""

    start(fresh=True).round()

    assert cloud.count("worker-delivery") == wanted


def test_without_metrics_the_numbers_stay_and_the_log_says_so_once(
    cloud: Cloud, start: Start, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    cloud.placed["id-worker-delivery"] = {REGION: 5}
    autoscaler = start()
    cloud.metrics = ""
    for _ in range(10):
        clock.at += ROUND_SECONDS
        autoscaler.round()

    said = capsys.readouterr().out
    assert cloud.commits == []
    assert said.count("The numbers stay") == 1
    assert "/metrics answered 503" in said

    cloud.metrics = told()
    autoscaler.round()
    assert "Metrics are there again." in capsys.readouterr().out
    # Nobody knows whether the time without metrics was quiet.
    assert cloud.commits == []


def test_a_part_that_is_not_told_keeps_its_workers(
    cloud: Cloud, start: Start, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    autoscaler = start()
    cloud.metrics = told(default=500.0, callbacks=500.0).replace("waybill_due_callbacks", "other")
    autoscaler.round()

    assert cloud.count("worker-delivery") == 4
    assert cloud.count("worker-callbacks") == 1
    assert "No metrics of callbacks." in capsys.readouterr().out


def test_when_railway_refuses_it_is_asked_again_later_and_later(
    cloud: Cloud, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    autoscaler = start()
    cloud.metrics = told(default=95.0)
    cloud.refusals = 8
    pauses = [autoscaler.round() for _ in range(8)]

    assert pauses == sorted(pauses)
    assert pauses[0] > ROUND_SECONDS
    assert pauses[-1] == LONGEST_PAUSE_SECONDS
    assert "Railway answered 429" in capsys.readouterr().out

    assert autoscaler.round() == ROUND_SECONDS
    assert cloud.count("worker-delivery") == 4
    assert "after 8 failed tries" in capsys.readouterr().out


def test_a_service_that_is_missing_does_not_keep_the_others_from_growing(
    cloud: Cloud, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    cloud.services = tuple(name for name in cloud.services if name != "worker-delivery")
    autoscaler = start()
    cloud.metrics = told(bulk=95.0)
    autoscaler.round()

    assert cloud.count("worker-bulk") == 3
    assert "worker-delivery: the project has no service of this name" in capsys.readouterr().out


def test_a_service_that_is_missing_is_told_now_and_then_and_slows_nothing_down(
    cloud: Cloud, start: Start, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    cloud.services = tuple(name for name in cloud.services if name != "worker-delivery")
    autoscaler = start()
    capsys.readouterr()
    pauses = []
    for _ in range(40):
        clock.at += ROUND_SECONDS
        pauses.append(autoscaler.round())

    assert set(pauses) == {ROUND_SECONDS}
    assert capsys.readouterr().out.count("worker-delivery: the project has no service") == 2


def test_a_dry_run_says_it_and_does_nothing(
    cloud: Cloud, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    autoscaler = start(dry_run=True)
    cloud.metrics = told(default=95.0)
    autoscaler.round()

    assert cloud.commits == []
    assert "worker-delivery: would go from 2 to 4" in capsys.readouterr().out


def test_a_deployment_under_way_is_left_alone(cloud: Cloud, start: Start) -> None:
    autoscaler = start()
    cloud.metrics = told(default=95.0)
    cloud.under_way = True
    autoscaler.round()
    assert cloud.commits == []

    cloud.under_way = False
    autoscaler.round()
    assert cloud.count("worker-delivery") == 4


def test_two_at_once_do_what_one_does(cloud: Cloud, start: Start, clock: Clock) -> None:
    one, other = start(), start(fresh=True)
    other.round()
    clock.at += UP_PAUSE_SECONDS
    cloud.metrics = told(default=9000.0)
    one.round()
    other.round()
    assert cloud.count("worker-delivery") == 4

    clock.at += UP_PAUSE_SECONDS
    other.round()
    one.round()
    assert cloud.count("worker-delivery") == 8
    assert len(cloud.commits) == 2


def test_one_that_just_started_watches_first(cloud: Cloud, start: Start) -> None:
    autoscaler = start(fresh=True)
    cloud.metrics = told(default=9000.0)
    autoscaler.round()

    assert cloud.commits == []


def test_work_that_cannot_be_sent_now_brings_nobody() -> None:
    text = told(default=9000.0) + 'waybill_connection_closed{connection_id="c-default"} 1.0\n'

    assert ages(text)["default"] == 0.0


def test_where_closed_connections_are_not_known_no_step_is_a_backlog() -> None:
    text = told(default=9000.0, callbacks=12.0)
    read = 'waybill_reading_ok{part="connections"} 1.0\n'

    assert ages(text.replace(read, read.replace("1.0", "0.0"))) == {"callbacks": 12.0}
    assert ages(text.replace(read, "")) == {"callbacks": 12.0}


def test_names_with_quotes_and_numbers_that_are_none_are_read() -> None:
    text = (
        'waybill_due_oldest_seconds{queue="bulk",connection="a \\"b\\", c=\\"d\\"",'
        'connection_id="x"} 12.5\n'
        'waybill_due_oldest_seconds{queue="default",connection_id="y"} NaN\n'
        "waybill_due_callbacks_oldest_seconds +Inf\n"
        'waybill_reading_ok{part="connections"} 1.0\n'
    )

    assert ages(text) == {"bulk": 12.5}


def test_a_wrong_token_of_the_metrics_is_named(cloud: Cloud) -> None:
    with pytest.raises(MetricsAway, match="answered 401: is WAYBILL_METRICS_TOKEN"):
        read_ages(f"{cloud.url}/metrics", "another")


def test_metrics_that_break_off_are_no_metrics(cloud: Cloud) -> None:
    cloud.mute = True

    with pytest.raises(MetricsAway, match="broke off, 999 bytes"):
        read_ages(f"{cloud.url}/metrics", METRICS_TOKEN)


def test_regions_share_the_workers() -> None:
    assert spread({"west": 3, "east": 2}, 7) == {"west": 4, "east": 3}
    assert spread({"west": 3, "east": 2}, 1) == {"west": 1, "east": 0}
    with pytest.raises(ValueError, match="no region"):
        spread({}, 3)


def test_a_region_that_gets_none_is_given_up(cloud: Cloud, start: Start) -> None:
    cloud.placed["id-worker-bulk"] = {REGION: 3, "us-east4-eqdc4a": 3}
    start(fresh=True).round()

    assert cloud.placed["id-worker-bulk"] == {REGION: 2, "us-east4-eqdc4a": 2}


@pytest.mark.parametrize("limits", ["worker-bulk", "web=1:2", "worker-bulk=0:3", "worker-bulk=4:3"])
def test_limits_that_make_no_sense_are_refused(limits: str) -> None:
    with pytest.raises(ValueError, match=r"worker-bulk|web"):
        rules_with(limits)


def test_limits_of_ones_own_replace_only_what_they_name() -> None:
    changed = {rule.service: (rule.least, rule.most) for rule in rules_with(" worker-bulk=2:20 ")}
    usual = {rule.service: (rule.least, rule.most) for rule in RULES}
    assert changed == usual | {"worker-bulk": (2, 20)}


def test_whatever_happens_the_number_stays_within_the_limits() -> None:
    watch, now, at = Watch(RULE), 5, 0.0
    for age in [None, 0.0, 1e9, 31.0, None, 0.0, 300.0] * 40:
        after = watch.decide(now, age, at)
        assert RULE.least <= after <= RULE.most
        assert after - now <= max(2, now)
        now, at = after, at + 75.0


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """A folder that holds what `docker/Dockerfile.autoscaler` copies, and nothing else."""
    dockerfile = (ROOT / "docker" / "Dockerfile.autoscaler").read_text()
    for copied, place in re.findall(r"^COPY (\S+) (\S+)$", dockerfile, re.MULTILINE):
        (tmp_path / place).mkdir()
        for file in ROOT.glob(copied):
            shutil.copy(file, tmp_path / place)
    return tmp_path


def program(image: Path, cloud: Cloud, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """What the image starts."""
    known = {
        "RAILWAY_TOKEN": TOKEN,
        "RAILWAY_API": f"{cloud.url}/graphql/v2",
        "WAYBILL_METRICS_TOKEN": METRICS_TOKEN,
    }
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "railway.autoscale",
            "--metrics",
            f"{cloud.url}/metrics",
            *arguments,
        ],
        cwd=image,
        env={"PATH": os.environ["PATH"], **known, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_the_program_puts_right_what_is_outside_the_limits(
    image: Path, cloud: Cloud, start: Start
) -> None:
    cloud.placed["id-worker-bulk"] = {REGION: 9}
    with program(image, cloud, "--once", WAYBILL_AUTOSCALE="worker-bulk=1:7") as running:
        said = running.communicate(timeout=60)[0]

    assert running.returncode == 0
    assert said == "worker-bulk: from 9 to 7: the oldest due in bulk has waited 0 s.\n"
    assert cloud.count("worker-bulk") == 7


def test_the_program_ends_when_it_is_told_to(image: Path, cloud: Cloud, start: Start) -> None:
    with program(image, cloud) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("Watching worker-delivery 2-10")
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=60)

    assert running.returncode == 0


def test_the_program_says_what_is_missing(image: Path, cloud: Cloud) -> None:
    for variables in ({"RAILWAY_TOKEN": ""}, {"WAYBILL_AUTOSCALE": "worker-bulk=9"}):
        with program(image, cloud, **variables) as running:
            said = running.communicate(timeout=60)[0]
        assert running.returncode == 1
        assert next(iter(variables)) in said
