"""Findings as lines for a person, and as JSON for a program."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from administration.doctor.findings import Finding, State

_WIDTH = 100


def as_text(findings: Sequence[Finding]) -> str:
    """A line for each part; below it, what to do."""
    state_width = max(len(state) for state in State)
    part_width = max((len(each.part) for each in findings if len(each.part) < 30), default=0)
    indent = " " * (state_width + 2)
    lines: list[str] = []
    for each in findings:
        first = f"{each.state:<{state_width}}  {each.part:<{part_width}}  {each.detail}"
        lines += textwrap.wrap(first, _WIDTH, subsequent_indent=indent + "  ")
        if each.remedy:
            lines += textwrap.wrap(
                f"{indent}→ {each.remedy}", _WIDTH, subsequent_indent=indent + "  "
            )
    counts = Counter(each.state for each in findings)
    lines.append("")
    lines.append(", ".join(f"{counts[state]} {state}" for state in State if counts[state]) + ".")
    return "\n".join(lines) + "\n"


def as_json(findings: Sequence[Finding]) -> str:
    """`{"ok": …, "findings": [{"part", "state", "detail", "remedy"}]}`"""
    good = all(each.state is not State.FAILED for each in findings)
    return json.dumps(
        {"ok": good, "findings": [asdict(each) for each in findings]}, indent=2, ensure_ascii=False
    )
