"""What the drill asks of Barman: each method is one or a few of its commands."""

from __future__ import annotations

import json
import os
import pwd
import secrets
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dev.commands import execute
from dev.console import Problem
from dev.layout import Home
from dev.processes.processes import Spec
from dev.processes.unprivileged import identity_for
from dev.recovery.configuration import SERVER, configuration, passfile, server_prepare
from dev.recovery.programs import BARMAN, search_path
from dev.recovery.segments import missing_segments

_LAST_LINES = 12
"""How much of Barman's output a problem shows."""


class Barman:
    """Barman for the PostgreSQL of one home. Its archive is in the home's `archive` folder.

    It runs as the user that PostgreSQL runs as: a restored cluster belongs to who restored it.
    """

    def __init__(self, home: Home, port: int) -> None:
        self.folder = home.root / "archive"
        self._port = port
        self._logs = home.logs
        self._identity = identity_for(BARMAN)
        self._file = self.folder / "barman.conf"

    def prepare(self, admin_url: str) -> None:
        """Configure it, and make its role and its slot in PostgreSQL."""
        self.remove()
        password = secrets.token_urlsafe(24)
        server_prepare(admin_url, password)
        for folder in (self.folder, self.folder / "staging"):
            folder.mkdir(mode=0o700)
            self._identity.own(folder)
        uid = self._identity.uid
        user = pwd.getpwuid(os.geteuid() if uid is None else uid).pw_name
        text = configuration(folder=self.folder, user=user, port=self._port, path=search_path())
        self._write(self._file, text)
        self._write(self.folder / "passfile", passfile(self._port, password))
        self._run("receive-wal", "--create-slot", failure="Barman could not make its slot")

    def receiver(self) -> Spec:
        """The process that streams the write-ahead log away, without pause."""
        arriving = self.folder / SERVER / "streaming"
        return Spec(
            name="barman-receiver",
            command=self._command("receive-wal"),
            cwd=self.folder,
            env=self._environment(),
            log=self._logs / "barman-receiver.log",
            ready=lambda: any(arriving.glob("*.partial")),
            identity=self._identity,
        )

    def archive(self) -> None:
        """File the segments that arrived whole. In production `barman cron` does it each minute."""
        self._run("archive-wal", failure="Barman could not file what arrived")

    def switch(self) -> None:
        """Begin a new segment, and file the one before it when it has arrived."""
        self._run("switch-wal", "--force", "--archive", failure="The log could not be switched")

    def backup(self, *, incremental: bool = False) -> None:
        """A base backup: whole and verified, or only the blocks that changed since the latest."""
        since = ["--incremental", "latest"] if incremental else []
        self._run("backup", "--wait", *since, failure="Barman could not take a backup")
        if not incremental:
            self._run("verify-backup", "latest", failure="The backup differs from its manifest")

    def complaints(self) -> list[str]:
        """What `barman check` finds wrong now, such as `receive wal running`."""
        checks = self._ask("check")
        return [name.replace("_", " ") for name, check in checks.items() if check["status"] != "OK"]

    def restore(self, destination: Path, *, until: datetime | None) -> None:
        """Make a cluster's folder as it was at that moment, or at the last one that arrived.

        Raises Problem, and leaves no folder, if no backup is old enough, a segment of the log
        before that moment is missing, or Barman fails.
        """
        self._require_segments(until)
        target = ["--target-time", until.isoformat()] if until else ["--target-tli", "latest"]
        moment = f" to {until:%F %T.%f %Z}" if until else ""
        options = ["--partial-wal", "--target-action", "promote", *target]
        failure = f"Barman could not restore{moment}"
        try:
            self._run("restore", "auto", str(destination), *options, failure=failure)
        except BaseException:
            shutil.rmtree(destination, ignore_errors=True)
            raise

    def resume(self) -> None:
        """Follow a recovered cluster: it has no slot, and its log goes on under a new timeline."""
        self._run("receive-wal", "--create-slot", failure="Barman could not make its slot")
        self._run("receive-wal", "--reset", failure="Barman could not follow the new timeline")

    def segments(self) -> dict[str, Path]:
        """The filed segments and those that are arriving, by name, in order."""
        places = [self.folder / SERVER / name for name in ("wals", "streaming")]
        files = [path for place in places for path in place.rglob("0*") if path.is_file()]
        return {path.name: path for path in sorted(files, key=lambda path: path.name)}

    def remove(self) -> None:
        """Delete its archive and its configuration."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _require_segments(self, until: datetime | None) -> None:
        """PostgreSQL ends at the first gap in the log, and says nothing if it has no target.

        Barman copies every segment that it has filed, whatever the target. Before a restore to a
        moment before the gap, it must forget the segment that is not there.
        """
        segments = self.segments()
        begin = self._begin(until)
        missing = missing_segments(segments, begin) if begin else []
        if not missing:
            return
        before = [path for name, path in segments.items() if name[8:] < missing[0][8:]]
        whole = datetime.fromtimestamp(before[-1].stat().st_mtime, UTC)
        if until is None or until > whole:
            raise Problem(
                f"The archive lacks {len(missing)} of the log's segments; the first is "
                f"{missing[0]}. What was committed in it and after it cannot be recovered from "
                f"here. Find it, or restore to a moment before {whole:%F %T %Z}."
            )
        self._run("rebuild-xlogdb", failure="Barman could not list its segments again")

    def _begin(self, until: datetime | None) -> str:
        """The segment in which the backup begins that Barman will take. Empty if there is none."""
        listed = self._ask("list-backups")
        latest = until.timestamp() if until else float("inf")
        ids = [each["backup_id"] for each in listed if float(each["end_time_timestamp"]) <= latest]
        if not ids:
            return ""
        shown: dict[str, Any] = self._ask("show-backup", max(ids))
        return str(shown["base_backup_information"]["begin_wal"])

    def _ask(self, command: str, *words: str) -> Any:
        """What one command says of the server, as JSON."""
        _, said = self._execute(self._command(command, *words, form="json"))
        return json.loads(said)[SERVER]

    def _run(self, command: str, *words: str, failure: str) -> None:
        code, said = self._execute(self._command(command, *words))
        if code == 0:
            return
        lines = said.splitlines()
        errors = [line.partition(": ")[2] for line in lines if line.startswith("ERROR: ")]
        why = errors[0] if errors else f"it ended with {code}."
        raise Problem(f"{failure}: {why}", "\n".join(lines[-_LAST_LINES:]))

    def _execute(self, command: list[str]) -> tuple[int, str]:
        """The exit code and all output of one command."""
        log = self._logs / "barman.log"
        full = [*self._identity.prefix, *command]
        code = execute(
            full, log=log, cwd=self.folder, env=self._environment(), identity=self._identity
        )
        return code, log.read_text(errors="replace")

    def _command(self, command: str, *words: str, form: str = "console") -> list[str]:
        return [str(BARMAN), "-c", str(self._file), "-f", form, command, SERVER, *words]

    def _environment(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}

    def _write(self, path: Path, text: str) -> None:
        path.touch(mode=0o600)
        path.write_text(text)
        self._identity.own(path)
