"""Mapping: a JSON tree whose strings are CEL expressions, computed into an action's input.

CEL (https://cel.dev) is typed and not Turing-complete, so a mapping always ends.
Expressions see ``input`` (the submission's data), ``steps`` (outputs of finished
steps by key) and ``submission`` (``id`` and ``reference``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import cel

from core.workflows.shortcuts import UNSURE, Shortcut, shortcut

_WORD = re.compile(r"\w+")
_WHOLE = {
    name: re.compile(rf"\b{name}\b(?!\s*\.\s*\w+\b(?!\s*\())")
    for name in ("input", "steps", "submission")
}
"""`input` as a whole, or one of its methods: anything but a field by name."""
Note = Callable[[str, Any], None]
_FAILURES = (ValueError, RuntimeError, TypeError, LookupError, ArithmeticError)


class MappingFailed(Exception):
    """An expression could not be computed; the message names its place in the tree."""


class MappingProgram:
    """A mapping prepared once and computed many times."""

    def __init__(self, tree: Any) -> None:
        self._tree = _prepared(tree, "")
        self._names = _Names([each.text for each in _expressions(self._tree) if not each.shortcut])
        """The names in expressions without a shortcut, which CEL evaluates."""

    def compute(self, context: Mapping[str, Any], note: Note | None = None) -> Any:
        """Compute every expression. Empty results (null) leave their key out.

        ``note`` receives each expression and its result. Raises MappingFailed.
        """
        return _Run(self._names, context, note).compute(self._tree)


class _Names:
    """The context names in the expressions; only these are converted to CEL's values."""

    def __init__(self, texts: list[str]) -> None:
        self._words = frozenset(word for text in texts for word in _WORD.findall(text))
        self._whole = {name for name in _WHOLE if any(_WHOLE[name].search(text) for text in texts)}

    def variables(self, context: Mapping[str, Any]) -> cel.Context:
        """The context as CEL sees it. Raises MappingFailed."""
        used = {name: value for name, value in context.items() if name in self._words}
        for name in _WHOLE.keys() & used.keys() - self._whole:
            used[name] = {key: value for key, value in used[name].items() if key in self._words}
        try:
            return cel.Context(variables=used)
        except _FAILURES as error:
            raise MappingFailed(f"the input cannot be used in expressions: {error}") from error


def mapping_compute(tree: Any, context: Mapping[str, Any]) -> Any:
    """Compute a mapping once, see `MappingProgram`. Raises MappingFailed."""
    return MappingProgram(tree).compute(context)


@dataclass(frozen=True, slots=True)
class _Expression:
    """``at``: its place in the tree, for messages. ``names``: the names it uses."""

    text: str
    at: str
    shortcut: Shortcut | None
    names: _Names


def _expressions(node: Any) -> Iterator[_Expression]:
    """Every expression of a prepared tree."""
    match node:
        case _Expression():
            yield node
        case dict():
            for value in node.values():
                yield from _expressions(value)
        case list():
            for value in node:
                yield from _expressions(value)


def _prepared(tree: Any, at: str) -> Any:
    match tree:
        case str():
            return _Expression(tree, at, shortcut(tree), _Names([tree]))
        case dict():
            return {key: _prepared(value, f"{at}.{key}".lstrip(".")) for key, value in tree.items()}
        case list():
            return [_prepared(value, f"{at}[{index}]") for index, value in enumerate(tree)]
        case _:
            return tree


class _Run:
    """One computation."""

    def __init__(self, names: _Names, context: Mapping[str, Any], note: Note | None) -> None:
        self._names = names
        self._context = context
        self._note = note
        self._known: cel.Context | None = None

    def compute(self, node: Any) -> Any:
        """The value of a part of the tree."""
        if isinstance(node, _Expression):
            result = self._evaluate(node)
            if self._note is not None:
                self._note(node.text, result)
            return result
        if isinstance(node, dict):
            computed = {}
            for key, value in node.items():
                if (result := self.compute(value)) is not None:
                    computed[key] = result
            return computed
        if isinstance(node, list):
            return [self.compute(value) for value in node]
        return node

    def _evaluate(self, expression: _Expression) -> Any:
        if expression.shortcut is None:
            return _evaluate(expression, self._variables())
        result = expression.shortcut(self._context)
        if result is UNSURE:
            return _evaluate(expression, expression.names.variables(self._context))
        return result

    def _variables(self) -> cel.Context:
        """Convert the context once for all expressions."""
        if self._known is None:
            self._known = self._names.variables(self._context)
        return self._known


def expression_names(expression: str, fields: AbstractSet[str]) -> set[str]:
    """The input fields that an expression may use; all if it uses the whole input."""
    if _WHOLE["input"].search(expression):
        return set(fields)
    return set(fields) & set(_WORD.findall(expression))


def expression_check(expression: str) -> None:
    """Compile it. Raises MappingFailed when the text is not a CEL expression."""
    try:
        _compiled(expression)
    except ValueError as error:
        raise MappingFailed(f"{expression!r} is not a CEL expression: {error}") from error


def _evaluate(expression: _Expression, variables: cel.Context) -> Any:
    try:
        return _compiled(expression.text).execute(variables)
    except _FAILURES as error:
        at = expression.at or "the expression"
        raise MappingFailed(f"{at} ({expression.text}): {error}") from error


@functools.lru_cache(maxsize=4096)
def _compiled(expression: str) -> Any:
    return cel.compile(expression)
