from __future__ import annotations

from ninja import Router

from api.authentication.access import ApiRequest, acting, requires
from api.endpoints.parameters import AlertKindInPath
from api.errors.documented import responses
from api.schemas.operations.alert_rules import (
    AlertRuleIn,
    AlertRuleOut,
    AlertRulesOut,
    AlertSettingsIn,
    AlertSettingsOut,
)
from core.accounts.permissions import Permission
from core.alerts.preferences import rule_change, rules_get, settings_change, settings_get

router = Router(tags=["alerts"])
settings = Router(tags=["alerts"])


@router.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertRulesOut}, signed_in=True, found=False),
)
def list_alert_rules(request: ApiRequest) -> AlertRulesOut:
    """When each kind of condition is an alert: what holds here, and what is usual."""
    return AlertRulesOut.of(rules_get(organization=request.auth.organization))


@router.put(
    "/{kind}",
    auth=requires(Permission.ALERTS_MANAGE),
    response=responses({200: AlertRuleOut}, body=True, signed_in=True, found=False),
)
def change_alert_rule(
    request: ApiRequest, kind: AlertKindInPath, body: AlertRuleIn
) -> AlertRuleOut:
    """Say what is otherwise here. What is left out is as usual again."""
    rule = rule_change(
        organization=request.auth.organization,
        kind=kind,
        wanted=body.wanted(),
        actor=acting(request),
    )
    return AlertRuleOut.of(kind, rule)


@settings.get(
    "",
    auth=requires(Permission.ALERTS_READ),
    response=responses({200: AlertSettingsOut}, signed_in=True, found=False),
)
def get_alert_settings(request: ApiRequest) -> AlertSettingsOut:
    """Language, time zone and quiet hours of what is told."""
    return AlertSettingsOut.of(settings_get(organization=request.auth.organization))


@settings.put(
    "",
    auth=requires(Permission.ALERTS_MANAGE),
    response=responses({200: AlertSettingsOut}, body=True, signed_in=True, found=False),
)
def change_alert_settings(request: ApiRequest, body: AlertSettingsIn) -> AlertSettingsOut:
    """Change language, time zone and quiet hours."""
    kept = settings_change(
        organization=request.auth.organization, wanted=body.wanted(), actor=acting(request)
    )
    return AlertSettingsOut.of(kept)
