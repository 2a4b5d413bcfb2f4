"""The Procfile: the only place that defines how each process of Waybill starts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

TOGETHER = "worker"
"""The one worker of `one_worker`."""
SLOTS = 4
"""How many tasks it runs at once: a slot costs memory, not time at the start."""

_QUEUES = re.compile(r" worker --queues=(\S+) --concurrency=\d+ --hostname=\w+@")


def parse(text: str) -> dict[str, str]:
    """Shell command by process name."""
    lines = (line.partition(":") for line in text.splitlines() if line and line[0] != "#")
    return {name.strip(): command.strip() for name, colon, command in lines if colon}


def read(path: Path) -> dict[str, list[str]]:
    """The command by process name. `exec` in each line lets signals reach the program."""
    return _in_shell(parse(path.read_text()))


def read_with_one_worker(path: Path) -> dict[str, list[str]]:
    """Likewise, but one worker takes from the queues of all of them.

    For a machine with one user: each worker reads all of the code when it starts, so five of them
    take most of a start.
    """
    return _in_shell(one_worker(parse(path.read_text())))


def one_worker(commands: Mapping[str, str]) -> dict[str, str]:
    """The commands, with one worker of every queue in the place of the workers."""
    others: dict[str, str] = {}
    queues: list[str] = []
    pattern = ""
    for name, command in commands.items():
        found = _QUEUES.search(command)
        if found is None:
            others[name] = command
            continue
        queues += found[1].split(",")
        pattern = pattern or command
    options = f" worker --queues={','.join(queues)} --concurrency={SLOTS} --hostname={TOGETHER}@"
    return {**others, TOGETHER: _QUEUES.sub(options, pattern)}


def _in_shell(commands: Mapping[str, str]) -> dict[str, list[str]]:
    return {name: ["/bin/sh", "-c", command] for name, command in commands.items()}
