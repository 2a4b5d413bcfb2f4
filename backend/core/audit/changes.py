"""Before and after of a change, without the secrets."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from integrations.sdk.redaction.redaction import REDACTED, Redactor

_SECRET = re.compile(r"credential|sealed|recovery|otp\b|cookie|signature|hash\b", re.IGNORECASE)
_MISSING = object()

Changes = dict[str, dict[str, Any]]


def changes_between(
    before: Mapping[str, Any], after: Mapping[str, Any], *, sensitive: Collection[str] = ()
) -> Changes:
    """``{"config.base_url": {"before": …, "after": …}}`` for every value that differs.

    Values whose field is named like a secret, or named in ``sensitive``, are not shown; that they
    changed is. A field that is missing on one side is None there.
    """
    old, new = _flat(before), _flat(after)
    found: Changes = {}
    for name in sorted(old.keys() | new.keys()):
        one, other = old.get(name, _MISSING), new.get(name, _MISSING)
        if one is not other and one != other:
            found[name] = {
                "before": _audited_value(name, one, sensitive),
                "after": _audited_value(name, other, sensitive),
            }
    return found


def made(after: Mapping[str, Any], *, sensitive: Collection[str] = ()) -> Changes:
    """The changes of something new."""
    return changes_between({}, after, sensitive=sensitive)


def gone(before: Mapping[str, Any], *, sensitive: Collection[str] = ()) -> Changes:
    """The changes of something deleted."""
    return changes_between(before, {}, sensitive=sensitive)


def _flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in values.items():
        path = f"{prefix}{name}"
        if isinstance(value, Mapping) and value:
            flat |= _flat(value, f"{path}.")
        else:
            flat[path] = value
    return flat


def _audited_value(name: str, value: Any, sensitive: Collection[str]) -> Any:
    if value is _MISSING or value is None:
        return None
    parts = name.split(".")
    if _SECRET.search(name) or any(part in sensitive for part in parts):
        return REDACTED
    # Redaction goes by the name of a field, so every part of the path has its say.
    for part in parts:
        clean = Redactor().body({part: value})
        if not isinstance(clean, dict):
            return clean
        (shown,) = clean.values()
        if shown == REDACTED:
            return REDACTED
    return shown
