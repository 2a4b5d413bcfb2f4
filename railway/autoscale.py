"""Sets how many delivery and callback workers run on Railway, by the age of the backlog.

    RAILWAY_TOKEN=… WAYBILL_METRICS_TOKEN=… python3 -m railway.autoscale [--dry-run] [--once]

It needs only Python 3.11. It asks a dispatcher for its metrics on the private network, decides by
`railway/scaling.py`, and tells Railway. WAYBILL_AUTOSCALE has limits of one's own, such as
`worker-delivery=3:20,worker-bulk=1:8`. Two of them at once do no harm: each sees what the other
changed, and waits. Without metrics, or without Railway, the numbers stay and the log says so.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from railway.api import ENDPOINT, UNDER_WAY, Railway, RailwayError, RailwayUnavailable
from railway.backlog import MetricsAway, read_ages
from railway.scaling import RULES, Rule, Watch, rules_with, spread

METRICS = "http://dispatcher.railway.internal:9100/metrics"
ROUND_SECONDS = 15.0
LONGEST_PAUSE_SECONDS = 300.0
REMIND_SECONDS = 300.0
"""A trouble that stays is told again that often."""


def say(line: str) -> None:
    """One line of the log, at once."""
    print(line, flush=True)


@dataclass
class Autoscaler:
    """Watches the services of RULES and changes their numbers.

    `ages` asks for seconds by queue and raises MetricsAway. `clock`: seconds that only go forward.
    """

    railway: Railway
    ages: Callable[[], Mapping[str, float]]
    rules: tuple[Rule, ...] = RULES
    dry_run: bool = False
    clock: Callable[[], float] = time.monotonic
    _watches: dict[str, Watch] = field(init=False, default_factory=dict)
    _failures: int = field(init=False, default=0)
    _told: dict[str, tuple[str, float]] = field(init=False, default_factory=dict)

    def round(self) -> float:
        """Look once, and change what has to. Returns the seconds until the next look."""
        ages = self._ages()
        try:
            self._scale(ages)
        except RailwayError as error:
            self._failures += 1
            pause = min(ROUND_SECONDS * 2.0**self._failures, LONGEST_PAUSE_SECONDS)
            say(f"Railway: {error}. The numbers stay; next try in {pause:.0f} s.")
            return pause
        if self._failures:
            say(f"Railway answers again, after {self._failures} failed tries.")
        self._failures = 0
        return ROUND_SECONDS

    def _ages(self) -> Mapping[str, float]:
        try:
            ages = self.ages()
        except MetricsAway as error:
            self._tell("metrics", f"No metrics: {error}. The numbers stay.")
            return {}
        silent = [rule.queue for rule in self.rules if rule.queue not in ages]
        if silent:
            queues = ", ".join(silent)
            self._tell("metrics", f"No metrics of {queues}. The numbers of their workers stay.")
        elif self._told.pop("metrics", None):
            say("Metrics are there again.")
        return ages

    def _tell(self, subject: str, trouble: str) -> None:
        last, at = self._told.get(subject, ("", 0.0))
        if trouble != last or self.clock() - at >= REMIND_SECONDS:
            say(trouble)
            self._told[subject] = (trouble, self.clock())

    def _scale(self, ages: Mapping[str, float]) -> None:
        """Look after every service. A refusal for one of them is told, and holds nobody up.

        Raises RailwayError if the project cannot be read, or Railway is away.
        """
        if not self.railway.environment_id:
            self.railway.open()
        ids = self.railway.services()
        placed = self.railway.placements()
        refused: list[str] = []
        away: list[str] = []
        for rule in self.rules:
            try:
                self._look_after(rule, ids.get(rule.service), placed, ages.get(rule.queue))
            except RailwayUnavailable as error:
                away.append(f"{rule.service}: {error}")
            except RailwayError as error:
                refused.append(f"{rule.service}: {error}")
        if refused:
            self._tell("services", f"{'; '.join(refused)}. These numbers stay.")
        else:
            self._told.pop("services", None)
        if away:
            raise RailwayUnavailable("; ".join(away))

    def _look_after(
        self,
        rule: Rule,
        service_id: str | None,
        placed: Mapping[str, Mapping[str, int]],
        age: float | None,
    ) -> None:
        if service_id is None:
            raise RailwayError("the project has no service of this name")
        regions = placed.get(service_id)
        if not regions:
            raise RailwayError("it has no region yet, give it one replica in its settings")
        watch = self._watches.setdefault(rule.service, Watch(rule))
        now = sum(regions.values())
        wanted = watch.decide(now, age, self.clock())
        if wanted != now:
            self._change(rule, service_id, regions, wanted, age)

    def _change(
        self,
        rule: Rule,
        service_id: str,
        regions: Mapping[str, int],
        wanted: int,
        age: float | None,
    ) -> None:
        now = sum(regions.values())
        if age is None:
            why = f"between {rule.least} and {rule.most}"
        else:
            why = f"the oldest due in {rule.queue} has waited {age:.0f} s"
        if self.dry_run:
            say(f"{rule.service}: would go from {now} to {wanted}: {why}.")
            return
        if self.railway.latest_status(service_id) in UNDER_WAY:
            say(f"{rule.service}: stays at {now} while a deployment is under way.")
            return
        say(f"{rule.service}: from {now} to {wanted}: {why}.")
        self.railway.place(service_id, spread(regions, wanted), f"{rule.service}: {wanted}, {why}")


def run(autoscaler: Autoscaler, stop: threading.Event) -> None:
    """Rounds until `stop` is set."""
    while not stop.wait(autoscaler.round()):
        pass


def main() -> int:
    """Exit status: 0 stopped by a signal or after --once, 1 not set up."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--metrics", default=METRICS, help="address of a dispatcher's metrics")
    parser.add_argument("--dry-run", action="store_true", help="say it and change nothing")
    parser.add_argument("--once", action="store_true", help="one look, then end")
    given = parser.parse_args()
    token = os.environ.get("RAILWAY_TOKEN")
    if not token:
        print("RAILWAY_TOKEN is not set: a project token of this environment", file=sys.stderr)
        return 1
    try:
        rules = rules_with(os.environ.get("WAYBILL_AUTOSCALE", ""))
    except ValueError as error:
        print(f"WAYBILL_AUTOSCALE cannot be read: {error}", file=sys.stderr)
        return 1
    bearer = os.environ.get("WAYBILL_METRICS_TOKEN", "")
    autoscaler = Autoscaler(
        Railway(token, os.environ.get("RAILWAY_API", ENDPOINT)),
        lambda: read_ages(given.metrics, bearer),
        rules,
        given.dry_run,
    )
    if given.once:
        autoscaler.round()
        return 0
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    say(f"Watching {', '.join(f'{r.service} {r.least}-{r.most}' for r in rules)}.")
    run(autoscaler, stop)
    return 0


if __name__ == "__main__":
    sys.exit(main())
