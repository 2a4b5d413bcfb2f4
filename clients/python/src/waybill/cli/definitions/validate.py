from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from waybill_definitions.check import Surroundings, definition_check
from waybill_definitions.document import DefinitionRefused

from waybill import Fault
from waybill.cli.definitions.environments import DEFAULT, EnvironmentOption, environment_named
from waybill.cli.definitions.files import DefinitionFile, definition_files, faults_told
from waybill.cli.definitions.known import known_read
from waybill.cli.definitions.other_versions import SAME_RELEASE, versions_differ
from waybill.cli.problems import Exit
from waybill.cli.terminal import Output, counted, note

Files = Annotated[list[Path], typer.Argument(help="Files, or folders with files, of workflows.")]


class Format(StrEnum):
    """`github`: as GitHub Actions shows beside the lines of a pull request."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def validate(
    files: Files,
    environment: EnvironmentOption = None,
    format_: Annotated[Format, typer.Option("--format", help="How faults are told.")] = Format.TEXT,
) -> None:
    """Check definitions as publishing does, offline.

    It is compared with what `waybill fetch` kept of the connections. Ends with 3 when there are
    faults.

    Examples:

      waybill validate workflows/order.yaml

      waybill validate workflows --format github
    """
    wanted = environment_named(files[0], environment)
    found = [each for path in files for each in definition_files(path, wanted)]
    known = known_read(files[0], environment or DEFAULT)
    faults = list(files_check(found, known.surroundings()))
    _tell(faults, Output(json_lines=format_ is Format.JSON), format_)
    if faults:
        note(f"{counted(len(faults), 'fault')} in {counted(len(found), 'file')}.")
        if differ := versions_differ(known.api_version):
            note(f"{known.url}: {differ} {SAME_RELEASE}")
        raise typer.Exit(Exit.FAULTS)
    when = known.fetched_at.astimezone().strftime("%Y-%m-%d")
    note(f"{counted(len(found), 'file')} without faults, by what {known.url} had on {when}.")


def files_check(
    files: Sequence[DefinitionFile], surroundings: Surroundings
) -> Iterator[tuple[Path, Fault]]:
    """Every fault of every file. Two files of one workflow are a fault of both."""
    named: dict[Path, str] = {}
    for file in files:
        try:
            named[file.path] = definition_check(surroundings, file.text).definition.workflow
        except DefinitionRefused as refused:
            yield from ((file.path, fault) for fault in faults_told(refused.faults))
    counts = Counter(named.values())
    for path, slug in named.items():
        if counts[slug] > 1:
            others = [str(each) for each, other in named.items() if other == slug and each != path]
            yield path, Fault("workflow", f"`{slug}` is in {', '.join(others)} too; rename one")


def _tell(faults: Sequence[tuple[Path, Fault]], out: Output, format_: Format) -> None:
    for path, fault in faults:
        line, column = fault.line or 1, fault.column or 1
        where = f"{fault.field}: " if fault.field else ""
        if format_ is Format.GITHUB:
            told = f"::error file={_property(str(path))},line={line},col={column}::"
            out.line(told + _escaped(where + fault.message))
        else:
            out.line(f"{path}:{line}:{column}: {where}{fault.message}")
        out.record(
            {
                "file": str(path),
                "line": line,
                "column": column,
                "field": fault.field,
                "message": fault.message,
            }
        )


def _escaped(text: str) -> str:
    """As workflow commands of GitHub Actions want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
