"""Sentences about faults, with a code by which they can be said in another language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Self, TypeAlias

Param: TypeAlias = str | int | float | list[str]


class FaultCode(StrEnum):
    """What is wrong with a definition. Faults of expressions and of rare settings have none."""

    ADDRESS_TAKEN = "address_taken"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    CHOICES_EMPTY = "choices_empty"
    CHOICES_TWICE = "choices_twice"
    CIRCLE = "circle"
    COMPUTES_NOTHING = "computes_nothing"
    CONDITION_EXPECTED = "condition_expected"
    CONDITION_NO_TRUTH = "condition_no_truth"
    EMPTY = "empty"
    GREATER_THAN = "greater_than"
    INPUT_MISFIT = "input_misfit"
    INPUT_NEEDED = "input_needed"
    INPUT_UNKNOWN = "input_unknown"
    INPUT_WRONG_KIND = "input_wrong_kind"
    KEYS_EXPECTED = "keys_expected"
    KEY_FORM = "key_form"
    KEY_NEEDED = "key_needed"
    KEY_UNKNOWN = "key_unknown"
    KIND_MISSING = "kind_missing"
    KIND_NOT_IN_ROWS = "kind_not_in_rows"
    KIND_UNKNOWN = "kind_unknown"
    LANGUAGE_UNKNOWN = "language_unknown"
    LESS_THAN = "less_than"
    LIST_EXPECTED = "list_expected"
    MAIL_NEEDS_EMAIL = "mail_needs_email"
    MAY_BE_MISSING = "may_be_missing"
    NEEDS_ITSELF = "needs_itself"
    NEEDS_TWICE = "needs_twice"
    NEVER_RUNS = "never_runs"
    NOT_IN_TEXT = "not_in_text"
    NO_ACTION = "no_action"
    NO_CONNECTION = "no_connection"
    NO_LIST = "no_list"
    NO_LISTS = "no_lists"
    NO_QUESTION = "no_question"
    NO_STEP = "no_step"
    NUMBER_EXPECTED = "number_expected"
    ONE_OF = "one_of"
    ON_NO_PAGE = "on_no_page"
    ON_PAGE_ALREADY = "on_page_already"
    OPTIONAL_ANSWER = "optional_answer"
    SENSITIVE_SHOWN = "sensitive_shown"
    SITE_NOT_ALLOWED = "site_not_allowed"
    SLUG_FORM = "slug_form"
    SLUG_RESERVED = "slug_reserved"
    TEXT_EXPECTED = "text_expected"
    TEXT_MISSING = "text_missing"
    TOO_FEW = "too_few"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    TRUTH_EXPECTED = "truth_expected"
    USE_FORM = "use_form"
    WHOLE_NUMBER_EXPECTED = "whole_number_expected"
    WORDS_UNKNOWN = "words_unknown"


class Coded(str):
    """A sentence in English. ``params``: what it names, for saying it otherwise."""

    __slots__ = ("code", "params")
    code: FaultCode
    params: Mapping[str, Param]

    def __new__(cls, code: FaultCode, sentence: str, **params: Param) -> Self:
        made = super().__new__(cls, sentence)
        made.code, made.params = code, params
        return made
