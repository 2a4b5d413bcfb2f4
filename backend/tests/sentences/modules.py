"""One file of source: what its names stand for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


class NoName(Exception):
    """An f-string has something in a place that needs a variable with a name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an expression stands: in which file, and in which function and class of it."""

    module: Module
    function: Function | None = None
    owner: str = ""

    def assigned(self, name: str) -> list[tuple[ast.expr, int | None]]:
        """What a variable of the function is set to; of a tuple, with the place in it."""
        found: list[tuple[ast.expr, int | None]] = []
        for node in ast.walk(self.function) if self.function else ():
            match node:
                case ast.Assign():
                    for target in node.targets:
                        found += _set_to(target, node.value, name)
                case ast.NamedExpr(target=ast.Name(id=found_name)) if found_name == name:
                    found.append((node.value, None))
        return found

    def argument(self, name: str) -> int | None:
        """The place of an argument of the function that has this name; -1: it is given by name."""
        if self.function is None:
            return None
        names = [each.arg for each in self.function.args.args]
        if name in names:
            return names.index(name) - (names[0] in ("self", "cls"))
        return -1 if name in {each.arg for each in self.function.args.kwonlyargs} else None


class Module:
    """One file."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.tree = ast.parse(text)
        self.functions: dict[str, list[Function]] = {}
        self.constants: dict[str, ast.expr] = {}
        self.imports: dict[str, str] = {}
        self.scopes = list(self._scopes())
        for _, node in self.scopes:
            if isinstance(node, Function):
                self.functions.setdefault(node.name, []).append(node)
            if isinstance(node, ast.ImportFrom) and node.module:
                self.imports |= {each.asname or each.name: node.module for each in node.names}
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.constants[node.targets[0].id] = node.value

    def _scopes(self) -> Iterator[tuple[Scope, ast.AST]]:
        """Every node, with the function and the class that it stands in."""
        waiting: list[tuple[Scope, ast.AST]] = [(Scope(self), self.tree)]
        while waiting:
            scope, node = waiting.pop()
            yield scope, node
            inner = scope
            if isinstance(node, Function):
                inner = Scope(self, node, scope.owner)
            elif isinstance(node, ast.ClassDef):
                inner = Scope(self, None, node.name)
            waiting += [(inner, child) for child in ast.iter_child_nodes(node)]


def name_of(node: ast.AST) -> str:
    """The last name of `host`, `self.host`; empty for everything else."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def place_of(node: ast.expr, scope: Scope) -> str:
    """How a place of a template is named. Raises NoName."""
    if isinstance(node, ast.Await):
        return place_of(node.value, scope)
    own = isinstance(node, ast.Call) and _is_own(node.func)
    plain = own or isinstance(node, ast.Name | ast.Attribute)
    name = name_of(node.func if isinstance(node, ast.Call) else node).strip("_").lower()
    if not name or not plain:
        where = f"{scope.module.path}:{node.lineno}"
        raise NoName(f"{where}: give a name to “{ast.unparse(node)}” before it is told.")
    return name


def _is_own(function: ast.expr) -> bool:
    """A function by its bare name, or a method of the object or of something that it holds."""
    match function:
        case ast.Name() | ast.Attribute(value=ast.Name(id="self" | "cls")):
            return True
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="self"))):
            return True
    return False


def _set_to(target: ast.expr, value: ast.expr, name: str) -> list[tuple[ast.expr, int | None]]:
    if isinstance(target, ast.Name):
        return [(value, None)] if target.id == name else []
    if not isinstance(target, ast.Tuple):
        return []
    names = [name_of(each) for each in target.elts]
    if isinstance(value, ast.Tuple):
        return [(each, None) for each, its in zip(value.elts, names, strict=False) if its == name]
    return [(value, names.index(name))] if name in names else []
