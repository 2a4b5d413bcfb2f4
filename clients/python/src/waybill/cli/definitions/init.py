from __future__ import annotations

import csv
import json
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from waybill_definitions.document import definition_read, document_of, words_in
from waybill_definitions.templates import Template, template_filled, template_list

from waybill.cli.problems import Exit, Problem
from waybill.cli.terminal import Output, note

_MOST_ROWS = 50
_NO_KEY = re.compile(r"[^a-z0-9]+")
_WORDS_OF_EXPRESSIONS = ("true", "false", "null", "in")
_LOOKS = (
    ("email", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}")),
    ("url", re.compile(r"https?://\S+")),
    ("phone", re.compile(r"\+\d[\d ()/-]{5,}")),
    ("integer", re.compile(r"-?(0|[1-9]\d{0,8})")),
)


def init(
    file: Annotated[Path, typer.Argument(help="The file to write, such as workflows/order.yaml.")],
    template: Annotated[
        str | None, typer.Option("--template", "-t", help="Start from this; `list` names them.")
    ] = None,
    from_csv: Annotated[
        Path | None, typer.Option("--csv", help="A question for each column of this table.")
    ] = None,
) -> None:
    """Write a workflow to start from.

    Examples:

      waybill init workflows/order.yaml

      waybill init workflows/lead.yaml --template list

      waybill init workflows/contacts.yaml --csv contacts.csv
    """
    if template == "list":
        for each in template_list():
            Output().line(each.name)
        return
    if file.exists():
        raise Problem(f"{file} is there already.", "Give another name.", Exit.USAGE)
    slug = _slug(file.stem)
    document = _template(template, slug) if template else _document(slug, _questions(from_csv))
    definition_read(document)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(document, encoding="utf-8", newline="\n")
    Output().line(str(file))
    note(
        f"Put your connections into it, and compare: waybill fetch, then waybill validate "
        f"{shlex.quote(str(file))}"
    )


def _template(name: str, slug: str) -> str:
    """The file of a template, under the slug of the workflow, and what its head says."""
    known = {each.name: each for each in template_list()}
    if name not in known:
        raise Problem(f"There is no template {name}.", f"There are: {', '.join(known)}.",
                      Exit.USAGE)  # fmt: skip
    template = known[name]
    document = template_filled(
        template,
        workflow=slug,
        name=template.definition.name,
        address=None,
        connections={},
        values={},
    )
    return _head(template) + document


def _head(template: Template) -> str:
    about = template.about
    lines = [_told(about.description), "Connections:"]
    lines += [f"  {part}: {_told(each.role)}" for part, each in about.parts.items()]
    if about.blanks:
        lines.append("Put your own values in place of the examples:")
        lines += [f"  {'.'.join(each.at)}: {_told(each.label)}" for each in about.blanks.values()]
    return "".join(f"# {line}\n" for line in lines)


def _told(words: Any) -> str:
    return words_in(words, "en", "en")


def _document(slug: str, questions: dict[str, Any]) -> str:
    name = slug.replace("-", " ").capitalize()
    definition = {
        "workflow": slug,
        "name": name,
        "subject": f"${{{{ input.{next(iter(questions))} }}}}",
        "form": {"title": name, "fields": questions},
        "steps": {
            "send": {
                "title": "Sending",
                "use": "my-system/request.send",
                "with": {
                    "path": f"/{slug}",
                    "body": {key: f"${{{{ input.{key} }}}}" for key in questions},
                },
            }
        },
    }
    return document_of(definition_read(json.dumps(definition)))


def _questions(table: Path | None) -> dict[str, Any]:
    if table is None:
        return {
            "company": {"label": "Company", "kind": "text"},
            "email": {"label": "E-mail", "kind": "email"},
        }
    header, *rows = _rows(table)
    questions: dict[str, Any] = {}
    for number, label in enumerate(header):
        key = _key(label) or f"column_{number + 1}"
        while key in questions:
            key += "_2"
        values = [row[number].strip() for row in rows if len(row) > number]
        questions[key] = {"label": label.strip() or f"Column {number + 1}", "kind": _kind(values)}
    return questions


def _rows(table: Path) -> Sequence[Sequence[str]]:
    try:
        text = table.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"{table} is no text in UTF-8.", "Convert it.", Exit.FAULTS) from None
    lines = text.splitlines()[: _MOST_ROWS + 1]
    first = lines[0] if lines else ""
    separator = max(";,\t", key=first.count)
    rows = list(csv.reader(lines, delimiter=separator))
    if not rows or not any(rows[0]):
        raise Problem(f"{table} has no header.", "Its first line names the columns.", Exit.FAULTS)
    return rows


def _kind(values: Sequence[str]) -> str:
    given = [value for value in values if value]
    for kind, looks in _LOOKS:
        if given and all(looks.fullmatch(value) for value in given):
            return kind
    return "text"


def _key(label: str) -> str:
    key = _NO_KEY.sub("_", label.lower()).strip("_")[:40].strip("_")
    return f"q_{key}" if key[:1].isdigit() or key in _WORDS_OF_EXPRESSIONS else key


def _slug(name: str) -> str:
    slug = _NO_KEY.sub("-", name.lower()).strip("-")[:40].strip("-")
    return slug if slug[:1].isalpha() else "workflow"
