"""Mapping: a JSON tree whose strings are CEL expressions, computed into an action's input.

CEL (https://cel.dev) is typed and not Turing-complete, so a mapping always ends.
Expressions see ``input`` (the submission's data), ``steps`` (outputs of finished
steps by key) and ``submission`` (``id`` and ``reference``).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

import cel

_WORD = re.compile(r"\w+")
_FAILURES = (ValueError, RuntimeError, TypeError, LookupError, ArithmeticError)


class MappingFailed(Exception):
    """An expression could not be computed; the message names its place in the tree."""


def mapping_compute(tree: Any, context: Mapping[str, Any]) -> Any:
    """Compute every expression of ``tree``. Empty results (null) leave their key out.

    Raises MappingFailed.
    """
    try:
        # Turned into CEL's values once, for all expressions together, and only what they name.
        named = _words(_texts(tree))
        used = {name: value for name, value in context.items() if name in named}
        variables = cel.Context(variables=used)
    except _FAILURES as error:
        raise MappingFailed(f"the input cannot be used in expressions: {error}") from error
    return _compute(tree, variables, "")


def _texts(tree: Any) -> tuple[str, ...]:
    """Every expression of a tree."""
    match tree:
        case str():
            return (tree,)
        case dict():
            return tuple(text for value in tree.values() for text in _texts(value))
        case list():
            return tuple(text for value in tree for text in _texts(value))
        case _:
            return ()


@functools.lru_cache(maxsize=4096)
def _words(expressions: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in expressions for word in _WORD.findall(text))


def _compute(tree: Any, context: cel.Context, at: str) -> Any:
    match tree:
        case str():
            return _evaluate(tree, context, at)
        case dict():
            computed = {
                key: _compute(value, context, f"{at}.{key}".lstrip("."))
                for key, value in tree.items()
            }
            return {key: value for key, value in computed.items() if value is not None}
        case list():
            return [_compute(value, context, f"{at}[{index}]") for index, value in enumerate(tree)]
        case _:
            return tree


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
