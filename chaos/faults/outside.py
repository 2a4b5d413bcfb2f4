"""Faults outside of the workers: odd destinations, duplicate processes, clients, clocks."""

from __future__ import annotations

import os
import shutil
import threading
import time
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from bench.stack import HOME
from dev.commands import run
from dev.console import Problem

from chaos.destination import POISON
from chaos.faults.fault import Fault
from chaos.faults.worker import deployed_under_load
from chaos.stage import Stage
from chaos.verdict import Verdict
from chaos.workflows import EVERY, ODD, PATIENT

_POISON = list(POISON)
_FAILED = ("redirect",)
_FAKETIME = ("/usr/lib/*/faketime/libfaketime.so.1", "/usr/local/lib/faketime/libfaketime.so.1")


def odd_destination(stage: Stage) -> Verdict:
    """12. The destination answers late, incompletely, endlessly, falsely, or with redirects."""
    names = {}
    for mode in ODD:
        stage.behave(f"/keyed/{mode}", mode)
        names[stage.client.submit_until_accepted(f"odd-{mode.replace('_', '-')}")] = mode
    stage.behave("/blind", "reset", "late")
    blind = [stage.client.submit_until_accepted("blind") for _ in range(2)]
    stage.behave("/readable", "reset", "late")
    for _ in range(2):
        stage.client.submit_until_accepted("readable")
    stage.fault_ended()
    verdict = stage.verdict("blind: a person decides")
    verdict.broken += _wrong_ends(stage, names)
    if verdict.unknown != len(blind):
        verdict.broken.append(f"{verdict.unknown} unknown instead of the {len(blind)} blind ones")
    return verdict


