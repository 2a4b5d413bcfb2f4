from __future__ import annotations

_STYLES = {
    "succeeded": "green",
    "found": "green",
    "failed": "red",
    "needs_attention": "yellow",
    "unknown": "yellow",
    "waiting": "yellow",
    "skipped": "dim",
    "cancelled": "dim",
}


def status_style(status: str) -> str:
    """The colour of a status on a terminal; none for one that needs none."""
    return _STYLES.get(status, "")
