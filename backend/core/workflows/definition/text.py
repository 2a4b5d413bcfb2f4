"""From the text of a document to plain data, and to the place of each part in the text.

YAML is read by its events: no tags, few aliases, and the scalars of YAML 1.2's core schema
(https://yaml.org/spec/1.2.2/#103-core-schema), in which `NO` is a text and not false.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from core.workflows.definition.faults import DefinitionRefused, Fault, Path, Place
from core.workflows.definition.spans import Span

MOST_BYTES = 1024 * 1024
_EMPTY = "the document is empty"
_DEEPEST = 32
_MOST_NODES = 20_000
"""With what aliases repeat."""
_LARGEST_INTEGER = 2**63 - 1

_NULL = re.compile(r"|~|null|Null|NULL")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_MOST_DIGITS = 40
"""Enough for 64 bits in any of these ways of writing, and quick to convert."""
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_UNSTORABLE_WORDS = (
    "a NUL character or half of a character is in this text, which nothing can store"
)


@dataclass(slots=True)
class Tree:
    """A document as plain data. JSON has no places."""

    data: Any = None
    text: str = ""
    keys: dict[Path, Place] = field(default_factory=dict)
    spans: dict[Path, Span] = field(default_factory=dict)

    def place(self, path: Path, within: Place | None = None) -> Place | None:
        """Where in the text the part at ``path`` stands, or the nearest part around it.

        ``within``: a place in the value of a text, which begins at 1:1.
        """
        span = self.spans.get(path)
        if within is not None and span is not None:
            return span.inside(self.text, self._value(path), within)
        while path:
            if path in self.keys:
                return self.keys[path]
            if path in self.spans:
                return self.spans[path].place
            path = path[:-1]
        return Place(1, 1) if self.keys else None

    def _value(self, path: Path) -> Any:
        value = self.data
        for part in path:
            value = value[part]
        return value


def tree_read(text: str) -> Tree:
    """Read JSON or YAML. Raises DefinitionRefused with the line and column."""
    if len(text.encode(errors="surrogatepass")) > MOST_BYTES:
        _refuse("the document is larger than 1 MiB")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        _refuse(_EMPTY)
    if unstorable := _UNSTORABLE.search(text):
        _refuse(_UNSTORABLE_WORDS, _place_at(text, unstorable.start()))
    if text.lstrip().startswith("{"):
        return _json(text)
    return _Yaml(text).read()


def _json(text: str) -> Tree:
    try:
        data = json.loads(
            text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_json_integer
        )
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        _refuse(f"this begins with {{ but is not JSON: {words}", Place(error.lineno, error.colno))
    except RecursionError:
        _refuse(f"the document is nested more than {_DEEPEST} deep")
    _measure(data)
    return Tree(data=data, text=text)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse(f"the key `{key[:60]}` is there twice in one object")
        found[key] = value
    return found


def _no_number(text: str) -> NoReturn:
    _refuse(f"{text} is no number that JSON has")


def _json_integer(text: str) -> int:
    if len(text) > _MOST_DIGITS or abs(int(text)) > _LARGEST_INTEGER:
        _refuse(f"the number {text[:30]} is larger than 64 bits hold; quote it to make it a text")
    return int(text)


def _measure(data: Any) -> None:
    level, depth, nodes = [data], 0, 0
    while level:
        depth += 1
        nodes += len(level)
        if depth > _DEEPEST:
            _refuse(f"the document is nested more than {_DEEPEST} deep")
        if nodes > _MOST_NODES:
            _refuse(f"the document has more than {_MOST_NODES:,} values")
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below += [*value, *value.values()]
                nodes -= len(value)
            elif isinstance(value, list):
                below += value
            elif isinstance(value, str) and _UNSTORABLE.search(value):
                _refuse(_UNSTORABLE_WORDS)
            elif isinstance(value, float) and not math.isfinite(value):
                _refuse("a number is larger than can be stored; quote it to make it a text")
        level = below


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is being read. ``key``: of the value that comes next."""

    value: Any
    path: Path
    anchor: str | None
    nodes_before: int
    key: str | None = None


