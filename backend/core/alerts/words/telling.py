"""One message about an alert: its sentences, filled in, with the links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings

from core.alerts.models import Alert, AlertKind, Severity
from core.alerts.words.reading import AlertWords, KindWords, alert_words
from waybill_definitions.languages import ENGLISH, say

RUNBOOKS = "docs/operations/runbooks.md"
_TIMES = ("since", "until")
_SUBMISSIONS = {
    AlertKind.STEP_FAILED: "failed",
    AlertKind.FAILURE_SHARE: "failed",
    AlertKind.STEP_UNKNOWN: "needs_attention",
    AlertKind.STEP_OVERDUE: "delivering",
}
_PAGES = {
    AlertKind.CREDENTIAL_ENDS: "/settings/keys",
    AlertKind.AUDIT: "/settings/audit",
}
_OF_SUBJECT = {
    AlertKind.BACKLOG: "/connections",
    AlertKind.CONNECTION_REFUSED: "/connections",
    AlertKind.CONNECTION_PAUSED: "/connections",
    AlertKind.BREAKER_OPEN: "/connections",
    AlertKind.COOLING: "/connections",
    AlertKind.CALLBACKS_DISABLED: "/callbacks",
}
"""Pages of the thing that an alert of this kind has as its subject."""


class Event(StrEnum):
    OPENED = "opened"
    REPEATED = "repeated"
    RESOLVED = "resolved"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Told:
    """An alert in sentences. ``page``: path of the console's page about it; ``runbook``: an address
    or the place in this repository.
    """

    title: str
    what: str
    means: str
    do: str
    page: str
    runbook: str


@dataclass(frozen=True, slots=True)
class Telling:
    """To whom it is told, and how."""

    organization: str
    language: str
    zone: tzinfo


def alert_sentence(kind: AlertKind, facts: Mapping[str, Any], count: int) -> str:
    """What happened and what to do, in English: for lists and logs."""
    words = alert_words(ENGLISH)
    told = words.kinds[kind]
    values = _values(facts, count, words, ZoneInfo("UTC"))
    return f"{say(told.what, ENGLISH, values)} {say(told.do, ENGLISH, values)}"


def alert_told(alert: Alert, to: Telling) -> Told:
    """What happened, what it means and what to do, in their language and zone."""
    words = alert_words(to.language)
    kind = AlertKind(alert.kind)
    told = words.kinds[kind]
    values = _values(alert.facts, alert.count, words, to.zone)
    title, what, means, do = (
        say(text, to.language, values) for text in (told.title, told.what, told.means, told.do)
    )
    return Told(title, what, means, do, _path(alert), _runbook(kind))


def alert_facts(alert: Alert, event: Event, severity: Severity, to: Telling) -> dict[str, Any]:
    """What `core.callbacks` sends of an alert, complete: nothing is looked up later."""
    words = alert_words(to.language)
    kind = AlertKind(alert.kind)
    told = words.kinds[kind]
    values = _values(alert.facts, alert.count, words, to.zone)
    runbook = _runbook(kind)
    values["opened"] = alert.opened_at.astimezone(to.zone)
    if alert.resolved_at is not None:
        values["resolved"] = alert.resolved_at.astimezone(to.zone)
    return {
        "title": _title(told, event, severity, words, to.language, values),
        "paragraphs": [
            *(say(text, to.language, values) for text in _paragraphs(told, event, words)),
            say(words.organization, to.language, {"organization": to.organization}),
            *([] if settings.WAYBILL_RUNBOOKS_URL else [f"{words.runbook}: {runbook}"]),
        ],
        "links": [
            {"text": words.page, "url": _page(alert)},
            *([{"text": words.runbook, "url": runbook}] if settings.WAYBILL_RUNBOOKS_URL else []),
        ],
        "alert": {
            "id": str(alert.pk),
            "event": str(event),
            "kind": str(kind),
            "severity": str(severity),
            "subject": alert.subject,
            "count": alert.count,
            "organization": to.organization,
            "opened_at": alert.opened_at.isoformat(),
            "resolved_at": alert.resolved_at.isoformat() if alert.resolved_at else None,
        },
    }


def probe_facts(*, message_id: str, name: str, at: datetime, to: Telling) -> dict[str, Any]:
    """The message of the test button. ``message_id``: its own, for it is about no alert."""
    words = alert_words(to.language)
    return {
        "title": say(words.test, to.language, {"name": name}),
        "paragraphs": [
            words.test_text,
            say(words.organization, to.language, {"organization": to.organization}),
        ],
        "links": [{"text": words.page, "url": _address("/alerts")}],
        "alert": {
            "id": message_id,
            "event": str(Event.TEST),
            "kind": str(Event.TEST),
            "severity": str(Severity.INFO),
            "subject": name,
            "count": 1,
            "organization": to.organization,
            "opened_at": at.isoformat(),
            "resolved_at": None,
        },
    }


def _title(
    told: KindWords,
    event: Event,
    severity: Severity,
    words: AlertWords,
    language: str,
    values: Mapping[str, Any],
) -> str:
    title = say(told.title, language, values)
    match event:
        case Event.RESOLVED:
            return say(words.resolved, language, {"title": title})
        case Event.REPEATED:
            title = say(words.repeated, language, {"title": title})
    return say(words.title, language, {"severity": words.severities[severity], "title": title})


def _paragraphs(told: KindWords, event: Event, words: AlertWords) -> list[Any]:
    if event == Event.RESOLVED:
        return [told.what, words.until]
    return [told.what, words.since, told.means, told.do]


def _values(
    facts: Mapping[str, Any], count: int, words: AlertWords, zone: tzinfo
) -> dict[str, Any]:
    values = dict(facts) | {"count": count}
    for name in _TIMES:
        if name in facts:
            values[name] = datetime.fromisoformat(facts[name]).astimezone(zone)
    if "error" in facts:
        values["error"] = words.errors.get(facts["error"], facts["error"])
    if "reason" in facts:
        values["reason"] = words.reasons.get(facts["reason"], facts["reason"])
    return values


def _runbook(kind: AlertKind) -> str:
    return f"{settings.WAYBILL_RUNBOOKS_URL or RUNBOOKS}#{kind.replace('_', '-')}"


def _page(alert: Alert) -> str:
    return _address(_path(alert))


def _path(alert: Alert) -> str:
    """A page of the console that shows what it is about."""
    kind = AlertKind(alert.kind)
    if kind in _SUBMISSIONS:
        example = alert.facts.get("submission")
        if example and alert.count == 1:
            return f"/submissions/{example}"
        wanted = {"status": _SUBMISSIONS[kind], "workflow": alert.facts.get("slug")}
        if kind == AlertKind.STEP_FAILED:
            wanted["error_kind"] = alert.facts.get("error")
        chosen = {name: value for name, value in wanted.items() if value}
        return f"/submissions?{urlencode(chosen)}"
    if kind in _OF_SUBJECT:
        return f"{_OF_SUBJECT[kind]}/{alert.subject}"
    return _PAGES.get(kind, "/alerts")


def _address(path: str) -> str:
    return f"{settings.WAYBILL_PUBLIC_URL.rstrip('/')}{path}"
