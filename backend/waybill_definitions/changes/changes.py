"""What differs between two definitions: one by one, in words, and as text."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from waybill_definitions.document import Definition, document_of

Path = tuple[str, ...]
_LONGEST_SHOWN = 80
_PARTS = {"form.fields": "Question", "steps": "Step", "tables": "Table"}


class ChangeKind(StrEnum):
    """What became of a part."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``before`` and ``after``: as JSON, None where there was nothing.

    ``path``: where it is, such as `("form", "fields", "company", "label", "de")`. Of what moved:
    all that stand there, by their keys in their order.
    """

    kind: ChangeKind
    path: Path
    before: Any
    after: Any


def changes_between(before: Definition, after: Definition) -> list[Change]:
    """Every difference, in the order of the later definition."""
    return list(_changes(before.dump(), after.dump(), ()))


def changes_in_words(before: Definition, after: Definition) -> list[str]:
    """One sentence for each difference, for those who write definitions."""
    return [_sentence(change) for change in changes_between(before, after)]


def changes_as_text(before: Definition, after: Definition, names: tuple[str, str]) -> str:
    """A unified diff of both, written as YAML in the same way; empty when they are alike."""
    lines = difflib.unified_diff(
        document_of(before).splitlines(), document_of(after).splitlines(), *names, lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def _changes(before: dict[str, Any], after: dict[str, Any], at: Path) -> Iterator[Change]:
    for key in [*after, *(key for key in before if key not in after)]:
        path = (*at, key)
        old, new = before.get(key), after.get(key)
        if _same(old, new):
            continue
        are_records = isinstance(old, dict) and isinstance(new, dict)
        if are_records or ".".join(path) in _PARTS:
            yield from _changes(old or {}, new or {}, path)
        else:
            yield Change(_kind(key, before, after), path, old, new)
    if at == ("form", "fields"):
        yield from _moved(before, after, at)


def _kind(key: str, before: dict[str, Any], after: dict[str, Any]) -> ChangeKind:
    if key in before and key in after:
        return ChangeKind.CHANGED
    return ChangeKind.ADDED if key in after else ChangeKind.REMOVED


def _same(old: Any, new: Any) -> bool:
    """Python says that 1 and true are the same."""
    return old == new and json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


def _moved(before: dict[str, Any], after: dict[str, Any], at: Path) -> Iterator[Change]:
    both = [key for key in before if key in after]
    if both != [key for key in after if key in before]:
        yield Change(ChangeKind.MOVED, at, list(before), list(after))


def _sentence(change: Change) -> str:
    kind, path = change.kind, ".".join(change.path)
    if kind is ChangeKind.MOVED:
        return "The questions stand in another order."
    if kind is not ChangeKind.CHANGED and ".".join(change.path[:-1]) in _PARTS:
        return f"{_place(path)} was {kind}."
    old = _shown(change.before, kind is not ChangeKind.ADDED)
    new = _shown(change.after, kind is not ChangeKind.REMOVED)
    return f"{_place(path)}: {old} → {new}."


def _place(path: str) -> str:
    for prefix, part in _PARTS.items():
        if path.startswith(f"{prefix}."):
            key, _, rest = path.removeprefix(f"{prefix}.").partition(".")
            return f"{part} `{key}`, `{rest}`" if rest else f"{part} `{key}`"
    return f"`{path}`"


def _shown(value: Any, given: bool) -> str:
    if not given:
        return "nothing"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split())
    return f"“{text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + '…'}”"
