"""What an organization wants otherwise: its rules, its language, its quiet hours. All audited."""

from __future__ import annotations

import zoneinfo
from dataclasses import asdict, dataclass
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from core.accounts.models import Organization
from core.alerts.models import AlertKind, AlertRule, AlertSettings, Severity
from core.alerts.rules import DEFAULTS, Rule, Rules
from core.alerts.words import LANGUAGES, Telling
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import FieldError, Unprocessable
from core.statistics.zones import zone_named
from waybill_definitions.languages import ENGLISH

OF_THE_SYSTEM = frozenset(
    {
        AlertKind.LEDGER,
        AlertKind.NO_WORKER,
        AlertKind.BROKER,
        AlertKind.PARTITIONS,
        AlertKind.DISK,
        AlertKind.BACKUP,
    }
)
"""They have no organization. One may still say how grave they are for it, or turn them off."""


@dataclass(frozen=True, slots=True)
class RuleWanted:
    """What an organization changes of a rule; None: as it is by default."""

    enabled: bool | None = None
    severity: Severity | None = None
    threshold: int | None = None
    window_seconds: int | None = None
    repeat_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class SettingsWanted:
    """Both quiet hours or neither."""

    language: str
    time_zone: str
    quiet_from: time | None
    quiet_until: time | None


def rules_get(*, organization: Organization) -> dict[AlertKind, Rule]:
    """The rule of every kind, as it holds for this organization."""
    rules = Rules(AlertRule.objects.owned_by(organization))
    return {kind: rules.of(organization.pk, kind) for kind in DEFAULTS}


@transaction.atomic
def rule_change(
    *, organization: Organization, kind: AlertKind, wanted: RuleWanted, actor: Actor
) -> Rule:
    """Replace what this organization changes of a rule. What is as by default is not stored.

    Raises Unprocessable for a number that this kind does not have.
    """
    usual = DEFAULTS[kind]
    _refuse_unknown(kind, usual, wanted)
    before = rules_get(organization=organization)[kind]
    own = AlertRule.objects.owned_by(organization).filter(kind=kind)
    own.delete()
    row = AlertRule(
        organization=organization,
        kind=kind,
        enabled=_differs(wanted.enabled, usual.enabled),
        severity=_differs(wanted.severity, usual.severity) or "",
        threshold=_differs(wanted.threshold, usual.threshold),
        window_seconds=_differs(wanted.window_seconds, usual.window),
        repeat_seconds=_differs(wanted.repeat_seconds, usual.repeat),
    )
    if wanted != RuleWanted():
        row.save(force_insert=True)
    after = rules_get(organization=organization)[kind]
    audit_record(
        organization=organization,
        actor=actor,
        action="alert_rule.changed",
        object_kind="alert_rule",
        object_id=kind,
        detail={"kind": str(kind)},
        changes=changes_between(asdict(before), asdict(after)),
    )
    return after


def settings_get(*, organization: Organization) -> AlertSettings:
    """Those of this organization, or the usual ones."""
    found = AlertSettings.objects.owned_by(organization).first()
    return found or AlertSettings(organization=organization)


@transaction.atomic
def settings_change(
    *, organization: Organization, wanted: SettingsWanted, actor: Actor
) -> AlertSettings:
    """Raises Unprocessable for a zone or a language that is not known, and for half an interval."""
    _check(wanted)
    before = _values(settings_get(organization=organization))
    AlertSettings.objects.owned_by(organization).update_or_create(
        organization=organization, defaults=asdict(wanted)
    )
    changed = settings_get(organization=organization)
    audit_record(
        organization=organization,
        actor=actor,
        action="alert_settings.changed",
        object_kind="alert_settings",
        object_id=organization.pk,
        changes=changes_between(before, _values(changed)),
    )
    return changed


def telling_of(organization: Organization) -> Telling:
    """How this organization is told."""
    wanted = settings_get(organization=organization)
    return Telling(organization.name, wanted.language, ZoneInfo(wanted.time_zone))


def telling_in(
    organization: Organization, *, language: str | None, time_zone: str | None
) -> Telling:
    """As a reader asks for it: English without a language, the organization's zone without one.

    Raises Unprocessable for a language or a zone that is not known.
    """
    if language is not None and language not in LANGUAGES:
        raise Unprocessable("Alerts are not told in that language.", errors=[_language_refused()])
    zone = zone_named(time_zone) if time_zone else telling_of(organization).zone
    return Telling(organization.name, language or ENGLISH, zone)


def _refuse_unknown(kind: AlertKind, usual: Rule, wanted: RuleWanted) -> None:
    fixed = kind in OF_THE_SYSTEM
    errors = [
        FieldError(name, "This kind of alert has none that can be changed.")
        for name, value, default in (
            ("threshold", wanted.threshold, usual.threshold),
            ("window_seconds", wanted.window_seconds, usual.window),
        )
        if value is not None and (fixed or default is None)
    ]
    if errors:
        raise Unprocessable("The rule was not changed.", errors=errors)


def _differs(wanted: Any, usual: Any) -> Any:
    return None if wanted == usual else wanted


def _language_refused() -> FieldError:
    known = ", ".join(LANGUAGES)
    return FieldError("language", f"One of {known}.")


def _check(wanted: SettingsWanted) -> None:
    errors = []
    if wanted.language not in LANGUAGES:
        errors.append(_language_refused())
    if wanted.time_zone not in zoneinfo.available_timezones():
        errors.append(FieldError("time_zone", "A name such as Europe/Berlin."))
    if (wanted.quiet_from is None) != (wanted.quiet_until is None):
        errors.append(FieldError("quiet_until", "Quiet hours have a beginning and an end."))
    if errors:
        raise Unprocessable("The settings were not changed.", errors=errors)


def _values(kept: AlertSettings) -> dict[str, Any]:
    return {
        "language": kept.language,
        "time_zone": kept.time_zone,
        "quiet_from": kept.quiet_from and str(kept.quiet_from),
        "quiet_until": kept.quiet_until and str(kept.quiet_until),
    }
