"""Other documents made from one, with its comments and its order kept."""

from __future__ import annotations

import json
from typing import Any

import yaml

from core.workflows.definition.document import Definition
from core.workflows.definition.faults import Path
from core.workflows.definition.text import Tree, tree_read


def document_of(definition: Definition) -> str:
    """The definition as YAML, in its own order."""
    return as_yaml(definition.dump())


def as_yaml(data: Any) -> str:
    """Plain data as YAML that people read: no anchors, no folded lines, blocks for long texts."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)


def document_replace(text: str, values: dict[Path, str | None]) -> str:
    """The document with other texts at these paths; None takes the key out.

    Only single lines are replaced in YAML, the rest stays as it was written. Raises
    DefinitionRefused when the document cannot be read.
    """
    tree = tree_read(text)
    if not tree.keys:
        return json.dumps(_replaced(tree.data, values), indent=2, ensure_ascii=False) + "\n"
    lines = text.splitlines(keepends=True)
    if not all(_on_one_line(tree, path) for path in values):
        return as_yaml(_replaced(tree.data, values))
    for path, value in sorted(values.items(), key=lambda each: tree.keys[each[0]].line):
        index = tree.keys[path].line - 1
        start = lines[index][: tree.keys[path].column - 1]
        lines[index] = "" if value is None else f"{start}{path[-1]}: {json.dumps(value)}\n"
    return "".join(lines)


def _on_one_line(tree: Tree, path: Path) -> bool:
    """Whether the key begins its line, as block style writes it, and its value ends it."""
    if path not in tree.keys or path not in tree.spans:
        return False
    key, span = tree.keys[path], tree.spans[path]
    line = tree.text.splitlines()[key.line - 1]
    if line[: key.column - 1].strip() or span.line != key.line or span.style in ("|", ">"):
        return False
    after = line[span.column - 1 :].strip()
    value: Any = tree.data
    for part in path:
        value = value[part]
    return after in (value, f"'{value}'", f'"{value}"')


def _replaced(data: Any, values: dict[Path, str | None]) -> Any:
    for path, value in values.items():
        inside = data
        for part in path[:-1]:
            inside = inside[part]
        if value is None:
            inside.pop(path[-1], None)
        else:
            inside[path[-1]] = value
    return data


class _Dumper(yaml.SafeDumper):
    """Lists below their key are indented, texts with lines are written as blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    block = "\n" in text and not any(line.endswith(" ") for line in text.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


_Dumper.add_representer(str, _text)
