"""Mapping: a JSON tree whose strings are CEL expressions, computed into an action's input.

CEL (https://cel.dev) is typed and not Turing-complete, so a mapping always ends.
Expressions see ``input`` (the submission's data), ``steps`` (outputs of finished
steps by key) and ``submission`` (``id`` and ``reference``).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import cel


class MappingFailed(Exception):
    """An expression could not be computed; the message names its place in the tree."""


def mapping_compute(tree: Any, context: Mapping[str, Any], *, at: str = "") -> Any:
    """Compute every expression of ``tree``. Empty results (null) leave their key out.

    Raises MappingFailed.
    """
    match tree:
        case str():
            return _evaluate(tree, context, at)
        case dict():
            computed = {
                key: mapping_compute(value, context, at=f"{at}.{key}".lstrip("."))
                for key, value in tree.items()
            }
            return {key: value for key, value in computed.items() if value is not None}
        case list():
            return [
                mapping_compute(value, context, at=f"{at}[{index}]")
                for index, value in enumerate(tree)
            ]
        case _:
            return tree


def expression_check(expression: str) -> None:
    """Raises MappingFailed when the text is not a CEL expression."""
    try:
        _compiled(expression)
    except ValueError as error:
        raise MappingFailed(f"{expression!r} is not a CEL expression: {error}") from error


def _evaluate(expression: str, context: Mapping[str, Any], at: str) -> Any:
    try:
        return _compiled(expression).execute(dict(context))
    except (ValueError, RuntimeError, TypeError, LookupError, ArithmeticError) as error:
        raise MappingFailed(f"{at or 'the expression'} ({expression}): {error}") from error


@functools.lru_cache(maxsize=4096)
def _compiled(expression: str) -> Any:
    return cel.compile(expression)
