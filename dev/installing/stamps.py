"""Skips work if a hash shows that its inputs have not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from dev.layout import ROOT


def digest(files: Iterable[Path], *extra: str) -> str:
    """A hash over the names and contents of `files` and over `extra`.

    Names begin at the checkout: a copy of it, with the same packages, has the same hashes.
    """
    total = hashlib.sha256()
    for text in extra:
        total.update(f"{text}\0".encode())
    for path in sorted(files):
        name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
        total.update(f"{name}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def files_under(folder: Path, skip: frozenset[str] = frozenset()) -> list[Path]:
    """All files below `folder`, except the names in `skip` at any depth."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name in skip:
            continue
        if path.is_dir():
            found.extend(files_under(path, skip))
        elif path.is_file():
            found.append(path)
    return found


class Stamp:
    """A file that remembers the inputs of the last finished run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def matches(self, value: str) -> bool:
        """Whether the last finished run had these inputs."""
        return self.path.is_file() and self.path.read_text() == value

    def write(self, value: str) -> None:
        """Remember these inputs."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(value)

    def clear(self) -> None:
        """Delete it: the next run does the work."""
        self.path.unlink(missing_ok=True)
