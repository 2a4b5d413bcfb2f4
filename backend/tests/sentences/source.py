"""Where sentences stand in a tree of sources."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.sentences.modules import Module, Scope, name_of
from tests.sentences.reading import Reader, has_words


class Said(NamedTuple):
    """A template. ``place``: it is not a sentence, and stands in this place of one."""

    text: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where sentences stand. ``errors``: classes whose first argument is one, with all that are
    made from them. ``arguments``: of functions and classes, each with the place that is meant.
    ``keywords``: arguments and keys. ``constants``: variables, with their places. ``returned``: by
    these functions.
    """

    errors: frozenset[str] = frozenset()
    arguments: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    keywords: frozenset[str] = frozenset()
    constants: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    returned: frozenset[str] = frozenset()


def sources(root: Path, *folders: str) -> Source:
    """The files of some folders without those of tests. ``root``: where imports begin."""
    files = [path for folder in folders for path in sorted((root / folder).rglob("*.py"))]
    without = {"tests", "testing", "migrations"}
    return Source(
        {
            _dotted(path.relative_to(root)): path.read_text(encoding="utf-8")
            for path in files
            if not without & set(path.relative_to(root).parts)
        }
    )


class Source:
    """Files that are read together, by the dotted names of their modules."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._modules = {name: Module(Path(name), text) for name, text in files.items()}

    def sentences(self, spoken: Spoken, without: tuple[str, ...] = ()) -> dict[Said, str]:
        """Every template that is said, with the module that says it. Raises NoName.

        ``without``: how the names of modules begin that say nothing to those who are meant.
        """
        reader = Reader(self._modules)
        finder = _Finder(spoken, self._kinds(spoken.errors))
        said: dict[Said, str] = {}
        for name, module in self._modules.items():
            for scope, node in module.scopes if not name.startswith(without) else ():
                for expression, place in finder.expressions(scope, node):
                    reader.fragments.clear()
                    found = {Said(each, place) for each in reader.texts(expression, scope) or ()}
                    found |= {Said(*each) for each in reader.fragments}
                    said |= {each: name for each in found if has_words(each.text)}
        return said

    def _kinds(self, roots: frozenset[str]) -> set[str]:
        """The names of these classes and of all that are made from them."""
        known = set(roots)
        nodes = [node for each in self._modules.values() for _, node in each.scopes]
        classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
        while True:
            more = {each.name for each in classes if known & {name_of(base) for base in each.bases}}
            if more <= known:
                return known
            known |= more


@dataclass(frozen=True, slots=True)
class _Finder:
    spoken: Spoken
    errors: set[str]

    def expressions(self, scope: Scope, node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
        """What a node says, and in which place of a sentence; in none: it is one."""
        spoken = self.spoken
        match node:
            case ast.Call():
                yield from self._handed(scope, node)
            case ast.Dict():
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and key.value in spoken.keywords:
                        yield value, ""
            case ast.Return(value=ast.expr() as value) if scope.function is not None:
                if scope.function.name in spoken.returned:
                    yield value, ""
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield from ((value, place) for place in spoken.constants.get(name, ()))
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield from ((value, place) for place in spoken.constants.get(name, ()))

    def _handed(self, scope: Scope, call: ast.Call) -> Iterator[tuple[ast.expr, str]]:
        name = name_of(call.func)
        places = self.spoken.arguments.get(name, {})
        if name in self.errors or self._is_chosen(call.func, scope) or _hands_up(call, scope, self):
            places = {0: "", **places}
        yield from ((call.args[at], where) for at, where in places.items() if at < len(call.args))
        named = self.spoken.keywords | ({"message", "detail"} if places else set())
        yield from ((each.value, "") for each in call.keywords if each.arg in named)

    def _is_chosen(self, function: ast.expr, scope: Scope) -> bool:
        """Whether a variable is called that holds one of two classes of errors."""
        chosen = scope.assigned(function.id) if isinstance(function, ast.Name) else []
        return any(
            isinstance(each, ast.IfExp) and self.errors & _names((each.body, each.orelse))
            for each, _ in chosen
        )


def _hands_up(call: ast.Call, scope: Scope, finder: _Finder) -> bool:
    """Whether a class of errors hands its sentence to the class it is made from."""
    return name_of(call.func) == "__init__" and scope.owner in finder.errors


def _names(nodes: Iterable[ast.expr]) -> set[str]:
    return {name_of(node) for node in nodes}


def _dotted(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
