"""The languages that forms, tracking pages and messages speak: one file for each in `files/`."""

from waybill_definitions.languages.choosing import language_choose, words_in
from waybill_definitions.languages.names import (
    countries_in,
    currency_name,
    language_direction,
    language_name,
)
from waybill_definitions.languages.reading import ENGLISH, LanguageFault, language_read, languages
from waybill_definitions.languages.refusals import problem_in, refusal_in, refusal_name, sentence_in
from waybill_definitions.languages.saying import fill, say, value_in
from waybill_definitions.languages.words import FormWords, Plural, ProblemWords, TrackingWords

__all__ = [
    "ENGLISH",
    "FormWords",
    "LanguageFault",
    "Plural",
    "ProblemWords",
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
    "value_in",
    "words_in",
]
