"""What an organization wants to be told, and how."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Annotated, Self

from pydantic import Field

from api.schemas.base import In, Out, Text
from core.alerts.models import AlertKind, AlertSettings, Severity
from core.alerts.preferences import OF_THE_SYSTEM, RuleWanted, SettingsWanted
from core.alerts.rules import DEFAULTS, Rule

_DAY = 86_400
_CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
Threshold = Annotated[int, Field(strict=True, ge=1, le=1_000_000)]
Window = Annotated[int, Field(strict=True, ge=60, le=90 * _DAY)]
Repeat = Annotated[int, Field(strict=True, ge=300, le=30 * _DAY)]
Clock = Annotated[str, Field(pattern=_CLOCK, max_length=5, examples=["22:00"])]


class RuleValuesOut(Out):
    enabled: bool
    severity: Severity
    threshold: int | None = Field(description="How much it takes; empty where it just is so.")
    window_seconds: int | None = Field(description="How long it takes, or counts.")
    repeat_seconds: int = Field(description="Told again after this, until it is acknowledged.")

    @classmethod
    def of(cls, rule: Rule) -> Self:
        return cls(
            enabled=rule.enabled,
            severity=rule.severity,
            threshold=rule.threshold,
            window_seconds=rule.window,
            repeat_seconds=rule.repeat,
        )


class AlertRuleOut(Out):
    """When a kind of condition is an alert. ``usual`` is what holds without a change."""

    kind: AlertKind
    label: str
    of_the_system: bool = Field(description="Its threshold and window cannot be changed.")
    changed: bool
    now: RuleValuesOut
    usual: RuleValuesOut

    @classmethod
    def of(cls, kind: AlertKind, rule: Rule) -> Self:
        return cls(
            kind=kind,
            label=str(kind.label),
            of_the_system=kind in OF_THE_SYSTEM,
            changed=rule != DEFAULTS[kind],
            now=RuleValuesOut.of(rule),
            usual=RuleValuesOut.of(DEFAULTS[kind]),
        )


class AlertRulesOut(Out):
    items: list[AlertRuleOut]

    @classmethod
    def of(cls, rules: Mapping[AlertKind, Rule]) -> Self:
        return cls(items=[AlertRuleOut.of(kind, rule) for kind, rule in rules.items()])


class AlertRuleIn(In):
    """All that is changed; what is left out is as usual."""

    enabled: bool | None = Field(default=None, strict=True)
    severity: Severity | None = None
    threshold: Threshold | None = None
    window_seconds: Window | None = None
    repeat_seconds: Repeat | None = None

    def wanted(self) -> RuleWanted:
        return RuleWanted(**self.model_dump())


class AlertSettingsIn(In):
    language: Text = Field(max_length=8, examples=["de"])
    time_zone: Text = Field(max_length=64, examples=["Europe/Berlin"])
    quiet_from: Clock | None = Field(
        default=None, description="From then on only critical alerts are told; past midnight too."
    )
    quiet_until: Clock | None = None

    def wanted(self) -> SettingsWanted:
        return SettingsWanted(
            language=self.language,
            time_zone=self.time_zone,
            quiet_from=time.fromisoformat(self.quiet_from) if self.quiet_from else None,
            quiet_until=time.fromisoformat(self.quiet_until) if self.quiet_until else None,
        )


class AlertSettingsOut(Out):
    language: str
    time_zone: str
    quiet_from: str | None
    quiet_until: str | None

    @classmethod
    def of(cls, kept: AlertSettings) -> Self:
        return cls(
            language=kept.language,
            time_zone=kept.time_zone,
            quiet_from=kept.quiet_from.strftime("%H:%M") if kept.quiet_from else None,
            quiet_until=kept.quiet_until.strftime("%H:%M") if kept.quiet_until else None,
        )