class _Yaml:
    """Builds the data event by event, so that every limit holds before memory is spent."""

    def __init__(self, text: str) -> None:
        self._tree = Tree(text=text)
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int, int]] = {}
        self._nodes = 0
        self._documents = 0

    def read(self) -> Tree:
        try:
            for event in yaml.parse(self._tree.text, Loader=_Loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            words = " ".join(filter(None, (error.problem, error.context)))
            place = _place(mark) if mark else None
            _refuse(f"this is not YAML: {words}{self._hint(place)}", place)
        except yaml.YAMLError as error:
            _refuse(f"this is not YAML: {str(error).splitlines()[0]}")
        if self._tree.data is None:
            _refuse(_EMPTY)
        return self._tree

    def _hint(self, place: Place | None) -> str:
        """What mostly helps: YAML takes `: ` and ` #` in an expression for its own signs."""
        lines = self._tree.text.splitlines()
        line = lines[place.line - 1] if place and place.line <= len(lines) else ""
        if "${{" in line:
            return "; put a text with ${{ }} into quotes, or write it in a block below `|`"
        if line[place.column - 1 :].startswith("\t") if place else False:
            return "; indent with spaces, not with tabs"
        return ""

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    _refuse("write one document, without a second `---`", _place(event.start_mark))
            case yaml.ScalarEvent():
                self._no_tag(event)
                self._scalar(event)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.MappingStartEvent():
                self._no_tag(event)
                self._begin({}, event)
            case yaml.SequenceStartEvent():
                self._no_tag(event)
                self._begin([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end()

    def _scalar(self, event: Any) -> None:
        place = _place(event.start_mark)
        if _UNSTORABLE.search(event.value):
            _refuse(_UNSTORABLE_WORDS, place)
        if self._expects_key():
            self._key(event.value, place)
            return
        path = self._next_path()
        # The reader in C says '' of plain texts, the one in Python None.
        value = event.value if event.style else _resolved(event.value, place)
        self._tree.spans[path] = Span(
            place, event.start_mark.index, event.end_mark.index, event.style or None
        )
        self._count(1, place)
        self._remember(event.anchor, value, 1, 1)
        self._put(value)

    def _alias(self, event: Any) -> None:
        place = _place(event.start_mark)
        if event.anchor not in self._anchors:
            _refuse(f"the alias *{event.anchor} has no anchor before it", place)
        value, nodes, depth = self._anchors[event.anchor]
        if self._expects_key():
            _refuse("a key is a text, not an alias", place)
        if len(self._open) + depth > _DEEPEST:
            _refuse(f"the document is nested more than {_DEEPEST} deep", place)
        self._count(nodes, place)
        self._put(value)

    def _begin(self, value: Any, event: Any) -> None:
        place = _place(event.start_mark)
        if self._expects_key():
            _refuse("a key is a text, not a list or a mapping", place)
        path = self._next_path()
        self._count(1, place)
        if len(self._open) >= _DEEPEST:
            _refuse(f"the document is nested more than {_DEEPEST} deep", place)
        self._put(value)
        self._open.append(_Open(value, path, event.anchor, self._nodes - 1))

    def _end(self) -> None:
        ended = self._open.pop()
        self._remember(
            ended.anchor, ended.value, self._nodes - ended.nodes_before, _depth(ended.value)
        )

    def _expects_key(self) -> bool:
        return (
            bool(self._open)
            and isinstance(self._open[-1].value, dict)
            and self._open[-1].key is None
        )

    def _key(self, key: str, place: Place) -> None:
        mapping = self._open[-1]
        if key == "<<":
            _refuse("`<<` is not taken: write the keys out, or use an alias as a value", place)
        if key in mapping.value:
            _refuse(f"the key `{key}` is there twice", place)
        mapping.key = key
        self._tree.keys[(*mapping.path, key)] = place

    def _next_path(self) -> Path:
        if not self._open:
            return ()
        parent = self._open[-1]
        return (*parent.path, len(parent.value) if parent.key is None else parent.key)

    def _put(self, value: Any) -> None:
        if not self._open:
            self._tree.data = value
            return
        parent = self._open[-1]
        if parent.key is None:
            parent.value.append(value)
        else:
            parent.value[parent.key], parent.key = value, None

    def _remember(self, anchor: str | None, value: Any, nodes: int, depth: int) -> None:
        """An anchor counts once its value is complete, so nothing can contain itself."""
        if anchor is not None:
            self._anchors[anchor] = (value, nodes, depth)

    def _count(self, nodes: int, place: Place) -> None:
        self._nodes += nodes
        if self._nodes > _MOST_NODES:
            _refuse(f"the document has more than {_MOST_NODES:,} values, aliases counted", place)

    def _no_tag(self, event: Any) -> None:
        if event.tag is not None:
            _refuse(f"tags such as {event.tag} are not taken", _place(event.start_mark))


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _resolved(text: str, place: Place) -> Any:
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _INTEGER.fullmatch(text):
        number = _integer(text) if len(text) <= _MOST_DIGITS else None
        if number is None or abs(number) > _LARGEST_INTEGER:
            words = "is larger than 64 bits hold; quote it to make it a text"
            _refuse(f"the number {text[:30]} {words}", place)
        return number
    if _FLOAT.fullmatch(text):
        if not math.isfinite(float(text)):
            words = "is larger than can be stored; quote it to make it a text"
            _refuse(f"the number {text[:30]} {words}", place)
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        _refuse(f"{text} is no number that JSON has", place)
    return text


def _integer(text: str) -> int:
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


def is_plain_text(text: str) -> bool:
    """Whether YAML reads it as a text when it stands there without quotes."""
    try:
        return isinstance(_resolved(text, Place(1, 1)), str)
    except DefinitionRefused:
        return False


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 1


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _place_at(text: str, index: int) -> Place:
    before = text[:index]
    return Place(before.count("\n") + 1, index - before.rfind("\n"))


def _refuse(message: str, place: Place | None = None) -> NoReturn:
    raise DefinitionRefused([Fault((), message, place=place)])
