"""Bugsink: a server that takes Sentry's protocol, in an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from pathlib import Path
from typing import Any

from dev.commands import run
from dev.console import Problem, step
from dev.environment import tool_environment
from dev.installing.stamps import Stamp, digest
from dev.layout import LOCAL, Home
from dev.processes.health import answers
from dev.processes.ports import LOOPBACK
from dev.processes.processes import Spec

PACKAGES = ("bugsink==2.6.0",)
_VENV = LOCAL / "bugsink"
_CONFIGURATION = """
from bugsink.settings.default import *

SECRET_KEY = {secret!r}
SNAPPEA = {{"TASK_ALWAYS_EAGER": True}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
BUGSINK = {{"BASE_URL": {address!r}, "SINGLE_USER": True, "SINGLE_TEAM": True, "PHONEHOME": False}}
"""
_SEED = """
from bsmain.models import AuthToken
from projects.models import Project
Project.objects.create(name="Waybill", slug="waybill", sentry_key={key!r})
print("token", AuthToken.create_full_access().token)
"""
_READ = """
import json
from events.models import Event
from events.utils import apply_sourcemaps
for event in Event.objects.all():
    data = event.get_parsed_data()
    apply_sourcemaps(data, event.project)
    print("event", json.dumps(data))
"""


def install() -> None:
    """Put it into `.local/bugsink`, unless it is there."""
    stamp = Stamp(LOCAL / "stamps" / "bugsink")
    wanted = digest([], *PACKAGES, sys.version)
    if stamp.matches(wanted) and (_VENV / "bin" / "bugsink-manage").is_file():
        return
    stamp.clear()
    log, failure = LOCAL / "logs" / "setup-bugsink.log", "Bugsink could not be installed"
    with step("Installing Bugsink (pip)"):
        run([sys.executable, "-m", "venv", "--clear", str(_VENV)], log=log, failure=failure)
        pip = [
            str(_VENV / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--only-binary=:all:",
        ]
        run([*pip, *PACKAGES], log=log, failure=failure)
    stamp.write(wanted)


class Bugsink:
    """One server with one project, in a folder of its own."""

    def __init__(self, home: Home, port: int) -> None:
        self._home = home
        self._folder = home.root / "bugsink"
        self._port = port
        self._key = uuid.uuid4()
        self.address = f"http://{LOOPBACK}:{port}"
        self.dsn = f"http://{self._key.hex}@{LOOPBACK}:{port}/1"
        self.token = ""

    def prepare(self) -> None:
        """Make an empty database and the project."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*.sqlite3*"):
            old.unlink()
        text = _CONFIGURATION.format(secret=uuid.uuid4().hex * 2, address=self.address)
        (self._folder / "bugsink_conf.py").write_text(text)
        with step("Preparing Bugsink"):
            self._manage("migrate", "--verbosity=0")
            self._manage("migrate", "--verbosity=0", "--database=snappea")
            self.token = self._said("token", _SEED.format(key=str(self._key)))[0]

    def spec(self) -> Spec:
        """How to run it."""
        gunicorn = str(_VENV / "bin" / "gunicorn")
        bind = f"--bind={LOOPBACK}:{self._port}"
        return Spec(
            name="bugsink",
            command=[gunicorn, bind, "--workers=1", "--threads=4", "bugsink.wsgi"],
            cwd=self._folder,
            env=self._environment(),
            log=self._home.logs / "bugsink.log",
            ready=answers(f"{self.address}/health/ready"),
        )

    def events(self) -> list[dict[str, Any]]:
        """Every event that it stored, with frames by the source maps that it has."""
        return [json.loads(line) for line in self._said("event", _READ)]

    def _said(self, word: str, program: str) -> list[str]:
        lines = self._manage("shell", "--verbosity=0", "--command", program).splitlines()
        return [line.removeprefix(f"{word} ") for line in lines if line.startswith(f"{word} ")]

    def _manage(self, *words: str) -> str:
        command: list[str | Path] = [_VENV / "bin" / "bugsink-manage", *words]
        done = subprocess.run(
            command,
            cwd=self._folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode:
            raise Problem(f"bugsink-manage {words[0]} ended with {done.returncode}.", done.stderr)
        return done.stdout

    def _environment(self) -> dict[str, str]:
        taken = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "SENTRY_DSN", "PYTHONPATH")
        own = {name: value for name, value in tool_environment().items() if name not in taken}
        return own | {"PYTHONPATH": str(self._folder), "DJANGO_SETTINGS_MODULE": "bugsink_conf"}
