"""The order of steps, and which of them are sure to be done when another one begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Graph:
    """``order``: every step after those that it needs. ``before``: all steps that come before each.

    ``sure``: those among them that have succeeded whenever the step begins. The others may have
    been skipped: by a condition, or because everything they need was skipped.
    """

    order: tuple[str, ...]
    before: Mapping[str, frozenset[str]]
    sure: Mapping[str, frozenset[str]]


def graph_of(needs: Mapping[str, Collection[str]], conditional: Collection[str]) -> Graph:
    """The graph of steps without cycles. ``conditional``: the steps that have a condition.

    The order is that of ``needs`` as far as it can be. A step is skipped when it needs steps and
    all of these were skipped.
    """
    order: list[str] = []
    before: dict[str, frozenset[str]] = {}
    sure: dict[str, frozenset[str]] = {}
    certain: set[str] = set()
    left = list(needs)
    while left:
        key = next(each for each in left if all(need in before for need in needs[each]))
        left.remove(key)
        order.append(key)
        wanted = list(needs[key])
        before[key] = frozenset().union(*({need} | before[need] for need in wanted))
        one_of = [sure[need] | {need} for need in wanted]
        shared = frozenset.intersection(*one_of) if one_of else frozenset()
        always = frozenset(each for each in before[key] if each in certain)
        sure[key] = shared | always
        if key not in conditional and (not wanted or any(need in certain for need in wanted)):
            certain.add(key)
    return Graph(tuple(order), before, sure)


def cycles_in(needs: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The steps of each circle, in the order in which they need each other."""
    found: list[list[str]] = []
    seen: set[str] = set()
    for start in needs:
        path: list[str] = []
        at: str | None = start
        while at is not None and at not in seen and at not in path:
            path.append(at)
            at = next(
                (need for need in needs[at] if need in needs and _reaches(needs, need, at)), None
            )
        if at is not None and at in path:
            found.append(path[path.index(at) :])
        seen.update(path)
    return found


def _reaches(needs: Mapping[str, Collection[str]], start: str, goal: str) -> bool:
    stack, seen = [start], set[str]()
    while stack:
        at = stack.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            stack.extend(need for need in needs.get(at, ()))
    return False
