"""A room is entered by its face, and the rooms are in the order of the data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "waybill" / "cli"
ORDER = ("terminal", "profiles", "connections", "operating", "definitions")
"""A room may use those before it, and none after it."""
ROOMS = sorted(path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file())


def imports(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module


@pytest.mark.parametrize("room", ROOMS)
def test_nobody_outside_imports_what_is_behind_the_face(room: str) -> None:
    behind = f"waybill.cli.{room}."
    inside = SOURCE / room
    found = [
        f"{path.relative_to(SOURCE)} imports {module}"
        for path, module in imports(SOURCE)
        if module.startswith(behind) and not path.is_relative_to(inside)
    ]
    assert found == []


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_use_only_those_before_them(room: str) -> None:
    later = ORDER[ORDER.index(room) + 1 :]
    used = {
        module.split(".")[2] for _, module in imports(SOURCE / room) if "waybill.cli." in module
    }
    assert used.isdisjoint(later)


def test_the_face_of_the_command_line_lists_the_rooms() -> None:
    assert set(ROOMS) <= set(ORDER)
