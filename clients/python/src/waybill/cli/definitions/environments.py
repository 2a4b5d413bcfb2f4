"""One set of files for several instances: what is called or set otherwise on one of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    ValidationError,
)
from waybill_definitions.document import Path as Place
from waybill_definitions.document import connection_places, tree_read

from waybill import Fault
from waybill.cli.problems import Exit, Problem

NAME = "waybill.yaml"
DEFAULT = "default"
Value = StrictBool | StrictInt | StrictFloat | str

EnvironmentOption = Annotated[
    str | None,
    typer.Option(
        "--environment",
        "-e",
        help=f"One of those in {NAME}: its instance, names of connections and values.",
        show_default=False,
    ),
]


class Environment(BaseModel):
    """``connections``: what a connection of the files is called there. ``values``: by workflow and
    place in its definition, what stands there instead. No secret belongs here."""

    model_config = ConfigDict(extra="forbid")

    profile: str | None = None
    connections: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, Value]] = Field(default_factory=dict)

    def replacing(self, text: str) -> dict[Place, Value | None]:
        """What is to be replaced in a document. Raises DefinitionRefused when it cannot be read,
        Problem for a value whose place is not there."""
        if not self.connections and not self.values:
            return {}
        data = tree_read(text).data
        found: dict[Place, Value | None] = {}
        for place, slug in connection_places(data):
            if (there := self.connections.get(slug.partition("/")[0])) is not None:
                found[place] = there + slug[len(slug.partition("/")[0]) :]
        workflow = data.get("workflow") if isinstance(data, dict) else None
        for written, value in self.values.get(str(workflow), {}).items():
            found[_place(data, written, str(workflow))] = value
        return found


class Environments(BaseModel):
    """The file `waybill.yaml`."""

    model_config = ConfigDict(extra="forbid")

    environments: dict[str, Environment]


def environment_named(beside: Path, name: str | None) -> Environment:
    """The environment of this name in the folder of a path or above. Raises Problem.

    Without a name the files hold as they are.
    """
    if name is None:
        return Environment()
    folder = beside.resolve()
    for each in [folder, *folder.parents]:
        path = each / NAME
        if path.is_file():
            known = _read(path).environments
            if name in known:
                return known[name]
            there = ", ".join(known) or "none"
            raise Problem(f"{path} has no environment {name}.", f"It has: {there}.", Exit.USAGE)
    raise Problem(f"There is no {NAME} in {folder} or above.", "", Exit.USAGE)


def _read(path: Path) -> Environments:
    try:
        return Environments.model_validate(yaml.safe_load(path.read_text(encoding="utf-8-sig")))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Problem(f"{path} is no YAML: {error}", "", Exit.FAULTS) from None
    except ValidationError as error:
        faults = [
            Fault(".".join(map(str, each["loc"])) or "file", each["msg"])
            for each in error.errors(include_url=False, include_input=False)
        ]
        raise Problem(f"{path} does not say what it should.", "", Exit.FAULTS, faults) from None


_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def _place(data: Any, written: str, workflow: str) -> Place:
    place: Place = tuple(
        int(found[2]) if found[2] else found[1] for found in _PART.finditer(written)
    )
    inside = data
    for part in place:
        try:
            inside = inside[part]
        except (KeyError, IndexError, TypeError):
            raise Problem(
                f"{NAME} sets {written} of the workflow {workflow}, which has no such place.",
                "Write it in the definition too, with the value that holds elsewhere.",
                Exit.FAULTS,
            ) from None
    return place
