"""The protection of public forms: what a sender must do, tickets, and pages that may send."""

from core.workflows.protection.form_protection import (
    LONGEST_MIN_SECONDS,
    ORIGINS_MOST,
    Protection,
    protection_at,
    protection_change,
    protection_foreseen,
    protection_get,
)
from core.workflows.protection.origins import origin_clean
from core.workflows.protection.tickets import (
    LIFETIME_SECONDS,
    BadTicket,
    challenge_issue,
    proof_check,
    ticket_issue,
    ticket_read,
)

__all__ = [
    "LIFETIME_SECONDS",
    "LONGEST_MIN_SECONDS",
    "ORIGINS_MOST",
    "BadTicket",
    "Protection",
    "challenge_issue",
    "origin_clean",
    "proof_check",
    "protection_at",
    "protection_change",
    "protection_foreseen",
    "protection_get",
    "ticket_issue",
    "ticket_read",
]
