"""What files would change on a server."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from waybill_definitions.changes import changes_as_text, changes_in_words
from waybill_definitions.document import Definition, DefinitionRefused, definition_read

from waybill import Fault, Refused, Waybill
from waybill.answers import understood, value_of
from waybill.api.api.workflows import check_definition, get_live_version, list_workflows
from waybill.api.models.workflow_out import WorkflowOut
from waybill.api.types import File
from waybill.cli.definitions.files import DefinitionFile, faults_told
from waybill.cli.definitions.other_versions import SAME_RELEASE, route_expected, versions_differ
from waybill.cli.every import every
from waybill.cli.profiles import version_of
from waybill.cli.terminal import counted

_NOT_FOUND = 404
_UNREADABLE = (
    "What is live says something that this version of the command does not know, so it cannot be"
    " compared. All of it would be replaced."
)


class Change(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    REWRITTEN = "rewritten"
    """It says the same in other words: comments, order, names of anchors."""
    SAME = "same"


@dataclass(frozen=True)
class Planned:
    """One workflow. ``tag``: of what is live, None for nothing. ``words``: what changes."""

    file: DefinitionFile
    definition: Definition
    change: Change
    tag: str | None
    words: Sequence[str]
    diff: str
    gives_up: str | None
    """The address of a form that it leaves."""

    @property
    def slug(self) -> str:
        return self.definition.workflow


@dataclass(frozen=True)
class Plan:
    """``changes``: in the order in which they are to be applied. ``elsewhere``: workflows that the
    server has and the files have not. ``notes``: what else there is to say."""

    changes: Sequence[Planned]
    faults: Sequence[tuple[Path, Fault]]
    elsewhere: Sequence[str]
    notes: Sequence[str]

    @property
    def applied(self) -> Sequence[Planned]:
        return [each for each in self.changes if each.change is not Change.SAME]


def plan_made(waybill: Waybill, files: Iterable[DefinitionFile]) -> Plan:
    """Compare the files with what is live, and have the server check what would change."""
    with route_expected(waybill, "list its workflows"):
        there = [
            each.slug
            for each in every(waybill, list_workflows.sync_detailed, WorkflowOut)
            if each.version is not None
        ]
    planned: dict[str, Planned] = {}
    faults: list[tuple[Path, Fault]] = []
    notes: list[str] = []
    for file in files:
        try:
            definition = definition_read(file.text)
        except DefinitionRefused as refused:
            faults += [(file.path, each) for each in faults_told(refused.faults)]
            notes = notes or _versions_noted(waybill)
            continue
        slug = definition.workflow
        if slug in planned:
            other = planned[slug].file.path
            faults.append((file.path, Fault("workflow", f"`{slug}` is in {other} too; rename one")))
            continue
        planned[slug] = _compared(waybill, file, definition, is_there=slug in there)
    leaving = {each.gives_up for each in planned.values()} - {None}
    for each in planned.values():
        if each.change is not Change.SAME:
            faults += _checked(waybill, each, leaving)
    elsewhere = [slug for slug in there if slug not in planned]
    return Plan(_ordered(planned.values()), faults, elsewhere, notes)


def _versions_noted(waybill: Waybill) -> list[str]:
    """For faults that may be none for the server."""
    differ = versions_differ(version_of(waybill))
    return [f"{waybill.url}: {differ} {SAME_RELEASE}"] if differ else []


def _compared(
    waybill: Waybill, file: DefinitionFile, definition: Definition, *, is_there: bool
) -> Planned:
    live: tuple[str, str] | None = None
    if is_there:
        with route_expected(waybill, f"show what is live of {definition.workflow}"):
            live = _live(waybill, definition.workflow)
    if live is None:
        questions, steps = len(definition.form.fields), len(definition.steps)
        words = [f"{counted(questions, 'question')}, {counted(steps, 'step')}."]
        return Planned(file, definition, Change.NEW, None, words, "", None)
    document, tag = live
    if document == file.text:
        return Planned(file, definition, Change.SAME, tag, [], "", None)
    try:
        before = definition_read(document)
    except DefinitionRefused:  # of a release that took what this one does not
        return Planned(file, definition, Change.CHANGED, tag, [_UNREADABLE], "", None)
    words = changes_in_words(before, definition)
    diff = changes_as_text(before, definition, ("live", str(file.path)))
    change = Change.CHANGED if words else Change.REWRITTEN
    left = before.form.address if before.form.address != definition.form.address else None
    return Planned(file, definition, change, tag, words, diff, left)


def live_of(waybill: Waybill, slug: str) -> tuple[str, str] | None:
    """The document that is live, and its tag; None where nothing is."""
    try:
        return _live(waybill, slug)
    except Refused as refused:
        if refused.status == _NOT_FOUND:
            return None
        raise


def _live(waybill: Waybill, slug: str) -> tuple[str, str]:
    with understood(waybill.url):
        response = get_live_version.sync_detailed(slug, client=waybill.api)
        return value_of(response).document, response.headers.get("etag", "")


def _checked(
    waybill: Waybill, planned: Planned, leaving: Collection[str | None]
) -> list[tuple[Path, Fault]]:
    """What the server finds. An address that another file gives up is free by then."""
    file = planned.file
    with route_expected(waybill, "check definitions"):
        told = waybill.call(check_definition.sync_detailed, client=waybill.api, body=sent(file))
    is_left = planned.definition.form.address in leaving
    return [
        (file.path, Fault(each.field, each.message, each.line, each.column))
        for each in told.faults
        if not (is_left and each.field == "form.address")
    ]


def sent(file: DefinitionFile) -> File:
    """The document as the body of a request."""
    return File(file.text.encode(), file.path.name)  # type: ignore[arg-type]


def _ordered(planned: Iterable[Planned]) -> list[Planned]:
    """Those that give up an address first, so that another may take it."""
    return sorted(planned, key=lambda each: (each.gives_up is None, each.slug))
