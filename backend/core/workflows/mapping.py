"""Mapping: a JSON tree whose strings are CEL expressions, computed into an action's input.

CEL (https://cel.dev) is typed and not Turing-complete, so a mapping always ends.
Expressions see ``input`` (the submission's data), ``steps`` (outputs of finished
steps by key) and ``submission`` (``id`` and ``reference``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import cel

from core.workflows.shortcuts import UNSURE, Shortcut, shortcut

_WORD = re.compile(r"\w+")
_WHOLE_INPUT = re.compile(r"\binput\b(?!\s*(?:\.\s*\w+\b(?!\s*\()|\[\s*[\"']))")
"""`input` as itself, or one of its methods: anything but one of its fields by name."""
Note = Callable[[str, Any], None]
_FAILURES = (ValueError, RuntimeError, TypeError, LookupError, ArithmeticError)


class MappingFailed(Exception):
    """An expression could not be computed; the message names its place in the tree."""


class MappingProgram:
    """A mapping that is computed many times: what can be known beforehand is."""

    def __init__(self, tree: Any) -> None:
        texts = _texts(tree)
        self._named = frozenset(word for text in texts for word in _WORD.findall(text))
        self._whole_input = any(_WHOLE_INPUT.search(text) for text in texts)
        self._tree = _prepared(tree, "")

    def compute(self, context: Mapping[str, Any], note: Note | None = None) -> Any:
        """Compute every expression. Empty results (null) leave their key out.

        ``note`` is told each expression and its result. Raises MappingFailed.
        """
        return _Run(self, context, note).compute(self._tree)

    def used(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """What the expressions name of a context."""
        used = {name: value for name, value in context.items() if name in self._named}
        if "input" in used and not self._whole_input:
            fields = used["input"].items()
            used["input"] = {name: value for name, value in fields if name in self._named}
        return used


def mapping_compute(tree: Any, context: Mapping[str, Any]) -> Any:
    """Compute a mapping once, see `MappingProgram`. Raises MappingFailed."""
    return MappingProgram(tree).compute(context)


@dataclass(frozen=True, slots=True)
class _Expression:
    """``at``: its place in the tree, for messages."""

    text: str
    at: str
    shortcut: Shortcut | None


def _texts(tree: Any) -> list[str]:
    """Every expression of a tree."""
    match tree:
        case str():
            return [tree]
        case dict():
            return [text for value in tree.values() for text in _texts(value)]
        case list():
            return [text for value in tree for text in _texts(value)]
        case _:
            return []


def _prepared(tree: Any, at: str) -> Any:
    match tree:
        case str():
            return _Expression(tree, at, shortcut(tree))
        case dict():
            return {key: _prepared(value, f"{at}.{key}".lstrip(".")) for key, value in tree.items()}
        case list():
            return [_prepared(value, f"{at}[{index}]") for index, value in enumerate(tree)]
        case _:
            return tree


class _Run:
    """One computation."""

    def __init__(
        self, program: MappingProgram, context: Mapping[str, Any], note: Note | None
    ) -> None:
        self._program = program
        self._context = context
        self._note = note

    def compute(self, node: Any) -> Any:
        """The value of a part of the tree."""
        if isinstance(node, _Expression):
            result = self._evaluate(node)
            if self._note is not None:
                self._note(node.text, result)
            return result
        if isinstance(node, dict):
            computed = ((key, self.compute(value)) for key, value in node.items())
            return {key: value for key, value in computed if value is not None}
        if isinstance(node, list):
            return [self.compute(value) for value in node]
        return node

    def _evaluate(self, expression: _Expression) -> Any:
        if expression.shortcut is not None:
            result = expression.shortcut(self._context)
            if result is not UNSURE:
                return result
        return _evaluate(expression.text, self._variables, expression.at)

    @functools.cached_property
    def _variables(self) -> cel.Context:
        """The context as CEL's values: turned once, and only what the expressions name of it."""
        try:
            return cel.Context(variables=self._program.used(self._context))
        except _FAILURES as error:
            raise MappingFailed(f"the input cannot be used in expressions: {error}") from error


def expression_names(expression: str, fields: AbstractSet[str]) -> set[str]:
    """Which of these fields of the input an expression may use: all, where it uses it whole."""
    if _WHOLE_INPUT.search(expression):
        return set(fields)
    return set(fields) & set(_WORD.findall(expression))


def expression_check(expression: str) -> None:
    """Raises MappingFailed when the text is not a CEL expression."""
    try:
        _compiled(expression)
    except ValueError as error:
        raise MappingFailed(f"{expression!r} is not a CEL expression: {error}") from error


def _evaluate(expression: str, context: cel.Context, at: str) -> Any:
    try:
        return _compiled(expression).execute(context)
    except _FAILURES as error:
        raise MappingFailed(f"{at or 'the expression'} ({expression}): {error}") from error


@functools.lru_cache(maxsize=4096)
def _compiled(expression: str) -> Any:
    return cel.compile(expression)
