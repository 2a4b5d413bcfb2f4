"""Other documents made from one, with its comments and its order kept."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeAlias

import yaml

from waybill_definitions.document.faults import DefinitionRefused, Path, path_words
from waybill_definitions.document.shape.document import Definition
from waybill_definitions.document.source.spans import Span
from waybill_definitions.document.source.text import tree_read
from waybill_definitions.document.source.yaml_text import is_plain_text

Scalar: TypeAlias = str | int | float | bool
_BLOCK = re.compile(r"(?![ \n])(?:[^\n]*[^ \n])?(?:\n(?:[^\n]*[^ \n])?)*")
_NOT_AS_IT_IS = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_PLAIN = re.compile(r"[A-Za-z](?:[\w -]*\w)?")


def document_of(definition: Definition) -> str:
    """The definition as YAML, in its own order."""
    return as_yaml(definition.dump())


def as_yaml(data: Any) -> str:
    """Plain data as YAML that people read: no anchors, no folded lines, blocks for long texts."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)


def document_replace(text: str, values: Mapping[Path, Scalar | None]) -> str:
    """The document with other values at these paths; None takes the key out, if it is there.

    In YAML only these values are replaced, the rest stays as it was written, with its comments.
    Where that is not possible, as below anchors, the whole is written anew.
    Raises DefinitionRefused when it cannot be read, KeyError when nothing is around a path.
    """
    tree = tree_read(text)
    wanted = _replaced(copy.deepcopy(tree.data), values)
    if tree.is_json:
        return json.dumps(wanted, indent=2, ensure_ascii=False) + "\n"
    written = tree.text
    known = [(tree.spans[path], path) for path in values if path in tree.spans]
    for span, path in sorted(known, key=lambda each: each[0].start, reverse=True):
        written = _with(written, span, values[path])
    return written if _says(written, wanted) else as_yaml(wanted)


def _with(text: str, span: Span, value: Scalar | None) -> str:
    before, after = text[: span.start], text[span.end :]
    if value is None:
        return before[: before.rfind("\n") + 1] + after[after.find("\n") + 1 or len(after) :]
    plain = isinstance(value, str) and _PLAIN.fullmatch(value) and is_plain_text(value)
    written = str(value) if plain else json.dumps(value, ensure_ascii=False)
    return before + written + ("\n" if span.style in ("|", ">") else "") + after


def _says(text: str, wanted: Any) -> bool:
    try:
        return bool(tree_read(text).data == wanted)
    except DefinitionRefused:
        return False


def _replaced(data: Any, values: Mapping[Path, Scalar | None]) -> Any:
    for path, value in values.items():
        if value is not None:
            _inside(data, path[:-1], path)[path[-1]] = value
            continue
        with suppress(KeyError):
            del _inside(data, path[:-1], path)[path[-1]]
    return data


def _inside(data: Any, path: Path, whole: Path) -> Any:
    """What stands at a path. Raises KeyError, which names the ``whole`` one."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            raise KeyError(path_words(whole)) from None
    return data


class _Dumper(yaml.SafeDumper):
    """Lists below their key are indented, texts with lines are written as blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """In quotes where this module's reader takes it for a number: PyYAML has YAML 1.1 in mind."""
    if _NOT_AS_IT_IS.search(text):
        style: str | None = '"'
    elif "\n" in text and _BLOCK.fullmatch(text):
        style = "|"
    else:
        style = None if is_plain_text(text) else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
