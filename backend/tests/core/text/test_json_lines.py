"""A server's own lines look like ours."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from pathlib import Path
from typing import Any

import pytest

CONFIG = Path(__file__).parents[3] / "granian-log.json"


@pytest.fixture
def granian(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What Granian's logger writes with the configuration of the image."""
    config: dict[str, Any] = json.loads(CONFIG.read_text())
    logging.config.dictConfig(config)
    written = io.StringIO()
    (handler,) = logging.getLogger("_granian").handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    return written


def test_a_line_is_one_object_with_the_fields_of_ours(granian: io.StringIO) -> None:
    logging.getLogger("_granian").info('Spawning "%s"\nand more', "worker-1")

    (line,) = granian.getvalue().splitlines()
    said = json.loads(line)
    assert said.pop("timestamp").endswith("+00:00")
    assert said == {
        "event": 'Spawning "worker-1"\nand more',
        "level": "info",
        "logger": "granian",
    }


def test_an_exception_is_told_without_its_words(granian: io.StringIO) -> None:
    try:
        raise ValueError("ada@northwind.example")
    except ValueError:
        logging.getLogger("_granian").exception("Application callable raised an exception")

    (line,) = granian.getvalue().splitlines()
    assert "northwind" not in line
    assert json.loads(line)["exception"].startswith("ValueError\n  ")
