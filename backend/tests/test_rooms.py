"""A room is entered by its face: its `__init__`, which exports what others may use."""

from __future__ import annotations

import ast
import functools
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import grimp
import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("backend", "bench", "chaos", "clients/python/src/waybill/cli", "clients/python/tests")
CONTAINERS = (
    "core.delivery",
    "core.submissions",
    "core.workflows",
    "waybill_definitions",
    "waybill_definitions.expressions",
)
MOST_MODULES = 18
"""Files on one floor that a reader still takes in at once."""
GENERATED = "clients/python/src/waybill/api"
OPEN = {"management", "migrations", "models", "text"}
"""Django looks for these by name. Models and texts are what rooms have in common."""


@functools.cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("mysite", "api", "tasks", "core", "waybill_definitions")


def rooms() -> list[str]:
    folders = [
        child
        for container in CONTAINERS
        for child in graph().find_children(container)
        if graph().find_children(child)
    ]
    return sorted(room for room in folders if room.rpartition(".")[2] not in OPEN)


def test_there_are_rooms() -> None:
    assert len(rooms()) > 10


def test_a_folder_is_seen_at_once() -> None:
    git = shutil.which("git") or "git"
    tracked = subprocess.run(
        [git, "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    folders = Counter(
        str(Path(name).parent)
        for name in tracked
        if not name.startswith(GENERATED) and "/migrations/" not in name
    )
    assert {name: count for name, count in folders.items() if count > MOST_MODULES} == {}


@pytest.mark.parametrize("room", rooms())
def test_nobody_outside_imports_what_is_behind_the_face(room: str) -> None:
    assert list(_behind(room)) == []


def _behind(room: str) -> Iterator[str]:
    for module in graph().find_descendants(room):
        for importer in graph().find_modules_that_directly_import(module):
            if importer != room and not importer.startswith(f"{room}."):
                yield f"{importer} imports {module}; import it from {room}"


@pytest.mark.parametrize("room", rooms())
def test_a_face_exports_only_what_somebody_outside_uses(room: str) -> None:
    exports = set(cast("list[str]", __import__(room, fromlist=["__all__"]).__all__))
    assert exports, f"{room} exports nothing"
    assert exports <= imported()[room], f"nobody uses {sorted(exports - imported()[room])}"


@functools.cache
def imported() -> dict[str, set[str]]:
    """The names that are imported from each room by somebody outside, tests and tools too."""
    found: dict[str, set[str]] = {room: set() for room in rooms()}
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            inside = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.ImportFrom) or node.module not in found:
                    continue
                if not inside.startswith(f"backend.{node.module}."):
                    found[node.module].update(name.name for name in node.names)
    return found
