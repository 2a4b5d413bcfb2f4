"""The browser's part, run by Node: a process that answers one line for each line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[5]
SCRIPT = ROOT / "frontend" / "scripts" / "verdicts.mjs"


FORMS = int(os.environ.get("WAYBILL_VERDICTS", "40"))
"""How many are made up; `make test-verdicts` makes 700."""


class Browser:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, question: dict[str, Any]) -> Any:
        """``question``: what `frontend/scripts/verdicts.mjs` takes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the script of the browser's part ended"
        return json.loads(line)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Needs Node and the packages of `frontend/`, as `make test-backend` installs them."""
    own = ROOT / ".local" / "bin" / "node"
    node = str(own) if own.exists() else shutil.which("node")
    assert node, "there is no Node: run `make services`"
    packages = SCRIPT.parents[1] / "node_modules" / "esbuild"
    assert packages.is_dir(), "the packages of frontend/ are missing: run `npm ci` there"
    process = subprocess.Popen(
        [node, str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        yield Browser(process)
        assert process.stdin is not None
        process.stdin.close()
