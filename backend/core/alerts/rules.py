"""When each kind of condition is an alert, and how grave it is: the defaults, and what differs."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.alerts.models import AlertKind, AlertRule, Severity

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_K, _S = AlertKind, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """``threshold`` and ``window`` (seconds) are None where a kind has none.

    ``repeat``: seconds after which an alert that nobody acknowledged is told again.
    """

    severity: Severity
    threshold: int | None = None
    window: int | None = None
    repeat: int = _DAY
    enabled: bool = True


DEFAULTS: dict[AlertKind, Rule] = {
    # threshold: steps of one cause; window: how long a failure counts that nobody took up again
    _K.STEP_FAILED: Rule(_S.WARNING, threshold=1, window=_DAY),
    _K.STEP_UNKNOWN: Rule(_S.WARNING, threshold=1),
    # window: since a step could have been delivered
    _K.STEP_OVERDUE: Rule(_S.WARNING, threshold=1, window=4 * _HOUR),
    # threshold: percent of what ended
    _K.FAILURE_SHARE: Rule(_S.CRITICAL, threshold=50, window=_HOUR, repeat=4 * _HOUR),
    # threshold: due steps; window: how long the oldest has been due
    _K.BACKLOG: Rule(_S.WARNING, threshold=10_000, window=15 * _MINUTE, repeat=4 * _HOUR),
    _K.CONNECTION_REFUSED: Rule(_S.CRITICAL),
    _K.CONNECTION_PAUSED: Rule(_S.INFO, window=_DAY),
    # threshold: failed probes in a row
    _K.BREAKER_OPEN: Rule(_S.WARNING, threshold=3, repeat=4 * _HOUR),
    # window: how long it makes us wait
    _K.COOLING: Rule(_S.WARNING, window=10 * _MINUTE, repeat=4 * _HOUR),
    # window: before its end
    _K.CREDENTIAL_ENDS: Rule(_S.WARNING, window=14 * _DAY, repeat=7 * _DAY),
    _K.CALLBACKS_DISABLED: Rule(_S.WARNING),
    _K.LEDGER: Rule(_S.CRITICAL, repeat=4 * _HOUR),
    _K.NO_WORKER: Rule(_S.CRITICAL, repeat=_HOUR),
    _K.AUDIT: Rule(_S.CRITICAL, repeat=4 * _HOUR),
    _K.BROKER: Rule(_S.CRITICAL, repeat=_HOUR),
    _K.PARTITIONS: Rule(_S.CRITICAL),
    _K.DISK: Rule(_S.CRITICAL, repeat=4 * _HOUR),
    _K.BACKUP: Rule(_S.CRITICAL),
}


class Rules:
    """The rules of all organizations that are in scope, read once."""

    def __init__(self, changed: Iterable[AlertRule]) -> None:
        self._changed = {
            (row.organization_id, AlertKind(row.kind)): rule_of(row) for row in changed
        }

    @classmethod
    def read(cls) -> Rules:
        return cls(AlertRule.objects.across_organizations("alerts are looked for in all"))

    def of(self, organization: uuid.UUID | None, kind: AlertKind) -> Rule:
        if organization is None:
            return DEFAULTS[kind]
        return self._changed.get((organization, kind), DEFAULTS[kind])

    def every(self, kind: AlertKind) -> list[Rule]:
        """The default and all that differ: for the widest look at the database."""
        changed = [rule for (_, each), rule in self._changed.items() if each == kind]
        return [DEFAULTS[kind], *changed]

    def windows(self, kind: AlertKind) -> str:
        """The windows that differ, as JSON for `jsonb_to_recordset`."""
        return json.dumps(
            [
                {"organization": str(organization), "seconds": rule.window}
                for (organization, each), rule in self._changed.items()
                if each == kind
            ]
        )


def rule_of(row: AlertRule) -> Rule:
    """The default with what this row changes."""
    rule = DEFAULTS[AlertKind(row.kind)]
    return replace(
        rule,
        enabled=rule.enabled if row.enabled is None else row.enabled,
        severity=Severity(row.severity) if row.severity else rule.severity,
        threshold=rule.threshold if row.threshold is None else row.threshold,
        window=rule.window if row.window_seconds is None else row.window_seconds,
        repeat=rule.repeat if row.repeat_seconds is None else row.repeat_seconds,
    )
