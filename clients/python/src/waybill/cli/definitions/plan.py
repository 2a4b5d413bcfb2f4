from __future__ import annotations

from typing import Annotated

import typer

from waybill.cli.definitions.environments import EnvironmentOption, environment_named
from waybill.cli.definitions.files import definition_files
from waybill.cli.definitions.planning import Change, Plan, Planned, plan_made
from waybill.cli.definitions.validate import Files
from waybill.cli.problems import Exit
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output, note, progress

_MARKS = {Change.NEW: "+", Change.CHANGED: "~", Change.REWRITTEN: "~", Change.SAME: "="}
_STYLES = {Change.NEW: "green", Change.CHANGED: "yellow", Change.REWRITTEN: "yellow"}
_SAID = {Change.REWRITTEN: "says the same in other words"}


def plan(
    files: Files,
    environment: EnvironmentOption = None,
    diff: Annotated[bool, typer.Option("--diff", help="The lines that change, too.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 6 when something would change.")
    ] = False,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Say what `apply` would change. Nothing is changed; the server checks every definition.

    Examples:

      waybill plan workflows --environment production --diff
    """
    chosen = environment_named(files[0], environment)
    found = [each for path in files for each in definition_files(path, chosen)]
    with signed_in(profile or chosen.profile) as waybill, progress("Comparing"):
        made = plan_made(waybill, found)
    plan_told(made, Output(json_lines=json), diff=diff)
    if made.faults:
        raise typer.Exit(Exit.FAULTS)
    if exit_code and made.applied:
        raise typer.Exit(Exit.CHANGES)


def plan_told(made: Plan, out: Output, *, diff: bool) -> None:
    """Every workflow with what changes, and every fault."""
    for each in made.changes:
        _planned_told(each, out, diff=diff)
    for path, fault in made.faults:
        place = f"{path}:{fault.line or 1}:{fault.column or 1}"
        where = f"{fault.field}: " if fault.field else ""
        out.line(f"{place}: {where}{fault.message}", "red")
        out.record({"file": str(path), "field": fault.field, "fault": fault.message})
    for note_ in made.notes:
        note(note_)
    if made.elsewhere:
        note(f"Not in these files, and left as they are: {', '.join(made.elsewhere)}.")
    count = len(made.applied)
    if made.faults:
        note("Nothing can be applied before the faults are mended.")
    elif not count:
        note("Nothing would change.")


def _planned_told(each: Planned, out: Output, *, diff: bool) -> None:
    said = _SAID.get(each.change, each.change.value)
    out.line(f"{_MARKS[each.change]} {each.slug}: {said}", _STYLES.get(each.change, ""))
    for words in each.words:
        out.line(f"    {words}")
    if diff and each.diff:
        out.line(each.diff.rstrip())
    out.record(
        {
            "workflow": each.slug,
            "file": str(each.file.path),
            "change": each.change.value,
            "changes": list(each.words),
            "diff": each.diff,
        }
    )
