"""`bench/out/growth.txt`: times at two sizes and the plans at the larger one."""

from __future__ import annotations

from typing import Any


def report(small: dict[str, Any], large: dict[str, Any]) -> str:
    """A table of milliseconds, then each statement's plans."""
    before = {row["name"]: row["ms"] for row in small["probes"]}
    width = max(len(row["name"]) for row in large["probes"])
    lines = [
        "Milliseconds (median of 5) with",
        f"  A: {small['pending']:,} step runs pending, {small['finished']:,} ended",
        f"  B: {large['pending']:,} step runs pending, {large['finished']:,} ended",
        "",
        f"{'':{width}}  {'A':>9}  {'B':>9}  B/A",
    ]
    for row in large["probes"]:
        first, second = before.get(row["name"]), row["ms"]
        ratio = f"{second / first:.1f}" if first and second else ""
        lines.append(f"{row['name']:{width}}  {_ms(first)}  {_ms(second)}  {ratio}")
    for row in large["probes"]:
        lines += ["", "=" * 100, row["name"]]
        for plan in row.get("plans", []):
            lines += ["-" * 100, plan]
    return "\n".join(lines) + "\n"


def _ms(value: float | None) -> str:
    return f"{value:9.1f}" if value is not None else "  > 60 s  "
