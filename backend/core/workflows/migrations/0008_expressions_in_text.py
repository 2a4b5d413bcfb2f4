"""Stored expressions become text with `${{ expression }}`, and old versions get their document.

Before, every string of a mapping was a CEL expression: `'Hello ' + input.name`. Now it is text:
`Hello ${{ input.name }}`. Literals, paths and texts joined from these become plain text; any other
expression is kept as it is, in the new brackets.
"""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_TERM = re.compile(
    r"""\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<path>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+))\s*""",
    re.ASCII | re.DOTALL,
)


def text_of(expression: str) -> str:
    """The text that computes what the expression computed."""
    parts: list[str] = []
    paths = at = 0
    while match := _TERM.match(expression, at):
        literal = _literal(match["text"]) if match["text"] else None
        if match["text"] and literal is None:
            break
        paths += match["text"] is None
        parts.append("${{ " + match["path"] + " }}" if literal is None else literal)
        at = match.end()
        if at == len(expression):
            # Numbers joined with + would be added: two paths alone are kept as one expression.
            joined = len(parts) == 1 or len(parts) > paths
            return "".join(parts) if joined else "${{ " + expression + " }}"
        if expression[at] != "+":
            break
        at += 1
    return "${{ " + expression.strip() + " }}"


def tree_of(tree: Any) -> Any:
    """A mapping with each of its expressions as text."""
    match tree:
        case str():
            return text_of(tree)
        case dict():
            return {key: tree_of(value) for key, value in tree.items()}
        case list():
            return [tree_of(value) for value in tree]
        case _:
            return tree


def _literal(text: str) -> str | None:
    """The text of a CEL literal, None where it is none that both languages read alike."""
    try:
        value = ast.literal_eval(text.replace("\n", "\\n"))
    except (SyntaxError, ValueError):
        return None
    return value.replace("${{", "${{ '${{' }}")


def convert(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    versions = apps.get_model("workflows", "WorkflowVersion")._base_manager
    every_step = apps.get_model("workflows", "Step")._base_manager.select_related("connection")
    for version in versions.select_related("workflow").iterator():
        version.subject = text_of(version.subject) if version.subject else ""
        steps = list(every_step.filter(version=version).order_by("position"))
        for step in steps:
            step.mapping = tree_of(step.mapping)
            step.ordering = text_of(step.ordering) if step.ordering else ""
            step.save(update_fields=["mapping", "ordering"])
        version.document = json.dumps(_document(version, steps), indent=2, ensure_ascii=False)
        version.save(update_fields=["subject", "document"])


def _document(version: Any, steps: list[Any]) -> dict[str, Any]:
    form = {
        "address": version.workflow.form_slug,
        "title": version.title,
        "intro": version.intro,
        "submit_label": version.submit_label,
        "fields": {
            field["key"]: {name: value for name, value in field.items() if name != "key"}
            for field in version.fields
        },
    }
    return {
        "workflow": version.workflow.slug,
        "name": version.workflow.name,
        "subject": version.subject,
        "form": form,
        "steps": {step.key: _step(step) for step in steps},
    }


def _step(step: Any) -> dict[str, Any]:
    return {
        "title": step.title,
        "use": f"{step.connection.slug}/{step.action}",
        "needs": step.depends_on,
        "with": step.mapping,
        "ordering": step.ordering,
        "queue": step.queue,
        "timeout_seconds": step.timeout_seconds,
        "retry": step.retry,
    }


class Migration(migrations.Migration):
    dependencies = [("workflows", "0007_definitions")]

    operations = [migrations.RunPython(convert, migrations.RunPython.noop)]
