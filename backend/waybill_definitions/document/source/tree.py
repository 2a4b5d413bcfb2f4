"""A document as plain data, with the place of each part in the text, built within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from waybill_definitions.document.faults import Path, Place, document_refuse, place_at
from waybill_definitions.document.source.spans import Span
from waybill_definitions.text.coded import Coded, FaultCode

_DEEPEST = 32
_MOST_NODES = 20_000
"""With what aliases repeat."""
_LONGEST_NAMED = 60
_COMMENT = re.compile(r"[ \t]+#")
UNSTORABLE = re.compile("[\0\ud800-\udfff]")
UNSTORABLE_WORDS = Coded(
    FaultCode.CHARACTER_UNSTORABLE,
    "a NUL character or half of a character is in this text, which nothing can store",
)


@dataclass(slots=True)
class Tree:
    """A document as plain data. ``is_json``: as it was written; otherwise it is YAML."""

    data: Any = None
    text: str = ""
    is_json: bool = False
    keys: dict[Path, Place] = field(default_factory=dict)
    spans: dict[Path, Span] = field(default_factory=dict)

    def place(self, path: Path, within: Place | None = None) -> Place:
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
        return Place(1, 1)

    def cut_off(self, path: Path) -> Place | None:
        """Where a comment ends the text at ``path``, when a ``${{`` in it is not closed by then."""
        span = self.spans.get(path)
        comment = _COMMENT.match(self.text, span.end) if span and span.style is None else None
        if comment is None:
            return None
        value = self._value(path)
        is_open = isinstance(value, str) and value.rfind("${{") > value.rfind("}}")
        return place_at(self.text, comment.end() - 1) if is_open else None

    def _value(self, path: Path) -> Any:
        value = self.data
        for part in path:
            value = value[part]
        return value


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is being read. ``key``: of the value that comes next."""

    value: Any
    path: Path
    anchor: str | None
    nodes_before: int
    key: str | None = None


class TreeBuilder:
    """Takes a document's parts in their order, so that every limit holds before memory is spent.

    All methods raise DefinitionRefused with the place of a part that cannot be taken.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int, int]] = {}
        self._nodes = 0

    @property
    def expects_key(self) -> bool:
        """Whether the next part is a key of a mapping."""
        return (
            bool(self._open)
            and isinstance(self._open[-1].value, dict)
            and self._open[-1].key is None
        )

    def key(self, key: str, place: Place) -> None:
        _storable(key, place)
        mapping = self._open[-1]
        if key in mapping.value:
            shown = key[:_LONGEST_NAMED]
            sentence = f"the key `{shown}` is there twice"
            document_refuse(Coded(FaultCode.KEY_TWICE, sentence, key=shown), place)
        mapping.key = key
        self._tree.keys[(*mapping.path, key)] = place

    def scalar(self, value: Any, span: Span, anchor: str | None = None) -> None:
        if isinstance(value, str):
            _storable(value, span.place)
        self._tree.spans[self._next_path()] = span
        self._count(1, span.place)
        self._remember(anchor, value, 1, 1)
        self._put(value)

    def alias(self, anchor: str | None, place: Place) -> None:
        """What the anchor of this name has, once more."""
        if anchor is None or anchor not in self._anchors:
            document_refuse(not_taken(f"the alias *{anchor} has no anchor before it"), place)
        value, nodes, depth = self._anchors[anchor]
        if self.expects_key:
            document_refuse(not_taken("a key is a text, not an alias"), place)
        if len(self._open) + depth > _DEEPEST:
            _too_deep(place)
        self._count(nodes, place)
        self._put(value)

    def begin(
        self, value: dict[str, Any] | list[Any], place: Place, anchor: str | None = None
    ) -> None:
        """An empty mapping or list, which the next parts fill until it ends."""
        if self.expects_key:
            document_refuse(not_taken("a key is a text, not a list or a mapping"), place)
        path = self._next_path()
        self._count(1, place)
        if len(self._open) >= _DEEPEST:
            _too_deep(place)
        self._put(value)
        self._open.append(_Open(value, path, anchor, self._nodes - 1))

    def end(self) -> None:
        ended = self._open.pop()
        if ended.anchor is not None:
            nodes = self._nodes - ended.nodes_before
            self._remember(ended.anchor, ended.value, nodes, _depth(ended.value))

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
            counted = "" if self._tree.is_json else ", aliases counted"
            sentence = f"the document has more than {_MOST_NODES:,} values{counted}"
            document_refuse(Coded(FaultCode.VALUES_MANY, sentence, most=_MOST_NODES), place)


def not_taken(sentence: str) -> Coded:
    """Of a sign of YAML that a definition has no use for."""
    return Coded(FaultCode.YAML_NOT_TAKEN, sentence)


def _storable(text: str, place: Place) -> None:
    if UNSTORABLE.search(text):
        document_refuse(UNSTORABLE_WORDS, place)


def _too_deep(place: Place) -> None:
    sentence = f"the document is nested more than {_DEEPEST} deep"
    document_refuse(Coded(FaultCode.LISTS_TOO_DEEP, sentence, most=_DEEPEST), place)


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 1
