"""What expressions can see: the form's answers, earlier steps, the submission, tables."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from waybill_definitions.expressions.checker.environment import Environment
from waybill_definitions.expressions.checker.shapes import (
    Anything,
    Boolean,
    Integer,
    MapOf,
    Member,
    Number,
    Record,
    Shape,
    Text,
)

Scalar: TypeAlias = str | int | float | bool
Tables: TypeAlias = Mapping[str, Mapping[str, Scalar]]

_SUBMISSION = Record(
    {"id": Member(Text(36)), "reference": Member(Text(40)), "language": Member(Text(35))}
)
_OF_VALUES: dict[type, Shape] = {str: Text(), int: Integer(), float: Number(), bool: Boolean()}


@dataclass(frozen=True, eq=False)
class Scope:
    """Scopes that say the same are equal, and share what was prepared for them.

    ``input``: the form; None where nothing is known of it. ``steps``: outputs by key; a step that
    may be skipped is a `Member` with ``optional``. ``tables``: the organization's own values by
    name. ``row``: in a group of questions, the answers of the row. ``in_form``: there is no
    submission yet, and no step.
    """

    input: Record | None
    steps: Mapping[str, Record | Member] | None = field(default_factory=dict)
    tables: Tables = field(default_factory=dict)
    row: Record | None = None
    in_form: bool = False

    @classmethod
    def untyped(cls, tables: Tables | None = None) -> Scope:
        """For versions that were published before their expressions were checked.

        ``input`` and ``steps`` are objects of which nothing is known, so names are looked for only
        when an expression is computed.
        """
        return cls(None, None, tables or {})

    @functools.cached_property
    def identity(self) -> tuple[str | None, ...]:
        """The same texts for scopes that say the same."""
        steps = [None] if self.steps is None else [f"{k} {v!r}" for k, v in self.steps.items()]
        return (repr(self.input), repr(self.tables), repr(self.row), str(self.in_form), *steps)

    @functools.cached_property
    def _hash(self) -> int:
        return hash(self.identity)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Scope) and self.identity == other.identity)

    @property
    def environment(self) -> Environment:
        """What its expressions are checked against."""
        return _environment(self)

    def records(self) -> dict[str, tuple[Record | None, str]]:
        """The variables, and what a person calls each."""
        steps = (
            None if self.steps is None else Record({k: _member(v) for k, v in self.steps.items()})
        )
        tables = {name: Member(_table(values)) for name, values in self.tables.items()}
        answers: dict[str, tuple[Record | None, str]] = {"input": (self.input, "this form")}
        if self.row is not None:
            answers["row"] = (self.row, "this row")
        if not self.in_form:
            answers["steps"] = (steps, "the steps before this one")
            answers["submission"] = (_SUBMISSION, "the submission")
        return {**answers, "tables": (Record(tables), "the tables")}


@functools.lru_cache(maxsize=256)
def _environment(scope: Scope) -> Environment:
    return Environment(scope.records())


def _member(step: Record | Member) -> Member:
    return step if isinstance(step, Member) else Member(step)


def _table(values: Mapping[str, Scalar]) -> MapOf:
    kinds = {type(value) for value in values.values()}
    return MapOf(_OF_VALUES[kinds.pop()] if len(kinds) == 1 else Anything())
