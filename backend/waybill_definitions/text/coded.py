"""Sentences about faults, with a code by which they can be said in another language."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Self, TypeAlias

Param: TypeAlias = str | int | float | list[str]


class FaultCode(StrEnum):
    """What is wrong with a definition. Faults of YAML itself and of rare settings have none."""

    ABSENT_READ = "absent_read"
    ADDRESS_TAKEN = "address_taken"
    ARGUMENT_COUNT = "argument_count"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BRACKETS_FORBIDDEN = "brackets_forbidden"
    BRANCHES_DIFFER = "branches_differ"
    CHARACTER_FORBIDDEN = "character_forbidden"
    CHARACTER_UNREADABLE = "character_unreadable"
    CHOICES_EMPTY = "choices_empty"
    CHOICES_TWICE = "choices_twice"
    CIRCLE = "circle"
    COMMENT_CUTS = "comment_cuts"
    COMPUTES_NOTHING = "computes_nothing"
    CONDITION_EXPECTED = "condition_expected"
    CONDITION_FAILS = "condition_fails"
    CONDITION_NO_TRUTH = "condition_no_truth"
    EMPTY = "empty"
    EXPRESSION_EMPTY = "expression_empty"
    EXPRESSION_ENDS = "expression_ends"
    EXPRESSION_REFUSED = "expression_refused"
    EXPRESSION_UNREADABLE = "expression_unreadable"
    FIELD_UNKNOWN = "field_unknown"
    FUNCTION_CHANGES = "function_changes"
    FUNCTION_MISFIT = "function_misfit"
    FUNCTION_UNKNOWN = "function_unknown"
    GREATER_THAN = "greater_than"
    HAS_NEEDS_FIELD = "has_needs_field"
    INPUT_MISFIT = "input_misfit"
    INPUT_NEEDED = "input_needed"
    INPUT_UNKNOWN = "input_unknown"
    INPUT_WRONG_KIND = "input_wrong_kind"
    KEY_FORM = "key_form"
    KEY_NEEDED = "key_needed"
    KEY_UNKNOWN = "key_unknown"
    KEYS_EXPECTED = "keys_expected"
    KIND_MISSING = "kind_missing"
    KIND_NOT_IN_ROWS = "kind_not_in_rows"
    KIND_UNKNOWN = "kind_unknown"
    LANGUAGE_UNKNOWN = "language_unknown"
    LESS_THAN = "less_than"
    LIST_EXPECTED = "list_expected"
    LISTS_TOO_DEEP = "lists_too_deep"
    MACRO_NEEDS_NAME = "macro_needs_name"
    MAIL_NEEDS_EMAIL = "mail_needs_email"
    MAY_BE_MISSING = "may_be_missing"
    MAY_BE_SKIPPED = "may_be_skipped"
    MAYBE_NOTHING = "maybe_nothing"
    MISPLACED = "misplaced"
    NAME_UNKNOWN = "name_unknown"
    NEEDS_ITSELF = "needs_itself"
    NEEDS_TWICE = "needs_twice"
    NESTED_TOO_DEEPLY = "nested_too_deeply"
    NEVER_RUNS = "never_runs"
    NO_ACTION = "no_action"
    NO_CONNECTION = "no_connection"
    NO_LIST = "no_list"
    NO_LISTS = "no_lists"
    NO_QUESTION = "no_question"
    NO_STEP = "no_step"
    NOT_A_LIST = "not_a_list"
    NOT_ABOVE = "not_above"
    NOT_AVAILABLE = "not_available"
    NOT_IN_TEXT = "not_in_text"
    NOT_SENDABLE = "not_sendable"
    NUMBER_EXPECTED = "number_expected"
    OBJECT_FORM = "object_form"
    OBJECT_KEY = "object_key"
    ON_NO_PAGE = "on_no_page"
    ON_PAGE_ALREADY = "on_page_already"
    ONE_EXPRESSION = "one_expression"
    ONE_OF = "one_of"
    OPERATOR_MISFIT = "operator_misfit"
    OPTIONAL_ANSWER = "optional_answer"
    PART_MISSING = "part_missing"
    PATTERN_NOT_WRITTEN = "pattern_not_written"
    PATTERN_WRONG = "pattern_wrong"
    QUOTE_OPEN = "quote_open"
    SENSITIVE_SHOWN = "sensitive_shown"
    SITE_NOT_ALLOWED = "site_not_allowed"
    SLUG_FORM = "slug_form"
    SLUG_RESERVED = "slug_reserved"
    STEP_NOT_BEFORE = "step_not_before"
    TEXT_EXPECTED = "text_expected"
    TEXT_MISSING = "text_missing"
    TOO_COSTLY = "too_costly"
    TOO_FEW = "too_few"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    TRUTH_EXPECTED = "truth_expected"
    UNCLOSED = "unclosed"
    UNSIGNED_NUMBER = "unsigned_number"
    USE_FORM = "use_form"
    USED_TOO_OFTEN = "used_too_often"
    VALUE_UNUSABLE = "value_unusable"
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
