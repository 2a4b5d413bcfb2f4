"""The functions of single nodes: each takes those of the nodes below and gives one of a `Run`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from waybill_definitions.expressions.faults import Failed, Missing
from waybill_definitions.expressions.language import FUNCTIONS, NONE, Optional, call, words
from waybill_definitions.expressions.meter import Run

Evaluate: TypeAlias = Callable[[Run], Any]

# What Python raises where JSON of unknown shape gave a function values that it is not for.
_UNFIT: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_UNFIT_WORDS: Final = "a function cannot be used with values of these kinds"


def read_of(operand: Evaluate, name: str) -> Evaluate:
    def read(run: Run) -> Any:
        value = operand(run)
        if type(value) is Optional:
            return Optional(found_in(value.value)) if value.has and _has_key(value, name) else NONE
        return found_in(value)

    def found_in(value: Any) -> Any:
        if type(value) is dict:
            if name in value:
                return value[name]
            raise Missing(f"there is no `{name}`")
        if value is None:
            raise Missing(f"there is no `{name}`, since what it would be in is empty")
        raise Failed(f"there is no `{name}` in {words(value)}")

    return read


def _has_key(optional: Optional, name: str) -> bool:
    return type(optional.value) is not dict or name in optional.value


def read_typed_of(operand: Evaluate, name: str, *, optional: bool) -> Evaluate:
    def read(run: Run) -> Any:
        value = operand(run)
        if type(value) is Optional:
            if not value.has or value.value.get(name) is None:
                return NONE
            return Optional(value.value[name])
        if value is None:
            return None
        found = value.get(name) if type(value) is dict else None
        if found is None and not optional:
            raise Missing(f"there is no `{name}`")
        return found

    return read


def has_of(operand: Evaluate, name: str) -> Evaluate:
    def has(run: Run) -> bool:
        value = operand(run)
        if type(value) is Optional:
            return bool(value.has and type(value.value) is dict and name in value.value)
        if type(value) is not dict:
            raise Failed(f"has(…) looks for `{name}` in {words(value)}")
        return name in value

    return has


def has_typed_of(operand: Evaluate, name: str) -> Evaluate:
    def has(run: Run) -> bool:
        value = operand(run)
        if type(value) is Optional:
            value = value.value
        return bool(type(value) is dict and value.get(name) is not None)

    return has


def either_of(left: Evaluate, right: Evaluate, *, decides: bool) -> Evaluate:
    """``&&`` and ``||``: one side that decides is enough, whatever becomes of the other."""

    def either(run: Run) -> bool:
        try:
            first = left(run)
        except Failed:
            if right(run) is decides:
                return bool(decides)
            raise
        if first is decides:
            return bool(decides)
        second = _decided(right(run))
        return second if second is decides else _decided(first)

    return either


def choice_of(condition: Evaluate, then: Evaluate, otherwise: Evaluate) -> Evaluate:
    def choice(run: Run) -> Any:
        return then(run) if _decided(condition(run)) else otherwise(run)

    return choice


def or_else_of(optional: Evaluate, otherwise: Evaluate, *, value: bool) -> Evaluate:
    def choose(run: Run) -> Any:
        found = optional(run)
        if type(found) is not Optional:
            raise Failed("`orValue` comes after an optional value, such as input.?phone")
        if not found.has:
            return otherwise(run)
        return found.value if value else found

    return choose


def first_of(parts: list[Evaluate]) -> Evaluate:
    *tried, last = parts

    def first(run: Run) -> Any:
        for each in tried:
            try:
                value = each(run)
            except Missing:
                continue
            if value is not None:
                return value
        return last(run)

    return first


def own_of(name: str, parts: list[Evaluate]) -> Evaluate:
    function = FUNCTIONS[name]

    def compute(run: Run, *arguments: Any) -> Any:
        return call(function, run, *arguments)

    return paid_of(compute, parts, function.units)


def computed_of(function: Callable[..., Any], parts: list[Evaluate], units: int) -> Evaluate:
    if units or len(parts) > 2 or not parts:
        return paid_of(function, parts, units)
    if len(parts) == 1:
        (only,) = parts

        def of_one(run: Run) -> Any:
            try:
                return function(run, only(run))
            except _UNFIT:
                raise Failed(_UNFIT_WORDS) from None

        return of_one
    left, right = parts

    def of_two(run: Run) -> Any:
        try:
            return function(run, left(run), right(run))
        except _UNFIT:
            raise Failed(_UNFIT_WORDS) from None

    return of_two


def paid_of(function: Callable[..., Any], parts: list[Evaluate], units: int) -> Evaluate:
    def paid(run: Run) -> Any:
        run.spend(units)
        try:
            return function(run, *[part(run) for part in parts])
        except _UNFIT:
            raise Failed(_UNFIT_WORDS) from None

    return paid


def bound_of(name: str, named: Evaluate, body: Evaluate) -> Evaluate:
    def bound(run: Run) -> Any:
        hidden = run.names.get(name)
        run.names[name] = named(run)
        try:
            return body(run)
        finally:
            run.names[name] = hidden

    return bound


def _decided(value: Any) -> bool:
    if type(value) is bool:
        return value
    raise Failed(f"a condition is true or false, not {words(value)}")


def _items(value: Any) -> list[Any]:
    """What a macro goes through: a list, or the keys of an object."""
    if type(value) is list:
        return value
    if type(value) is dict:
        return list(value)
    raise Failed(f"one cannot go through {words(value)} like through a list")


def mapped_of(
    items: Evaluate, name: str, condition: Evaluate | None, item: Evaluate, units: int
) -> Evaluate:
    def mapped(run: Run) -> list[Any]:
        result = []
        through, names = _items(items(run)), run.names
        hidden = names.get(name)
        try:
            for names[name] in through:
                run.spend(units)
                if condition is None or _decided(condition(run)):
                    result.append(item(run))
        finally:
            names[name] = hidden
        return result

    return mapped


def quantified_of(
    items: Evaluate, name: str, condition: Evaluate, units: int, *, decides: bool
) -> Evaluate:
    """``all`` and ``exists``: one item that decides is enough, whatever becomes of the others."""

    def quantified(run: Run) -> bool:
        through, names = _items(items(run)), run.names
        hidden = names.get(name)
        failure: Failed | None = None
        try:
            for names[name] in through:
                run.spend(units)
                try:
                    if _decided(condition(run)) is decides:
                        return decides
                except Failed as error:
                    failure = failure or error
        finally:
            names[name] = hidden
        if failure is not None:
            raise failure
        return not decides

    return quantified


def exactly_one_of(items: Evaluate, name: str, condition: Evaluate, units: int) -> Evaluate:
    chosen = mapped_of(items, name, condition, lambda _: None, units)
    return lambda run: len(chosen(run)) == 1
