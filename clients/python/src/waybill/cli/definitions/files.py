"""The files of workflows, and what they say for one environment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from waybill_definitions.document import MOST_BYTES, DefinitionRefused, document_replace
from waybill_definitions.document import Fault as DefinitionFault

from waybill import Fault
from waybill.cli.definitions.environments import NAME, Environment
from waybill.cli.problems import Exit, Problem

_ENDINGS = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class DefinitionFile:
    """``text``: as it was written, with the names and values of the environment."""

    path: Path
    text: str


def definition_files(path: Path, environment: Environment) -> list[DefinitionFile]:
    """The file, or those in the folder and below, by their names. Raises Problem for unreadable
    ones, and where there is none."""
    if not path.exists():
        raise Problem(f"There is no {path}.", "Give a file or a folder.", Exit.FAULTS)
    found = [DefinitionFile(each, _text(each, environment)) for each in _paths(path)]
    if not found:
        raise Problem(
            f"{path} has no workflow: no file that ends in {', '.join(_ENDINGS)}.",
            "Make one: waybill init",
            Exit.FAULTS,
        )
    return found


def definition_file(path: Path, environment: Environment) -> DefinitionFile:
    """The one file. Raises Problem, also for a folder with several."""
    found = definition_files(path, environment)
    if len(found) > 1:
        names = ", ".join(str(each.path) for each in found)
        raise Problem(f"{path} has several workflows: {names}.", "Name one of them.", Exit.USAGE)
    return found[0]


def _paths(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for each in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in each.relative_to(path).parts)
        if each.suffix in _ENDINGS and each.name != NAME and not hidden and each.is_file():
            yield each


def _text(path: Path, environment: Environment) -> str:
    content = path.read_bytes()
    if len(content) > MOST_BYTES:
        raise Problem(f"{path} has more than {MOST_BYTES:,} bytes.", "", Exit.FAULTS)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problem(f"{path} is no text in UTF-8.", "Convert it.", Exit.FAULTS) from None
    try:
        return document_replace(text, environment.replacing(text))
    except DefinitionRefused:
        return text  # its check says why it cannot be read


def faults_told(faults: Iterable[DefinitionFault]) -> list[Fault]:
    """The faults of a definition as the command line tells them."""
    return [
        Fault(
            each.at,
            each.message,
            *((each.place.line, each.place.column) if each.place else ()),
        )
        for each in faults
    ]
