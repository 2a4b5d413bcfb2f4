"""The Compose files, how they are put together, and the example of their settings."""

from __future__ import annotations

import base64
import re
import secrets
from pathlib import Path

from dev.layout import ROOT

FOLDER = ROOT / "docker"
EXAMPLE = FOLDER / ".env.example"

BASE = (FOLDER / "docker-compose.yml",)
DEVELOPMENT = (*BASE, FOLDER / "docker-compose.override.yml")
SECRETS = (*BASE, FOLDER / "docker-compose.secrets.yml")
FILES: dict[str, tuple[Path, ...]] = {
    "one host": BASE,
    "development": DEVELOPMENT,
    "secrets from files": SECRETS,
}
"""Title to the files that are read together, later ones over earlier ones."""

_LINE = re.compile(r"^(#?)([A-Z][A-Z0-9_]*)=(.*)$", re.MULTILINE)


def example_names() -> dict[str, bool]:
    """Every name in docker/.env.example, and whether its line is in force (no `#` before it)."""
    return {name: not mark for mark, name, _ in _LINE.findall(EXAMPLE.read_text())}


def example_values() -> dict[str, str]:
    """The lines in force, with random secrets where the example leaves the value open."""
    given = {name: value for mark, name, value in _LINE.findall(EXAMPLE.read_text()) if not mark}
    return {name: value or _made(name) for name, value in given.items()}


def _made(name: str) -> str:
    if name.endswith("_KEYS"):
        return f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}"
    if name == "FLOWER_BASIC_AUTH":
        return f"operator:{secrets.token_hex(12)}"
    if name == "WAYBILL_PUBLIC_URL":
        return "https://waybill.example.com"
    if name == "WAYBILL_DEMO_API_KEY":
        return f"wbk_{secrets.token_hex(4)}_{secrets.token_urlsafe(32)}"
    return secrets.token_hex(32)
