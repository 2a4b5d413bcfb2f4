"""What Waybill itself says in a file for people."""

from __future__ import annotations

from core.submissions.export.asking import HeadLanguage

HEADS = {
    HeadLanguage.ENGLISH: {
        "reference": "Reference",
        "status": "State",
        "received": "Received ({zone})",
        "ended": "Ended ({zone})",
        "workflow": "Workflow",
        "version": "Version",
        "subject": "Subject",
        "problem": "Problem",
        "step_status": "{step}: state",
        "step_record": "{step}: reference",
    },
    HeadLanguage.GERMAN: {
        "reference": "Referenz",
        "status": "Zustand",
        "received": "Eingegangen ({zone})",
        "ended": "Beendet ({zone})",
        "workflow": "Workflow",
        "version": "Version",
        "subject": "Betreff",
        "problem": "Problem",
        "step_status": "{step}: Zustand",
        "step_record": "{step}: Referenz",
    },
}
STATES = {
    HeadLanguage.ENGLISH: {
        "accepted": "Accepted",
        "delivering": "In transit",
        "needs_attention": "Needs you",
        "succeeded": "Delivered",
        "failed": "Failed",
        "cancelled": "Cancelled",
        "blocked": "Up next",
        "ready": "In transit",
        "sending": "In transit",
        "waiting": "Waiting",
        "unknown": "Needs you",
        "skipped": "Skipped",
    },
    HeadLanguage.GERMAN: {
        "accepted": "Angenommen",
        "delivering": "Unterwegs",
        "needs_attention": "Braucht Sie",
        "succeeded": "Zugestellt",
        "failed": "Fehlgeschlagen",
        "cancelled": "Abgebrochen",
        "blocked": "Als Nächstes",
        "ready": "Unterwegs",
        "sending": "Unterwegs",
        "waiting": "Wartet",
        "unknown": "Braucht Sie",
        "skipped": "Übersprungen",
    },
}
"""Of submissions and of steps, in the console's words (`frontend/lib/words/catalogues/states`; a
test compares them). "Needs you" stays though a file has many readers: who goes on from it to the
list finds the same word there, in its filter and on the page."""
