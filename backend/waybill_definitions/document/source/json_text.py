"""JSON into a tree. Python's reader judges the syntax; the places are those of its tokens.

YAML's reader is not used for it: it refuses what JSON allows, such as `\\ud83d\\ude00` for one
character, and keys of more than 1,024 characters.
"""

from __future__ import annotations

import json
import re
from typing import Any

from waybill_definitions.document.faults import Place, document_refuse
from waybill_definitions.document.source.numbers import finite_number, no_number, whole_number
from waybill_definitions.document.source.spans import Span
from waybill_definitions.document.source.tree import Tree, TreeBuilder
from waybill_definitions.text.coded import Coded, FaultCode

_TOKEN = re.compile(r'[{}\[\]\n]|"(?:[^"\\]++|\\.)*+"|[^\s{}\[\]:,"]++')
_WORDS: dict[str, Any] = {"null": None, "true": True, "false": False}
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})
_INTEGER = re.compile(r"-?[0-9]+")


def json_into(tree: Tree) -> None:
    """Fill the tree from its text. Raises DefinitionRefused with the line and column."""
    try:
        json.loads(tree.text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        place = Place(error.lineno, error.colno)
        sentence = f"this begins with {{ but is not JSON: {words}"
        document_refuse(
            Coded(FaultCode.YAML_WRONG, sentence, format="JSON", detail=error.msg), place
        )
    except RecursionError:
        pass  # nested far deeper than a tree may be, which says where
    _tokens_into(tree)


def _tokens_into(tree: Tree) -> None:
    builder = TreeBuilder(tree)
    line, line_begins = 1, 0
    for token in _TOKEN.finditer(tree.text):
        text = token[0]
        place = Place(line, token.start() - line_begins + 1)
        match text[0]:
            case "\n":
                line, line_begins = line + 1, token.end()
            case "{":
                builder.begin({}, place)
            case "[":
                builder.begin([], place)
            case "}" | "]":
                builder.end()
            case '"' if builder.expects_key:
                builder.key(json.loads(text), place)
            case '"':
                builder.scalar(json.loads(text), Span(place, *token.span(), style='"'))
            case _:
                builder.scalar(_value(text, place), Span(place, *token.span(), style=None))


def _value(text: str, place: Place) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if text in _NO_NUMBERS:
        document_refuse(no_number(text), place)
    return (whole_number if _INTEGER.fullmatch(text) else finite_number)(text, place)
