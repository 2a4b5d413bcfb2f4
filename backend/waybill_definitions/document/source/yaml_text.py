"""YAML into a tree, by its events: no tags, few aliases, one document.

The scalars are those of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema), in
which `NO` is a text and not false.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from waybill_definitions.document.faults import DefinitionRefused, Place, document_refuse
from waybill_definitions.document.source.numbers import finite_number, no_number, whole_number
from waybill_definitions.document.source.spans import Span
from waybill_definitions.document.source.tree import Tree, TreeBuilder, not_taken
from waybill_definitions.text.coded import Coded, FaultCode

_NULL = re.compile(r"|~|null|Null|NULL")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def yaml_into(tree: Tree) -> None:
    """Fill the tree from its text. Raises DefinitionRefused with the line and column."""
    reader = _Reader(tree)
    try:
        for event in yaml.parse(tree.text, Loader=_Loader):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = " ".join(filter(None, (error.problem, error.context)))
        place = _place(mark) if mark else None
        sentence = f"this is not YAML: {words}{_hint(tree.text, place)}"
        document_refuse(_wrong(sentence, words), place)
    except yaml.YAMLError as error:
        said = str(error).splitlines()[0]
        document_refuse(_wrong(f"this is not YAML: {said}", said))


def _wrong(sentence: str, detail: str) -> Coded:
    return Coded(FaultCode.YAML_WRONG, sentence, format="YAML", detail=detail)


def is_plain_text(text: str) -> bool:
    """Whether YAML reads it as a text when it stands there without quotes."""
    try:
        return isinstance(_resolved(text, Place(1, 1)), str)
    except DefinitionRefused:
        return False


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self._builder = TreeBuilder(tree)
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    words = "write one document, without a second `---`"
                    several = Coded(FaultCode.DOCUMENT_SEVERAL, words)
                    document_refuse(several, _place(event.start_mark))
            case yaml.ScalarEvent():
                _no_tag(event)
                self._scalar(event)
            case yaml.AliasEvent():
                self._builder.alias(event.anchor, _place(event.start_mark))
            case yaml.MappingStartEvent():
                _no_tag(event)
                self._builder.begin({}, _place(event.start_mark), event.anchor)
            case yaml.SequenceStartEvent():
                _no_tag(event)
                self._builder.begin([], _place(event.start_mark), event.anchor)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._builder.end()

    def _scalar(self, event: Any) -> None:
        place = _place(event.start_mark)
        if self._builder.expects_key:
            if event.value == "<<":
                words = "`<<` is not taken: write the keys out, or use an alias as a value"
                document_refuse(not_taken(words), place)
            self._builder.key(event.value, place)
            return
        # The reader in C says '' of plain texts, the one in Python None.
        value = event.value if event.style else _resolved(event.value, place)
        span = Span(place, event.start_mark.index, event.end_mark.index, event.style or None)
        self._builder.scalar(value, span, event.anchor)


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _resolved(text: str, place: Place) -> Any:
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    if _INTEGER.fullmatch(text):
        return whole_number(text, place)
    if _FLOAT.fullmatch(text):
        return finite_number(text, place)
    if _NOT_FINITE.fullmatch(text):
        document_refuse(no_number(text), place)
    return text


def _hint(text: str, place: Place | None) -> str:
    """What mostly helps: YAML takes `: ` and ` #` in an expression for its own signs."""
    lines = text.splitlines()
    line = lines[place.line - 1] if place and place.line <= len(lines) else ""
    if "${{" in line:
        return "; put a text with ${{ }} into quotes, or write it in a block below `|`"
    if line[place.column - 1 :].startswith("\t") if place else False:
        return "; indent with spaces, not with tabs"
    return ""


def _no_tag(event: Any) -> None:
    if event.tag is not None:
        sentence = f"tags such as {event.tag} are not taken"
        document_refuse(not_taken(sentence), _place(event.start_mark))


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)
