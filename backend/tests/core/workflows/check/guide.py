"""The guide of mistakes, made of the cases: `python -m tests.core.workflows.check.guide`."""

from __future__ import annotations

import itertools
from pathlib import Path

from tests.core.workflows.check.mistakes import MISTAKES, Mistake

GUIDE = Path(__file__).parents[5] / "docs/guides/definition-mistakes.md"
COMMAND = "in backend/: python -m tests.core.workflows.check.guide"
_HEAD = """\
# Mistakes in definitions

What Waybill says about a mistake in a workflow's definition when you check or publish it: where it
is, and what to do. You get all faults at once, each with its line and column. Here these are those
of `backend/tests/core/workflows/check/definition.yaml` with the mistake in it.

This page is made of `mistakes.yaml` beside it; tests show that each is found, in these words.
"""


def guide_text() -> str:
    """The whole page."""
    parts = [_HEAD]
    for kind, mistakes in itertools.groupby(MISTAKES, key=lambda each: each.kind):
        parts.append(f"\n## {kind}\n")
        parts += [_section(each) for each in mistakes]
    return "".join(parts)


def _section(mistake: Mistake) -> str:
    written = _dedented(mistake.shown) or f"# left out: {mistake.old.split(chr(10))[0].strip()}"
    told = "".join(f"- {_fault(each)}\n" for each in mistake.told)
    return f"\n### {mistake.name}\n\n```yaml\n{written}\n```\n\n{told}"


def _fault(told: str) -> str:
    at, place, message = told.split(" ", 2)
    where = "The document" if at == "-" else f"`{at}`"
    return f"{where}, {place}: {message}"


def _dedented(text: str) -> str:
    lines = text.strip("\n").split("\n")
    indent = min(len(line) - len(line.lstrip(" ")) for line in lines if line or len(lines) == 1)
    return "\n".join(line[indent:] for line in lines)


if __name__ == "__main__":
    GUIDE.write_text(guide_text(), encoding="utf-8")
