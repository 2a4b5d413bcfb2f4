from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waybill.api.api.workflows import list_workflows
from waybill.api.models.workflow_out import WorkflowOut
from waybill.cli.definitions.planning import live_of
from waybill.cli.every import every
from waybill.cli.problems import Problem
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output


def export(
    workflows: Annotated[
        list[str] | None, typer.Argument(help="Slugs; none: all that are live.")
    ] = None,
    to: Annotated[Path, typer.Option("--to", help="The folder for the files.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Write over other files.")] = False,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Write the definitions that are live into files, as they were written.

    Examples:

      waybill export --to workflows

      waybill export order --to workflows --force
    """
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        live = (
            each.slug
            for each in every(waybill, list_workflows.sync_detailed, WorkflowOut)
            if each.version is not None
        )
        for slug in workflows or live:
            found = live_of(waybill, slug)
            if found is None:
                raise Problem(f"Nothing is live of a workflow {slug}.", "List them: waybill export")
            path = _written(to, slug, found[0], force=force)
            out.record({"workflow": slug, "file": str(path)})
            out.line(str(path))


def _written(folder: Path, slug: str, document: str, *, force: bool) -> Path:
    ending = "json" if document.lstrip().startswith("{") else "yaml"
    path = folder / f"{slug}.{ending}"
    if path.exists() and not force and path.read_text(encoding="utf-8") != document:
        raise Problem(f"{path} is there, and says something else.", "Add --force to write over it.")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(document, encoding="utf-8", newline="\n")
    return path
