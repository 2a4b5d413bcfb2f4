"""What messages about alerts say, in the languages that people of an organization may choose."""

from core.alerts.words.reading import LANGUAGES, alert_words
from core.alerts.words.telling import (
    Event,
    Telling,
    Told,
    alert_facts,
    alert_sentence,
    alert_told,
    probe_facts,
)

__all__ = [
    "LANGUAGES",
    "Event",
    "Telling",
    "Told",
    "alert_facts",
    "alert_sentence",
    "alert_told",
    "alert_words",
    "probe_facts",
]
