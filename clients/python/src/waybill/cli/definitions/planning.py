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
from waybill.cli.every import every

_NOT_FOUND = 404


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
    server has and the files have not."""

    changes: Sequence[Planned]
    faults: Sequence[tuple[Path, Fault]]
    elsewhere: Sequence[str]

    @property
    def applied(self) -> Sequence[Planned]:
        return [each for each in self.changes if each.change is not Change.SAME]


def plan_made(waybill: Waybill, files: Iterable[DefinitionFile]) -> Plan:
    """Compare the files with what is live, and have the server check what would change."""
    planned: dict[str, Planned] = {}
    faults: list[tuple[Path, Fault]] = []
    for file in files:
        try:
            definition = definition_read(file.text)
        except DefinitionRefused as refused:
            faults += [(file.path, each) for each in faults_told(refused.faults)]
            continue
        slug = definition.workflow
        if slug in planned:
            other = planned[slug].file.path
            faults.append((file.path, Fault("workflow", f"`{slug}` is in {other} too; rename one")))
            continue
        planned[slug] = _compared(waybill, file, definition)
    leaving = {each.gives_up for each in planned.values()} - {None}
    for each in planned.values():
        if each.change is not Change.SAME:
            faults += _checked(waybill, each, leaving)
    there = [
        each.slug
        for each in every(waybill, list_workflows.sync_detailed, WorkflowOut)
        if each.version is not None
    ]
    return Plan(_ordered(planned.values()), faults, [slug for slug in there if slug not in planned])


def _compared(waybill: Waybill, file: DefinitionFile, definition: Definition) -> Planned:
    live = live_of(waybill, definition.workflow)
    if live is None:
        words = [f"{len(definition.form.fields)} questions, {len(definition.steps)} steps."]
        return Planned(file, definition, Change.NEW, None, words, "", None)
    document, tag = live
    if document == file.text:
        return Planned(file, definition, Change.SAME, tag, [], "", None)
    try:
        before = definition_read(document)
    except DefinitionRefused:  # of a release that took what this one does not
        return Planned(file, definition, Change.CHANGED, tag, ["Everything is new."], "", None)
    words = changes_in_words(before, definition)
    diff = changes_as_text(before, definition, ("live", str(file.path)))
    change = Change.CHANGED if words else Change.REWRITTEN
    left = before.form.address if before.form.address != definition.form.address else None
    return Planned(file, definition, change, tag, words, diff, left)


def live_of(waybill: Waybill, slug: str) -> tuple[str, str] | None:
    """The document that is live, and its tag; None where nothing is."""
    try:
        with understood(waybill.url):
            response = get_live_version.sync_detailed(slug, client=waybill.api)
            return value_of(response).document, response.headers.get("etag", "")
    except Refused as refused:
        if refused.status == _NOT_FOUND:
            return None
        raise


def _checked(
    waybill: Waybill, planned: Planned, leaving: Collection[str | None]
) -> list[tuple[Path, Fault]]:
    """What the server finds. An address that another file gives up is free by then."""
    file = planned.file
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
