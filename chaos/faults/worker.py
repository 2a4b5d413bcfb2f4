"""Faults of the delivery worker: killed, frozen, cut off, replaced."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress

from chaos.faults.fault import Fault
from chaos.proxy import Proxy
from chaos.stage import Stage
from chaos.verdict import Verdict
from chaos.workflows import EVERY

_FAILPOINTS = "WAYBILL_FAILPOINTS"
_RUN = """
SELECT run.status, run.fence FROM submissions_steprun AS run
JOIN submissions_submission AS s ON s.id = run.submission_id WHERE s.reference = %s
"""


def frozen_with_the_message(stage: Stage) -> Verdict:
    """1. An idle worker is frozen, gets work, and is killed."""
    stage.signal("delivery", signal.SIGSTOP)
    for workflow in EVERY * 2:
        stage.client.submit(workflow)
    time.sleep(0.8)
    stage.kill("delivery")
    stage.fault_ended()
    stage.start("delivery")
    return stage.verdict()


def killed_before_the_send(stage: Stage) -> Verdict:
    """2. The worker is killed with claimed runs, before it sends."""
    _with_failpoint(stage, "claimed=kill")
    return stage.verdict()


def killed_after_the_effect(stage: Stage) -> Verdict:
    """3. The worker is killed when the destination has committed and we have not."""
    unknown = 0
    for workflow in EVERY:
        _with_failpoint(stage, "sent=kill", workflow)
        stage.settle()
        unknown += workflow == "blind"
    verdict = stage.verdict("blind: a person decides")
    if verdict.unknown != unknown:
        verdict.broken.append(f"{verdict.unknown} unknown instead of the blind one alone")
    return verdict


def frozen_past_its_lease(stage: Stage) -> Verdict:
    """4. A worker is frozen before or after the send until its lease ends. Its result is stale."""
    broken: list[str] = []
    for failpoint in ("claimed=stop", "sent=stop"):
        for workflow in EVERY:
            broken += _frozen_at(stage, failpoint, workflow)
    return stage.verdict("before and after the send, each effect class", broken)


def _frozen_at(stage: Stage, failpoint: str, workflow: str) -> list[str]:
    stage.stop("delivery")
    stage.start("delivery", name="stale", env={_FAILPOINTS: failpoint})
    reference = stage.client.submit_until_accepted(workflow)
    sending = "SELECT count(*) FROM submissions_steprun WHERE status = 'sending'"
    stage.wait("a run is claimed", lambda: stage.query(sending) == (1,))
    time.sleep(0.5)
    stage.start("delivery")
    stage.settle()
    before = stage.query(_RUN, reference)
    stage.signal("stale", signal.SIGCONT)
    stage.fault_ended()
    time.sleep(2)
    stage.kill("stale")
    after = stage.query(_RUN, reference)
    return [] if after == before else [f"{workflow}, {failpoint}: {before} became {after}"]


def killed_again_and_again(stage: Stage, *, seconds: float = 12.0) -> Verdict:
    """5. Workers are killed at random times under load. A worker that loses a child at start gives
    up (`WorkerLostError`), and the suite starts it again."""
    kills = 0
    stage.managed = {"delivery"}
    with stage.client.loading(("keyed", "readable", "blind")):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            time.sleep(random.uniform(0.3, 1.5))  # noqa: S311  # no rhythm to fall in with
            if random.random() < 0.5:  # noqa: S311
                stage.kill("delivery")
                stage.start("delivery", wait=False)
            else:
                child_kill(stage, "delivery")
            stage.manage()
            kills += 1
    stage.fault_ended()
    return stage.verdict(f"{kills} kills")


def cut_off_from_postgresql(stage: Stage) -> Verdict:
    """11. The worker loses PostgreSQL after the send, for less and for more than its lease."""
    stage.stop("delivery")
    url, port = stage.stack.variables["DATABASE_URL"], stage.postgres_port
    proxy = Proxy(port)
    try:
        behind = url.replace(f":{port}/", f":{proxy.port}/")
        stage.start("delivery", name="cut", env={"DATABASE_URL": behind})
        for away in (1.5, 7.0):
            for workflow in EVERY:
                stage.behave(f"/{workflow}", "slow")
                stage.client.submit_until_accepted(workflow)
            stage.wait("the effects are there", lambda: _all_arrived(stage))
            proxy.cut()
            time.sleep(away)
            proxy.heal()
        stage.fault_ended()
        stage.settle()
        stage.kill("cut")
    finally:
        proxy.close()
    stage.start("delivery")
    return stage.verdict()


def deployed_under_load(stage: Stage) -> Verdict:
    """16. A deploy: TERM to the worker and a new one next to it, while work comes in."""
    worst = 0.0
    for path in ("keyed", "readable", "blind"):
        stage.behave(f"/{path}", *["slow"] * 40)
    with stage.client.loading(("keyed", "readable", "blind")):
        for _ in range(3):
            time.sleep(1.5)
            stage.running["old"] = stage.running.pop("delivery")
            stage.start("delivery", wait=False)
            begun = time.monotonic()
            stage.stop("old")
            worst = max(worst, time.monotonic() - begun)
    stage.fault_ended()
    return stage.verdict(f"slowest stop {worst:.1f} s")


def _with_failpoint(stage: Stage, failpoint: str, *workflows: str) -> None:
    """Deliver with a worker that dies at the failpoint, then with a healthy one."""
    stage.stop("delivery")
    stage.start("delivery", env={_FAILPOINTS: failpoint})
    children = set(stage.children("delivery"))
    for workflow in workflows or EVERY:
        stage.client.submit_until_accepted(workflow)
    stage.wait("a child has died", lambda: bool(children - set(stage.children("delivery"))))
    stage.kill("delivery")
    stage.fault_ended()
    stage.start("delivery")


def child_kill(stage: Stage, name: str) -> None:
    """SIGKILL one of a worker's children, if it has any."""
    with suppress(FileNotFoundError, ProcessLookupError, IndexError):
        os.kill(random.choice(stage.children(name)), signal.SIGKILL)  # noqa: S311


def _all_arrived(stage: Stage) -> bool:
    arrived = {effect.reference for effect in stage.effects()}
    return arrived >= {each.reference for each in stage.client.accepted}


FAULTS = (
    Fault(1, "worker frozen with the message, then killed", frozen_with_the_message),
    Fault(2, "worker killed before the send", killed_before_the_send),
    Fault(3, "worker killed after the effect", killed_after_the_effect),
    Fault(4, "worker frozen past its lease, then continued", frozen_past_its_lease, long=True),
    Fault(5, "worker killed again and again under load", killed_again_and_again, at_length=120),
    Fault(11, "worker cut off from PostgreSQL after the send", cut_off_from_postgresql, long=True),
)
