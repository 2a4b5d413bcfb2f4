"""``python -m dev.observability.asked``: a real Prometheus asks the running stack.

It must find every process, take every rule, and have an answer for every expression of every
dashboard. Needs the variables that `make up` writes to `.local/run/env`.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import yaml
from railway.backlog import read_ages
from railway.scaling import RULES as RULES_OF_RAILWAY

from dev import client
from dev.console import Problem, report, say
from dev.demo import FORM, example
from dev.manifests.files import scaling_queries
from dev.observability.boards import BOARDS
from dev.observability.panels import expressions_of
from dev.observability.programs import require
from dev.observability.rules import RULES
from dev.processes.ports import LOOPBACK, any_free

PROCESSES = (
    "api",
    "stream",
    "dispatcher",
    "delivery",
    "critical",
    "bulk",
    "callbacks",
    "maintenance",
    "beat",
)
PATIENCE_SECONDS = 45.0
SUBMISSIONS = 3

ADD_UP = {
    'waybill_submissions_accepted_total{source="form"}': 1,
    'waybill_submissions_ended_total{status="succeeded"}': 1,
}
"""What each submission adds, whichever of Granian's or Celery's workers counts it."""
POOLS = {"api": 2, "delivery": 3}
"""At least so many processes each: Granian's two, Celery's main process and its two."""

NOTHING_HERE = {
    "waybill_database_pool_connections": "the processes of the stack have no pool",
    "waybill_connection_closed": "no connection is closed",
    "waybill_callback_tries_total": "nobody listens to callbacks",
    "waybill_callback_seconds": "nobody listens to callbacks",
    "waybill_leases_expired_total": "no worker died",
    "waybill_submissions_refused_total": "no answers were refused",
    "waybill_ledger_age_seconds": "the ledger is checked once an hour",
    "waybill_ledger_findings": "the ledger is checked once an hour",
    "node_filesystem_avail_bytes": "only Compose has a node exporter",
    "node_filesystem_size_bytes": "only Compose has a node exporter",
    "waybill:steps_failed:share15m": "no step failed",
    'error_kind!=""': "no attempt failed",
    'status="failed"': "no step failed",
    'state!="SUCCESS"': "no task failed",
}
"""What a stack that has just delivered a few submissions has none of, and why."""

_METRIC = re.compile(r"\b(?:waybill|process|node)[_:][a-z0-9_:]+")


@dataclass(frozen=True)
class Server:
    """A running Prometheus."""

    port: int

    def get(self, path: str, **parameters: str) -> Any:
        """The data of an answer of its API."""
        address = f"http://{LOOPBACK}:{self.port}/api/v1/{path}?{urlencode(parameters)}"
        with urlopen(address, timeout=10) as answer:  # our own address
            return json.load(answer)["data"]

    def number(self, expression: str) -> float:
        """The sum of an expression's values now."""
        found = self.get("query", query=f"sum({expression})")["result"]
        return float(found[0]["value"][1]) if found else 0.0

    def finds(self, expression: str) -> bool:
        """Whether an expression has an answer now."""
        return bool(self.get("query", query=expression)["result"])


def configuration(variables: Mapping[str, str]) -> dict[str, Any]:
    """As in docker/observability, but for addresses and a quicker rhythm."""
    targets = [
        {
            "targets": [f"{LOOPBACK}:{variables[f'{name.upper()}_METRICS_PORT']}"],
            "labels": {"process": name},
        }
        for name in PROCESSES
    ]
    return {
        "global": {"scrape_interval": "1s", "scrape_timeout": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(RULES / "*.yml")],
        "scrape_configs": [{"job_name": "waybill", "static_configs": targets}],
    }


