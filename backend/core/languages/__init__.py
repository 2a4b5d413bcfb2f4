"""The languages that forms, tracking pages and messages speak: one file for each in `files/`."""

from core.languages.choosing import language_choose, words_in
from core.languages.names import (
    countries_in,
    currency_name,
    language_direction,
    language_name,
)
from core.languages.reading import ENGLISH, LanguageFault, language_read, languages
from core.languages.refusals import problem_in, refusal_in, refusal_name, sentence_in, told_in
from core.languages.saying import fill, say, value_in
from core.languages.words import FormWords, Plural, TrackingWords

__all__ = [
    "ENGLISH",
    "FormWords",
    "LanguageFault",
    "Plural",
    "TrackingWords",
    "countries_in",
    "currency_name",
    "fill",
    "language_choose",
    "language_direction",
    "language_name",
    "language_read",
    "languages",
    "problem_in",
    "refusal_in",
    "refusal_name",
    "say",
    "sentence_in",
    "told_in",
    "value_in",
    "words_in",
]
