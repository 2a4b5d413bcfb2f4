"""Settings: all that is missing or wrong at once, even where they cannot be imported."""

from __future__ import annotations

import difflib
import importlib
import os
import pkgutil
import sys
import types
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from administration.doctor.findings import Finding, failed, ok, warning
from administration.variables import KNOWN, REQUIRED, given_variables, ours

_PART = "settings"
_WHERE = (
    "Set it, or its file as …_FILE, for every process and start them again;"
    " docs/guides/configuration.md has them all."
)
_SHORTEST_SECRET = 50
_PACKAGE = "mysite.settings"


def environment_findings() -> Iterator[Finding]:
    """Needs neither Django nor settings that can be imported."""
    missing = [name for name in REQUIRED if not _is_set(name)]
    for name in missing:
        yield failed(_PART, f"{name} is missing; there is no default", _WHERE)
    faults = _faults(missing)
    for fault in faults:
        yield failed(_PART, fault, "Correct it and start every process again.")
    if not missing and not faults:
        yield ok(_PART, "everything that is needed is set, and can be read")
    yield from _warnings()


def _is_set(name: str) -> bool:
    return any(os.environ.get(each, "").strip() for each in (name, f"{name}_FILE"))


def _faults(missing: list[str]) -> list[str]:
    """What is wrong with what is set, of each module of settings by itself."""
    try:
        importlib.import_module(_PACKAGE)
    except Exception:  # each module says below what it is
        found = dict.fromkeys(_of_each_module())
        return [fault for fault in found if not any(name in fault for name in missing)]
    return []


def _of_each_module() -> Iterator[str]:
    """The package stops at the first fault. So its modules are imported without it."""
    folder = str(Path(__file__).resolve().parents[3] / "mysite" / "settings")
    package = types.ModuleType(_PACKAGE)
    package.__path__ = [folder]
    sys.modules[_PACKAGE] = package
    try:
        for module in pkgutil.iter_modules([folder]):
            try:
                importlib.import_module(f"{_PACKAGE}.{module.name}")
            except ImproperlyConfigured as error:
                yield str(error)
            except ValueError as error:
                yield f"{_names_in(error)} cannot be read: {error}"
    finally:
        for name in [name for name in sys.modules if name.startswith(_PACKAGE)]:
            del sys.modules[name]


def _names_in(error: ValueError) -> str:
    """The variables whose value the error repeats: it does not say where it found it."""
    said = str(error)
    return " or ".join(name for name, value in ours(os.environ) if repr(value) in said) or "a value"


def _warnings() -> Iterator[Finding]:
    given = given_variables(os.environ)
    for name, _ in ours(given):
        if name in KNOWN or name.startswith(("WAYBILL_OIDC_", "WAYBILL_INIT_", "WAYBILL_DEMO_")):
            continue
        near = difflib.get_close_matches(name, KNOWN, n=1, cutoff=0.88)
        if near:
            yield warning(
                _PART, f"{name} is set, but nothing reads it", f"Is {near[0]} meant? Rename it."
            )
    secret = given.get("WAYBILL_SECRET_KEY", "")
    if 0 < len(secret) < _SHORTEST_SECRET:
        yield warning(
            _PART,
            f"WAYBILL_SECRET_KEY has {len(secret)} characters, so it may be guessed",
            "Replace it with 50 random ones: docs/operations/key-rotation.md.",
        )
    public = given.get("WAYBILL_PUBLIC_URL", "")
    production = given.get("WAYBILL_ENV", "production") == "production"
    if production and public.startswith("http://"):
        yield warning(
            _PART,
            "WAYBILL_PUBLIC_URL is not https, so passwords and cookies go unencrypted",
            "Put a proxy with TLS in front and set the https address.",
        )
