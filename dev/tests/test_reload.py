"""What `make dev` notices, and what it starts again: real files and real processes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dev.console import Problem
from dev.layout import Home
from dev.processes.health import has_logged
from dev.processes.processes import Spec, started_at
from dev.processes.supervisor import Supervisor
from dev.reload.changes import changes
from dev.reload.restarting import Backend
from dev.reload.specs import Specs

SERVER = """
import pathlib, time
print(pathlib.Path("word.py").read_text(), "ready", flush=True)
time.sleep(60)
"""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.create()
    return home


def spec(home: Home, name: str, code: str = SERVER) -> Spec:
    log = home.logs / f"{name}.log"
    return Spec(
        name=name,
        command=[sys.executable, "-c", code],
        cwd=home.root,
        env=dict(os.environ),
        log=log,
        ready=has_logged(log, "ready"),
    )


def test_a_saved_file_is_noticed_and_others_are_not(tmp_path: Path) -> None:
    for folder in ("tests", ".tool_cache"):
        (tmp_path / folder).mkdir()
    seen = changes(tmp_path)
    assert next(seen) == [], "nothing was saved yet"
    for name in (
        "tests/test_rooms.py",
        ".tool_cache/1.json",
        "notes.md",
        "saved.py.swp",
        ".saved.py.1234",
    ):
        (tmp_path / name).write_text("x")
    (tmp_path / "saved.py").write_text("x")
    found = next(edited for edited in seen if edited)
    assert found == [Path("saved.py")]


def test_all_start_again_with_what_is_in_the_file_now(home: Home) -> None:
    (home.root / "word.py").write_text("first")
    supervisor = Supervisor(home)
    other = supervisor.start(spec(home, "store", "import time; print('ready'); time.sleep(60)"))
    backend = Backend(home, supervisor, Specs(spec(home, "web"), [spec(home, "api")], []))
    try:
        backend.start()
        before = supervisor.running[-1].pid
        (home.root / "word.py").write_text("second")
        backend.restart()
        assert "second" in (home.logs / "api.log").read_text()
        assert started_at(before) is None
        assert other.exit_code is None
        assert [each.spec.name for each in supervisor.running] == ["store", "api"]
    finally:
        assert supervisor.stop() == []


def test_after_a_mistake_the_next_start_is_like_any_other(home: Home) -> None:
    supervisor = Supervisor(home)
    backend = Backend(home, supervisor, Specs(spec(home, "web"), [spec(home, "api")], []))
    try:
        with pytest.raises(Problem, match="api ended with 1"):
            backend.start()
        (home.root / "word.py").write_text("corrected")
        backend.restart()
        assert "corrected" in (home.logs / "api.log").read_text()
    finally:
        assert supervisor.stop() == []
