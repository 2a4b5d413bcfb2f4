"""The faults' workflows: one per effect class, one per odd answer, and a patient blind one."""

from __future__ import annotations

TIMEOUT_SECONDS = 2
ACTIONS = {
    "keyed": "request.send_keyed",
    "readable": "request.send_found",
    "blind": "request.send",
}
EVERY = tuple(ACTIONS)
PATIENT = "patient"
PATIENT_SECONDS = 60
"""The patient workflow sends blind too, and a busy machine does not end its sends."""
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
AGAIN = "again"
"""The workflow of what is taken up again in bulk. The destination knows each by its company, which
stays, not by its reference, which is another one the second time."""
