"""The heads of Waybill's own columns."""

from __future__ import annotations

from core.submissions.export.asking import HeadLanguage

HEADS = {
    HeadLanguage.ENGLISH: {
        "reference": "Reference",
        "status": "State",
        "received": "Received (UTC)",
        "ended": "Ended (UTC)",
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
        "received": "Eingegangen (UTC)",
        "ended": "Beendet (UTC)",
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
        "needs_attention": "Needs attention",
        "succeeded": "Delivered",
        "failed": "Failed",
        "cancelled": "Cancelled",
        "blocked": "Blocked",
        "ready": "Ready",
        "sending": "Sending",
        "waiting": "Waiting",
        "unknown": "Unknown",
        "skipped": "Skipped",
    },
    HeadLanguage.GERMAN: {
        "accepted": "Angenommen",
        "delivering": "Unterwegs",
        "needs_attention": "Braucht Aufmerksamkeit",
        "succeeded": "Zugestellt",
        "failed": "Fehlgeschlagen",
        "cancelled": "Abgebrochen",
        "blocked": "Blockiert",
        "ready": "Bereit",
        "sending": "Wird gesendet",
        "waiting": "Wartet",
        "unknown": "Unklar",
        "skipped": "Übersprungen",
    },
}