@contextmanager
def serving(program: Path, variables: Mapping[str, str]) -> Iterator[Server]:
    """A Prometheus with storage of its own, ended with the block."""
    port = any_free(set())
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "prometheus.yml")
        config.write_text(yaml.safe_dump(configuration(variables)))
        log = Path(folder, "log")
        with log.open("wb") as output:
            process = subprocess.Popen(
                [
                    program,
                    f"--config.file={config}",
                    f"--storage.tsdb.path={folder}/data",
                    f"--web.listen-address={LOOPBACK}:{port}",
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            server = Server(port)
            _until(lambda: bool(server.get("status/runtimeinfo")), "Prometheus does not start", log)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=30)


def _until(check: Callable[[], bool], failure: str, log: Path | None = None) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(OSError):
            if check():
                return
        time.sleep(0.5)
    raise Problem(f"{failure}.", log.read_text()[-3000:] if log else "")


def reason_for_nothing(expression: str) -> str | None:
    """Why an expression may be without an answer here."""
    return next((why for what, why in NOTHING_HERE.items() if what in expression), None)


def _rule_expressions() -> dict[str, str]:
    """Recorded expressions, and of alerts, which are empty in health, the metrics they read."""
    found: dict[str, str] = {}
    for path in RULES.glob("*.yml"):
        for group in yaml.safe_load(path.read_text())["groups"]:
            for rule in group["rules"]:
                if "record" in rule:
                    found[rule["record"]] = rule["record"]
                for metric in _METRIC.findall(rule["expr"]):
                    found[f"{rule.get('alert', rule.get('record'))}: {metric}"] = metric
    return found


def expressions() -> dict[str, str]:
    """Everything that dashboards and rules ask for, by where it stands."""
    boards = {
        f"{board.title}: {expression}": expression
        for board in BOARDS
        for expression in expressions_of(board)
    }
    return boards | _rule_expressions()


def _deliver(variables: Mapping[str, str]) -> None:
    for _ in range(SUBMISSIONS):
        origin = variables["WAYBILL_PUBLIC_URL"]
        sent = client.submit(origin, FORM, example(), secrets.token_urlsafe(16))
        for state in client.follow(origin, sent["tracking_token"], PATIENCE_SECONDS):
            if state["status"] == "succeeded":
                break


def ask(server: Server, variables: Mapping[str, str]) -> int:
    """Deliver something and ask for everything. Returns how many expressions had an answer."""
    all_up = f'count(up{{job="waybill"}} == 1) == {len(PROCESSES)}'
    _until(lambda: server.finds(all_up), "Not every process is asked")
    before = {name: server.number(name) for name in ADD_UP}
    _deliver(variables)
    _until(
        lambda: all(
            server.number(name) - before[name] == count * SUBMISSIONS
            for name, count in ADD_UP.items()
        ),
        f"What the pools count of {SUBMISSIONS} submissions does not add up",
    )
    _processes_are_told(server)
    missing = dict(expressions())
    asked = len(missing)

    def all_answered() -> bool:
        for place, expression in list(missing.items()):
            if server.finds(expression):
                del missing[place]
        return all(reason_for_nothing(expression) for expression in missing.values())

    with suppress(Problem):
        _until(all_answered, "some have no answer")
    faults = [place for place, each in missing.items() if not reason_for_nothing(each)]
    if faults:
        raise Problem(f"{len(faults)} expressions have no answer.", "\n".join(faults))
    _rules_are_well(server)
    scalers_know(server, variables)
    return asked - len(missing)


def _processes_are_told(server: Server) -> None:
    for pool, least in POOLS.items():
        found = server.number(f'count(process_resident_memory_bytes{{process="{pool}"}})')
        if found < least:
            raise Problem(f"{pool} tells of {found:.0f} processes, not of {least}.")


def scalers_know(server: Server, variables: Mapping[str, str]) -> None:
    """KEDA's queries have numbers, and the dispatcher tells Railway's autoscaler of each queue."""
    silent = [name for name, query in scaling_queries().items() if not server.finds(query)]
    if silent:
        raise Problem(f"KEDA would get no number for {', '.join(silent)}.")
    ages = read_ages(f"http://{LOOPBACK}:{variables['DISPATCHER_METRICS_PORT']}/metrics", "")
    if unknown := {rule.queue for rule in RULES_OF_RAILWAY} - ages.keys():
        raise Problem(f"The dispatcher tells no age of {', '.join(sorted(unknown))}.")


def _rules_are_well(server: Server) -> None:
    groups = server.get("rules")["groups"]
    sick = [r for group in groups for r in group["rules"] if r["health"] == "err"]
    if sick:
        raise Problem("Rules fail.", "\n".join(f"{r['name']}: {r['lastError']}" for r in sick))
    firing = server.get("query", query='ALERTS{alertstate="firing", severity!="watchdog"}')
    names = sorted({each["metric"]["alertname"] for each in firing["result"]})
    if names:
        raise Problem(f"In a healthy stack these alerts fire: {', '.join(names)}.")
    if not server.finds('ALERTS{alertname="WaybillWatchdog", alertstate="firing"}'):
        raise Problem("The watchdog does not fire.")


def main() -> int:
    """Returns the exit code."""
    try:
        program = require("prometheus")
        if program is None:
            say("Prometheus: skipped, there is none here (Debian: prometheus)")
            return 0
        with serving(program, os.environ) as server:
            answered = ask(server, os.environ)
    except Problem as problem:
        report(problem)
        return 1
    said = f"{answered} of {len(expressions())} expressions have an answer, the rest a reason"
    say(f"Prometheus: {len(PROCESSES)} processes, {said}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
