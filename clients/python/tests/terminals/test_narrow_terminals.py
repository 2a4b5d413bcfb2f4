"""Definitions in a terminal of 40 columns: nothing is lost, and nothing breaks."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import WAYBILL, Project, definition
from tests.terminals.terminal import in_terminal

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_SPACE = re.compile(r"\s+")


def seen(project: Project, *words: str, typed: str | None = None) -> tuple[int, str]:
    """Exit code, and what a person reads, without the space in it."""

    def watch(screen: str) -> str | None:
        return typed if typed and "[y/N]" in screen else None

    code, screen = in_terminal(
        [WAYBILL, *words], project.command.environment, columns=40, watch=watch
    )
    assert "Traceback" not in screen
    return code, _SPACE.sub("", _ESCAPES.sub("", screen))


def packed(text: str) -> str:
    return _SPACE.sub("", text)


def same_as_in_a_pipe(project: Project, *words: str) -> None:
    """Every line that a pipe gets is on the screen, whole."""
    ended = project(*words)
    assert ended.out, ended.err
    code, screen = seen(project, *words)
    assert code == ended.code
    for line in ended.out.splitlines():
        assert packed(line) in screen


@pytest.fixture
def changed(project: Project) -> Project:
    """A workflow that is live, and whose file says something else."""
    project.applied()
    title = "Send it back within thirty days, please, and tell us why you do not want it any more"
    project.write(definition(project.slug, title=title))
    return project


def test_a_plan(changed: Project) -> None:
    same_as_in_a_pipe(changed, "plan", str(changed.file), "--diff")


def test_faults(project: Project) -> None:
    project.write(definition(project.slug, connection="gone").replace("input.name", "input.nmae"))
    for word in ("validate", "plan"):
        same_as_in_a_pipe(project, word, str(project.file))
    same_as_in_a_pipe(project, "validate", str(project.file), "--format", "github")


def test_a_preview(project: Project) -> None:
    same_as_in_a_pipe(project, "preview", str(project.file), "--set", "name=Ada Berg")


def test_applying_asks_and_tells(changed: Project) -> None:
    code, screen = seen(changed, "apply", str(changed.file), typed="y\n")
    assert code == 0
    assert packed("Publish 1 on") in screen
    assert packed(f"{changed.slug} was published as version 2.") in screen


def test_a_no_changes_nothing(changed: Project) -> None:
    code, screen = seen(changed, "apply", str(changed.file), typed="n\n")
    assert code == 1
    assert packed("Nothing was changed.") in screen
    assert changed("versions", changed.slug).out.startswith("1\tlive")


def test_versions_stand_in_blocks(project: Project) -> None:
    project.applied()
    (version,) = (
        json.loads(line) for line in project("versions", project.slug, "--json").out.splitlines()
    )
    code, screen = seen(project, "versions", project.slug)
    assert code == 0
    for told in (str(version["number"]), "live", version["published_by"]):
        assert packed(told) in screen
