"""The faults' workflows: one per effect class, and one per odd answer."""

from __future__ import annotations

TIMEOUT_SECONDS = 2
ACTIONS = {
    "keyed": "request.send_keyed",
    "readable": "request.send_found",
    "blind": "request.send",
}
EVERY = tuple(ACTIONS)
ODD = (
    "late",
    "reset",
    "drip",
    "huge",
    "endless",
    "wrong_type",
    "lying",
    "error_inside",
    "429",
    "429_after",
    "503",
    "redirect",
)
