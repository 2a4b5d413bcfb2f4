"""Answers as they are given on a command line: a file, single values, files to upload."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from waybill import Fault
from waybill.cli.problems import Exit, Problem
from waybill.cli.terminal import standard_input

STANDARD_INPUT = "-"
InputOption = Annotated[
    str | None,
    typer.Option("--input", "-i", help="A JSON file with the answers; - is standard input."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", "-s", help="One answer: key=text, or key:=JSON. May be repeated."),
]
_SET = re.compile(r"(?P<path>[^=:\s]+)(?P<kind>:?=)(?P<value>.*)", re.DOTALL)
_FILE = re.compile(r"(?P<question>[^=\s]+)=(?P<path>.+)", re.DOTALL)


def answers_given(source: str | None, values: Sequence[str]) -> dict[str, Any]:
    """The answers of the file or of standard input (`-`), with the single values on top.

    ``values``: `key=text` or `key:=JSON`; dots lead into records, as in `address.city=Linz`.
    Raises Problem.
    """
    answers = _document(source) if source is not None else {}
    for each in values:
        path, value = _value(each)
        _put(answers, path, value)
    return answers


def files_given(files: Sequence[str]) -> list[tuple[str, Path]]:
    """Questions with files that are there, from `question=path`. Raises Problem."""
    found: list[tuple[str, Path]] = []
    for each in files:
        match = _FILE.fullmatch(each)
        if match is None:
            raise Problem(f"“{each}” names no file.", "Give --file question=path.", Exit.USAGE)
        path = Path(match["path"])
        if not path.is_file():
            raise Problem(f"There is no file {path}.", "Nothing was sent.", Exit.FAULTS)
        found.append((match["question"], path))
    return found


def _document(source: str) -> dict[str, Any]:
    name = "Standard input" if source == STANDARD_INPUT else source
    text = standard_input() if source == STANDARD_INPUT else _read(Path(source))
    try:
        answers = json.loads(text)
    except json.JSONDecodeError as error:
        fault = Fault("JSON", error.msg, error.lineno, error.colno)
        raise Problem(f"{name} is no JSON.", "Nothing was sent.", Exit.FAULTS, [fault]) from None
    if not isinstance(answers, dict):
        raise Problem(
            f"{name} holds no answers.",
            'Write an object with a value for each question: {"company": "Acme Ltd"}.',
            Exit.FAULTS,
        )
    return answers


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Problem(f"There is no file {path}.", "Nothing was sent.", Exit.FAULTS) from None
    except UnicodeDecodeError:
        raise Problem(f"{path} is no text in UTF-8.", "Convert it.", Exit.FAULTS) from None


def _value(given: str) -> tuple[list[str], Any]:
    match = _SET.fullmatch(given)
    if match is None:
        raise Problem(
            f"“{given}” sets nothing.", "Give --set key=text or --set key:=JSON.", Exit.USAGE
        )
    path, value = match["path"].split("."), match["value"]
    if match["kind"] == "=":
        return path, value
    try:
        return path, json.loads(value)
    except json.JSONDecodeError as error:
        raise Problem(
            f"The value of {match['path']} is no JSON: {error.msg}.",
            f"For a text: --set {match['path']}=…",
            Exit.USAGE,
        ) from None


def _put(answers: dict[str, Any], path: Sequence[str], value: Any) -> None:
    *above, last = path
    record = answers
    for key in above:
        record = record.setdefault(key, {})
        if not isinstance(record, dict):
            raise Problem(f"{'.'.join(path)} cannot be set: {key} is no record.", "", Exit.USAGE)
    record[last] = value
