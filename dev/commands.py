"""Run a command to its end, quietly; show its last lines only if it fails."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev.console import Problem
from dev.unprivileged import Identity

TAIL_LINES = 30


def tail(path: Path, lines: int = TAIL_LINES) -> str:
    """The last lines of a log, indented; empty if there is no log."""
    if not path.is_file():
        return ""
    kept = path.read_text(errors="replace").splitlines()[-lines:]
    return "\n".join(f"    {line}" for line in kept)


def run(
    command: Sequence[str | Path],
    *,
    log: Path,
    failure: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    identity: Identity | None = None,
) -> None:
    """Run `command` with its output in `log`. Raises Problem(`failure`) with the log's tail."""
    log.parent.mkdir(parents=True, exist_ok=True)
    words = [str(word) for word in command]
    who = identity or Identity()
    with log.open("wb") as output:
        try:
            code = subprocess.run(
                words,
                cwd=cwd,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                user=who.child_uid,
                group=who.child_gid,
                extra_groups=who.child_groups,
            ).returncode
        except FileNotFoundError:
            raise Problem(f"{failure}: {words[0]} was not found.") from None
    if code != 0:
        line = f"{failure}: `{shlex.join(words)}` ended with {code}. Log: {log}"
        raise Problem(line, detail=tail(log))
