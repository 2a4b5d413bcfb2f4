"""What differs between two definitions: in words, and as text."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from typing import Any

from waybill_definitions.document import Definition, document_of

_LONGEST_SHOWN = 80
_PARTS = {"form.fields": "Question", "steps": "Step", "tables": "Table"}


def changes_in_words(before: Definition, after: Definition) -> list[str]:
    """One sentence for each difference, in the order of the later definition."""
    return list(_changes(before.dump(), after.dump(), ""))


def changes_as_text(before: Definition, after: Definition, names: tuple[str, str]) -> str:
    """A unified diff of both, written as YAML in the same way; empty when they are alike."""
    lines = difflib.unified_diff(
        document_of(before).splitlines(), document_of(after).splitlines(), *names, lineterm=""
    )
    return "".join(f"{line}\n" for line in lines)


def _changes(before: dict[str, Any], after: dict[str, Any], at: str) -> Iterator[str]:
    part = _PARTS.get(at)
    for key in [*after, *(key for key in before if key not in after)]:
        path = f"{at}.{key}" if at else key
        old, new = before.get(key), after.get(key)
        if _same(old, new):
            continue
        if part is not None and (key not in before or key not in after):
            yield f"{part} `{key}` was {'removed' if key in before else 'added'}."
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from _changes(old, new, path)
        elif path in ("form.fields", "steps", "tables"):
            yield from _changes(old or {}, new or {}, path)
        else:
            yield f"{_place(path)}: {_shown(old, key in before)} → {_shown(new, key in after)}."
    if part == "Question":
        yield from _moved(before, after)


def _same(old: Any, new: Any) -> bool:
    """Python says that 1 and true are the same."""
    return old == new and json.dumps(old, sort_keys=True) == json.dumps(new, sort_keys=True)


def _moved(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    both = [key for key in before if key in after]
    if both != [key for key in after if key in before]:
        yield "The questions stand in another order."


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
