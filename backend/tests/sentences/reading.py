"""Follows expressions to the texts that they are made of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from itertools import product

from tests.sentences.modules import Module, Scope, name_of, place_of

_DEEPEST = 6
_WORD = re.compile(r"[A-Za-z]{2}")
_PLACE = re.compile(r"\{\w+\}")

Standing = tuple[ast.expr, Scope]


def has_words(template: str) -> bool:
    """Whether it says something besides what stands in its places."""
    return _WORD.search(_PLACE.sub("", template)) is not None


class Reader:
    """Reads the modules of a tree. ``fragments``: what stands behind places, with their names."""

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self._modules = modules
        self._calls: dict[str, list[tuple[ast.Call, Scope]]] = {}
        self.fragments: set[tuple[str, str]] = set()
        for module in modules.values():
            for scope, node in module.scopes:
                if isinstance(node, ast.Call):
                    self._calls.setdefault(name_of(node.func), []).append((node, scope))

    def texts(self, node: ast.expr, scope: Scope, deep: int = 0) -> list[str] | None:
        """Each text that it may be; None if that stands nowhere in the source."""
        if deep > _DEEPEST:
            return None
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.JoinedStr():
                return self._joined(node, scope, deep)
            case ast.BinOp(op=ast.Add()):
                sides = [self.texts(each, scope, deep + 1) for each in (node.left, node.right)]
                return None if None in sides else _products([each or [] for each in sides])
            case ast.IfExp():
                return self._either([(node.body, scope), (node.orelse, scope)], deep)
            case ast.BoolOp(op=ast.Or()):
                return self._either([(each, scope) for each in node.values], deep)
            case ast.Dict():
                return self._either([(each, scope) for each in node.values], deep)
            case ast.Await() | ast.Subscript(slice=ast.Slice()):
                return self.texts(node.value, scope, deep)
        return self._either(self._followed(node, scope), deep)

    def _joined(self, node: ast.JoinedStr, scope: Scope, deep: int) -> list[str]:
        """One without words of its own says what its first place says."""
        first = None if has_words(_written(node)) else self._first(node)
        return _products([self._part(each, scope, deep, each is first) for each in node.values])

    def _first(self, node: ast.JoinedStr) -> ast.expr | None:
        return next((each for each in node.values if isinstance(each, ast.FormattedValue)), None)

    def _part(self, node: ast.expr, scope: Scope, deep: int, whole: bool) -> list[str]:
        if not isinstance(node, ast.FormattedValue):
            assert isinstance(node, ast.Constant)
            return [str(node.value)]
        texts = self.texts(node.value, scope, deep + 1)
        if whole and texts:
            return texts
        place = place_of(node.value, scope)
        self.fragments |= {(each, place) for each in texts or () if has_words(each)}
        return ["{" + place + "}"]

    def _either(self, nodes: Iterable[Standing], deep: int) -> list[str] | None:
        found = [self.texts(each, scope, deep + 1) for each, scope in nodes]
        return [text for texts in found if texts for text in texts] or None

    def _followed(self, node: ast.expr, scope: Scope) -> list[Standing]:
        """The expressions behind a name, a call, or an entry of a table."""
        match node:
            case ast.Name():
                return self._behind(node.id, scope)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=table), attr="get")):
                return [*self._entries(table, scope), *((each, scope) for each in node.args[1:])]
            case ast.Subscript(value=ast.Name(id=table)):
                return self._entries(table, scope)
            case ast.Call(func=ast.Name(id=name)):
                return self._returned(name, scope)
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name)):
                return self._returned(name, scope)
        return []

    def _behind(self, name: str, scope: Scope) -> list[Standing]:
        local = scope.assigned(name)
        whole = [(each, scope) for each, place in local if place is None]
        parts = [
            (entry.elts[place], there)
            for each, place in local
            if place is not None
            for entry, there in self._followed(each, scope)
            if isinstance(entry, ast.Tuple)
        ]
        given = [] if scope.argument(name) is None else self._given(name, scope)
        if local or scope.argument(name) is not None:
            return whole + parts + given
        module = self._home(name, scope.module)
        constant = module.constants.get(name) if module else None
        return [] if module is None or constant is None else [(constant, Scope(module))]

    def _given(self, name: str, scope: Scope) -> list[Standing]:
        """What callers pass as this argument."""
        place, function = scope.argument(name), scope.function
        if place is None or function is None or scope.owner:
            return []  # of a method nobody knows whose it is
        found: list[Standing] = []
        for call, there in self._calls.get(function.name, ()):
            if self._home(function.name, there.module) is not scope.module:
                continue
            if 0 <= place < len(call.args):
                found.append((call.args[place], there))
            found += [(each.value, there) for each in call.keywords if each.arg == name]
        return found

    def _entries(self, table: str, scope: Scope) -> list[Standing]:
        return [
            (value, there)
            for each, there in self._behind(table, scope)
            if isinstance(each, ast.Dict)
            for value in each.values
        ]

    def _returned(self, name: str, scope: Scope) -> list[Standing]:
        module = self._home(name, scope.module)
        return [
            (node.value, Scope(module, function))
            for function in (module.functions.get(name, []) if module else [])
            for node in ast.walk(function)
            if module and isinstance(node, ast.Return) and node.value is not None
        ]

    def _home(self, name: str, module: Module) -> Module | None:
        """Where a name is from: another file, or this one."""
        came_from = module.imports.get(name)
        return module if came_from is None else self._modules.get(came_from)


def _written(node: ast.JoinedStr) -> str:
    return "".join(str(each.value) for each in node.values if isinstance(each, ast.Constant))


def _products(parts: list[list[str]]) -> list[str]:
    return ["".join(each) for each in product(*parts)]
