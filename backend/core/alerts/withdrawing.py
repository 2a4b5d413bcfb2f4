"""Taking back messages that wait to be sent, because something happened since."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from core.postgres.statements import fetch

_WITHDRAW = """
UPDATE callbacks_callback AS message
SET status = 'withdrawn', next_attempt_at = NULL, finished_at = now(), fence = message.fence + 1
FROM unnest(%(alerts)s::uuid[], %(organizations)s::uuid[]) AS told(alert, organization)
WHERE message.topic = told.alert AND message.organization_id = told.organization
    AND message.status = 'pending' AND message.kind <> 'alert.resolved'
RETURNING message.id
"""

# Those that failed after somebody answered the alert, and wait for another try.
_ANSWERED = """
SELECT notice.alert_id, notice.organization_id FROM alerts_alertnotice AS notice
WHERE notice.closed_at IS NULL
    AND (notice.acknowledged_at IS NOT NULL OR notice.silenced_until > now())
"""


def messages_withdraw(told: Sequence[tuple[uuid.UUID, uuid.UUID]]) -> int:
    """Withdraw what waits about these alerts, for these organizations; how many messages."""
    alerts = [alert for alert, _ in told]
    organizations = [organization for _, organization in told]
    return len(fetch(_WITHDRAW, {"alerts": alerts, "organizations": organizations}))


def answered_withdraw() -> int:
    """Withdraw what waits about alerts that were acknowledged or silenced."""
    answered = fetch(_ANSWERED, {})
    return messages_withdraw([(alert, organization) for alert, organization in answered])
