from __future__ import annotations

import functools
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from core.alerts.models import AlertKind, Severity
from waybill_definitions.languages import Plural

_FOLDER = Path(__file__).parent
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KindWords(_Words):
    """``what``: a plural where one alert counts many occurrences."""

    title: str
    what: str | Plural
    means: str
    do: str


class AlertWords(_Words):
    title: str
    resolved: str
    repeated: str
    test: str
    test_text: str
    since: str
    until: str
    organization: str
    page: str
    runbook: str
    severities: dict[Severity, str]
    errors: dict[str, str]
    reasons: dict[str, str]
    kinds: dict[AlertKind, KindWords]


@functools.cache
def alert_words(language: str) -> AlertWords:
    """The file of this language, one of `LANGUAGES`. Raises ValidationError."""
    text = (_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return AlertWords.model_validate(yaml.safe_load(text))