def poison(stage: Stage) -> Verdict:
    """18. Answers that are hard to store, among 500 blind sends in flight. All are delivered."""
    stage.stop("delivery")
    modes = [
        _POISON[turn // 25 % len(_POISON)] if turn % 25 == 12 else "slow" for turn in range(500)
    ]
    stage.behave(f"/{PATIENT}", *modes)
    with ThreadPoolExecutor(8) as clients:
        list(clients.map(stage.client.submit, [PATIENT] * len(modes)))
    stage.start("delivery")
    stage.fault_ended()
    verdict = stage.verdict(f"{sum(mode != 'slow' for mode in modes)} poisoned")
    if verdict.accepted != len(modes) or verdict.unknown:
        verdict.broken.append(f"of {verdict.accepted} sends {verdict.unknown} ended unknown")
    return verdict


def everything_twice(stage: Stage) -> Verdict:
    """13. Two beats, two dispatchers, two sweepers, two workers. Each run is claimed once."""
    seconds = ("beat", "dispatcher", "maintenance", "delivery")
    for name in seconds:
        stage.start(name, name=f"second-{name}", wait=name != "dispatcher")
    with stage.client.loading(EVERY):
        time.sleep(4)
    stage.fault_ended()
    verdict = stage.verdict()
    for name in seconds:
        stage.stop(f"second-{name}")
    return verdict


def one_key_a_hundred_times(stage: Stage) -> Verdict:
    """14. A hundred concurrent posts with one key make one submission. Another body is refused."""
    key = str(uuid.uuid4())
    statuses: Counter[int] = Counter()
    begin = threading.Barrier(100)

    def post() -> None:
        begin.wait()
        statuses[stage.client.submit("keyed", key)] += 1

    threads = [threading.Thread(target=post) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    broken = []
    if len({each.id for each in stage.client.accepted}) != 1:
        broken.append("more than one submission was made")
    if set(statuses) - {202, 409}:
        broken.append(f"answers other than 202 and 409: {dict(statuses)}")
    if stage.client.submit("keyed", key, company="Another") != 422:
        broken.append("another body under the key was not refused")
    stage.fault_ended()
    return stage.verdict(f"{statuses[202]} x 202, {statuses[409]} x 409", broken)


def api_killed_before_its_answer(stage: Stage) -> Verdict:
    """15. The API is killed between commit and answer. The client's retry gets the same id."""
    stage.stop("api")
    stage.start("api", env={"WAYBILL_FAILPOINTS": "accepted=kill"})
    key = str(uuid.uuid4())
    first = stage.client.submit("keyed", key)
    stage.kill("api")
    stage.fault_ended()
    stage.start("api")
    count = "SELECT count(*) FROM submissions_idempotencykey WHERE key = %s"
    broken = [] if first == 0 else [f"the first request was answered with {first}"]
    broken += [] if stage.query(count, key) == (1,) else ["the commit did not come first"]
    if stage.client.submit("keyed", key) != 202:
        broken.append("the retry was not accepted")
    row = stage.query(
        "SELECT submission_id::text FROM submissions_idempotencykey WHERE key = %s", key
    )
    if not stage.client.accepted or row != (stage.client.accepted[0].id,):
        broken.append("the retry got another id")
    return stage.verdict(broken=broken)


def clock_off(stage: Stage) -> Verdict:
    """17. Workers whose clocks are ten minutes off, either way: leases use the database's, and
    no canary or other tick is dropped."""
    library = _faketime()
    workers = ("delivery", "maintenance")
    broken = []
    for offset in ("+10m", "-10m"):
        env = {"LD_PRELOAD": library, "FAKETIME": offset, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        for name in workers:
            stage.stop(name)
            stage.start(name, name=name, env=env)
        (since,) = stage.query("SELECT clock_timestamp()")
        with stage.client.loading(EVERY, threads=2):
            time.sleep(2)
        stage.settle()
        broken += [f"no canary of {queue} at {offset}" for queue in _silent(stage, since)]
    stage.fault_ended()
    for name in workers:
        stage.stop(name)
        stage.start(name)
    return stage.verdict(broken=broken)


def _silent(stage: Stage, since: datetime) -> set[str]:
    """The queues from which no canary is back in time: two more were due."""
    queues = {"deliver.default", "maintenance"}
    until = time.monotonic() + 25
    while queues and time.monotonic() < until:
        time.sleep(0.5)
        (seen,) = stage.query(
            "SELECT coalesce(array_agg(name::text), '{}') FROM delivery_heartbeat"
            " WHERE seen_at > %s",
            since,
        )
        queues -= set(seen)
    return queues


def _wrong_ends(stage: Stage, names: dict[str, str]) -> list[str]:
    wrong = []
    for reference, mode in names.items():
        (status,) = stage.query(
            "SELECT state.status FROM submissions_submissionstate AS state"
            " JOIN submissions_submission AS submission ON submission.id = state.submission_id"
            " WHERE submission.reference = %s",
            reference,
        )
        expected = "failed" if mode in _FAILED else "succeeded"
        if status != expected:
            wrong.append(f"{mode} ended as {status}")
    return wrong


def _faketime() -> str:
    found = _find_faketime()
    if found is None and os.geteuid() == 0 and (apt := shutil.which("apt-get")):
        log = HOME.logs / "setup-faketime.log"
        env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        run([apt, "update"], log=log, failure="apt-get could not update its lists", env=env)
        command = [apt, "install", "--yes", "--no-install-recommends", "libfaketime"]
        run(command, log=log, failure="apt-get could not install libfaketime", env=env)
        found = _find_faketime()
    if found is None:
        raise Problem("libfaketime is needed to set a worker's clock off. Install it (Debian: "
                      "sudo apt-get install libfaketime).")  # fmt: skip
    return found


def _find_faketime() -> str | None:
    return next((str(path) for glob in _FAKETIME for path in Path("/").glob(glob[1:])), None)


FAULTS = (
    Fault(12, "odd destination", odd_destination),
    Fault(13, "two of everything", everything_twice),
    Fault(14, "one key, a hundred posts at once", one_key_a_hundred_times),
    Fault(15, "API killed between commit and answer", api_killed_before_its_answer),
    Fault(16, "deploy under load", deployed_under_load),
    Fault(18, "poison among 500 sends in flight", poison),
    Fault(17, "worker's clock ten minutes off", clock_off),
)
