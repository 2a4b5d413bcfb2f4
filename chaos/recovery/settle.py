"""What must be decided before the workers of a recovered database start.

Its steps in flight may have been delivered after the moment that it shows. A keyed one is simply
sent again. A readable one looks first. A blind one is handed to the sweep as what it is: sent, by a
worker that never came back.
"""

from __future__ import annotations

from typing import Any

import psycopg

from chaos.workflows import ACTIONS

_READABLE = """
UPDATE submissions_steprun SET in_doubt = true
WHERE status IN ('blocked', 'ready', 'waiting', 'sending')
"""
_BLIND = """
UPDATE submissions_steprun AS run
SET status = 'sending', fence = fence + 1, sent_at = now(), claimed_at = now(),
    lease_until = now() - interval '1 second', next_attempt_at = NULL
FROM workflows_step AS step
WHERE step.id = run.step_id AND step.action = %s AND run.status IN ('ready', 'waiting', 'sending')
"""


def settle(database: psycopg.Connection[Any]) -> int:
    """Put every step in flight in doubt. Returns how many blind ones a person gets."""
    database.execute(_READABLE)
    return database.execute(_BLIND, [ACTIONS["blind"]]).rowcount
