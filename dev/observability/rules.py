"""``python -m dev.observability.rules``: Prometheus' own tools judge rules and configurations.

And each alert has a test in which it fires, and a runbook.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import yaml

from dev.console import Problem, report, say
from dev.layout import ROOT
from dev.observability.programs import require

FOLDER = ROOT / "docker" / "observability"
RULES = FOLDER / "prometheus" / "rules"
TESTS = FOLDER / "prometheus" / "tests" / "alerts.yml"
RUNBOOKS = ROOT / "docs" / "operations" / "runbooks.md"

_TOKEN_FILE = "/run/secrets/metrics_token"  # noqa: S105  # a path
_ADDRESSES = {
    "SMTP_HOST": "mail.example.com",
    "SMTP_PORT": "",
    "SMTP_USER": "waybill",
    "ALERT_FROM": "waybill@example.com",
    "ALERT_EMAIL": "operators@example.com",
    "ALERT_WEBHOOK": "https://hooks.example.com/?to=operators&key=1|2",
    "ALERT_RECEIVER": "mail",
    "WATCHDOG_URL": "https://watchdog.example.com/ping",
    "WATCHDOG_RECEIVER": "watchdog",
}

_MAIL = {
    "starttls": ("mail.example.com:587", True),
    "tls": ("mail.example.com:465", True),
    "none": ("mail.example.com:25", False),
}
"""For each `SMTP_SECURITY`, where Alertmanager sends, and whether it insists on encryption."""


def alerts() -> list[dict[str, Any]]:
    """The alerts of the rules."""
    groups = yaml.safe_load((RULES / "alerts.yml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def without_test() -> list[str]:
    """Alerts that fire in no test."""
    tests = yaml.safe_load(TESTS.read_text())["tests"]
    fires = {test["name"].split()[0] for test in tests if test["name"].endswith(" fires")}
    return [alert["alert"] for alert in alerts() if alert["alert"] not in fires]


def without_runbook() -> list[str]:
    """Alerts whose link leads to no heading."""
    headings = re.findall(r"^## (.+)$", RUNBOOKS.read_text(), re.MULTILINE)
    page = RUNBOOKS.relative_to(ROOT)
    links = {f"{page}#{heading.lower()}" for heading in headings}
    return [each["alert"] for each in alerts() if each["annotations"]["runbook_url"] not in links]


def _run(*command: str | Path, **env: str) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **env}, timeout=120
    )
    if done.returncode:
        raise Problem(f"{Path(command[0]).name} finds faults.", done.stdout + done.stderr)


def _prometheus(promtool: Path, folder: Path) -> None:
    _run(promtool, "check", "rules", *sorted(RULES.glob("*.yml")))
    _run(promtool, "test", "rules", TESTS)
    token = folder / "token"
    token.write_text("a token")
    text = (FOLDER / "prometheus" / "prometheus.yml").read_text()
    config = folder / "prometheus.yml"
    config.write_text(text.replace(_TOKEN_FILE, str(token)).replace("rules/", f"{RULES}/"))
    _run(promtool, "check", "config", config)


def _alertmanager(amtool: Path, folder: Path) -> None:
    start, source = FOLDER / "alertmanager" / "start.sh", FOLDER / "alertmanager/alertmanager.yml"
    config = folder / "alertmanager.yml"
    for security, wanted in _MAIL.items():
        variables = {**_ADDRESSES, "SMTP_SECURITY": security}
        _run("/bin/sh", start, source, config, amtool, "check-config", config, **variables)
        written = yaml.safe_load(config.read_text())
        mail = written["global"]["smtp_smarthost"], written["global"]["smtp_require_tls"]
        if mail != wanted:
            raise Problem(f"start.sh writes the mail server of {security} as {mail}.")
    hook = next(
        receiver["webhook_configs"][0]["url"]
        for receiver in written["receivers"]
        if receiver["name"] == "webhook"
    )
    if hook != _ADDRESSES["ALERT_WEBHOOK"]:
        raise Problem(f"start.sh writes the address of the webhook as {hook}.")


def main() -> int:
    """Returns the exit code."""
    try:
        for names, lack in (
            (without_test(), "a test in which it fires"),
            (without_runbook(), "a runbook"),
        ):
            if names:
                raise Problem(f"{', '.join(names)} needs {lack}.")
        promtool, amtool = require("promtool"), require("amtool")
        if promtool is None or amtool is None:
            say("Alerts: skipped, there is no promtool or amtool here (Debian: prometheus)")
            return 0
        with tempfile.TemporaryDirectory() as folder:
            _prometheus(promtool, Path(folder))
            _alertmanager(amtool, Path(folder))
    except Problem as problem:
        report(problem)
        return 1
    say(f"Alerts: {len(alerts())}, each fires in its test and has a runbook")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
