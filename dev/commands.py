"""Runs a command quietly to its end. Shows its last lines only if it fails."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from dev.console import Problem
from dev.processes.unprivileged import Identity

TAIL_LINES = 30

_underway: set[subprocess.Popen[bytes]] = set()


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
    try:
        code = execute(command, log=log, cwd=cwd, env=env, identity=identity)
    except FileNotFoundError:
        raise Problem(f"{failure}: {command[0]} was not found.") from None
    if code != 0:
        line = f"{failure}: `{shlex.join(map(str, command))}` ended with {code}. Log: {log}"
        raise Problem(line, detail=tail(log))


def execute(
    command: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    identity: Identity | None = None,
    timeout: float | None = None,
) -> int:
    """Run `command` with its output in `log`; return its exit code.

    On an interrupt, or after `timeout` seconds (subprocess.TimeoutExpired), its whole process group
    ends.
    """
    who = identity or Identity()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            user=who.child_uid,
            group=who.child_gid,
            extra_groups=who.child_groups,
        )
    _underway.add(process)
    try:
        return process.wait(timeout)
    except BaseException:
        _end(process)
        raise
    finally:
        _underway.discard(process)


def end_all() -> None:
    """End every command that other threads still wait for."""
    for process in list(_underway):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
