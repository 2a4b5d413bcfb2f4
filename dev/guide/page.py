"""What a guide shows: files, commands, and what comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_BLOCK = re.compile(r"^```(bash|yaml|json|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# ([\w.-]+)\n")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Step:
    """Commands, the files that were shown before them, and the output that is shown after them.

    ``at``: file and line of the first command. ``output``: None when the guide shows none. `…` in
    it stands for anything.
    """

    at: str
    files: tuple[tuple[str, str], ...]
    commands: str
    output: str | None


def read_page(name: str, text: str) -> list[Step]:
    """The steps of the guide in file ``name``: each `bash` block with the `yaml` files before it,
    whose first line names the file, and the `json` or `text` block that follows it."""
    steps: list[Step] = []
    files: list[tuple[str, str]] = []
    follows = False
    for found in _BLOCK.finditer(text):
        kind, body = found.groups()
        if kind == "bash":
            at = f"{name}:{text.count(chr(10), 0, found.start()) + 2}"
            steps.append(Step(at, tuple(files), body, None))
            files = []
        elif kind == "yaml" and (named := _FILE.match(body)):
            files.append((named[1], body))
        elif kind in ("json", "text") and follows:
            steps[-1] = replace(steps[-1], output=body)
        follows = kind == "bash"
    return steps


def shows(expected: str, found: str) -> bool:
    """Whether the output is what the guide shows. White space does not count."""
    parts = (re.escape(_SPACE.sub("", part)) for part in expected.split("…"))
    return re.fullmatch(".*".join(parts), _SPACE.sub("", found)) is not None
