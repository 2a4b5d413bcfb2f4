"""The files of the templates: a folder each, with the definition and what is said about it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from waybill_definitions.document import (
    Definition,
    Part,
    Words,
    connection_places,
    definition_read,
    tree_read,
)

FOLDER = Path(__file__).parent / "files"
LANGUAGES = ("en", "de")
"""Those in which templates are told. The first is for whoever asks for another one."""


class Role(Part):
    """One system that the template needs. ``role``: what it does there, as a sentence."""

    name: Words
    role: Words


class Blank(Part):
    """One value that is different for everybody. ``at``: where it stands in the definition.

    ``kind``: `email`; `path`: what follows a connection's address; `number`; `text`.
    """

    label: Words
    help: Words = ""
    kind: Literal["email", "path", "number", "text"]
    at: tuple[str, ...] = Field(min_length=1)


class About(Part):
    """What is said about a template. ``parts``: by the slug that its definition names them by.

    ``sample``: answers that its form takes.
    """

    name: Words
    description: Words
    parts: dict[str, Role]
    blanks: dict[str, Blank] = Field(default_factory=dict)
    sample: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Need:
    """What a connection must be able to do to play a part: actions, and lists to choose from."""

    actions: frozenset[str]
    lists: frozenset[str]


@dataclass(frozen=True, slots=True)
class Template:
    """``document``: the definition as YAML, with its examples in place of the blanks.

    ``needs``: by part.
    """

    name: str
    about: About
    document: str
    definition: Definition
    needs: dict[str, Need]

    def example(self, blank: str) -> Any:
        """What stands in the definition where the blank is."""
        value: Any = tree_read(self.document).data
        for key in self.about.blanks[blank].at:
            value = value[key]
        return value


@functools.cache
def template_list() -> tuple[Template, ...]:
    """Every template, by name."""
    return tuple(_read(folder) for folder in sorted(FOLDER.iterdir()) if folder.is_dir())


def _read(folder: Path) -> Template:
    document = (folder / "definition.yaml").read_text(encoding="utf-8")
    about = tree_read((folder / "about.yaml").read_text(encoding="utf-8")).data
    return Template(
        folder.name,
        About.model_validate(about),
        document,
        definition_read(document),
        _needs(document),
    )


def _needs(document: str) -> dict[str, Need]:
    data = tree_read(document).data
    actions: dict[str, set[str]] = {}
    lists: dict[str, set[str]] = {}
    for path, named in connection_places(data):
        part, _, action = named.partition("/")
        actions.setdefault(part, set()).update([action] if action else [])
        if not action:
            lists.setdefault(part, set()).add(_list_beside(data, path))
    return {
        part: Need(frozenset(actions.get(part, ())), frozenset(lists.get(part, ())))
        for part in actions
    }


def _list_beside(data: Any, path: tuple[str | int, ...]) -> str:
    for key in path[:-1]:
        data = data[key]
    return str(data["list"])
