"""The Procfile: the only place that defines how each process of Waybill starts."""

from __future__ import annotations

from pathlib import Path


def parse(text: str) -> dict[str, str]:
    """Shell command by process name."""
    lines = (line.partition(":") for line in text.splitlines() if line and line[0] != "#")
    return {name.strip(): command.strip() for name, colon, command in lines if colon}


def read(path: Path) -> dict[str, list[str]]:
    """The command by process name. `exec` in each line lets signals reach the program."""
    commands = parse(path.read_text())
    return {name: ["/bin/sh", "-c", command] for name, command in commands.items()}
