"""The OpenAPI document of the whole API, as the committed file holds it."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent.parent / "openapi.json"
"""A test holds it current."""


@functools.cache
def general_document() -> dict[str, Any]:
    """Read once per process. Callers copy what they change."""
    document: dict[str, Any] = json.loads(_FILE.read_text())
    return document
