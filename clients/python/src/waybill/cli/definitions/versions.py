from __future__ import annotations

from typing import Annotated

import typer

from waybill.api.api.workflows import list_versions, restore_version
from waybill.api.models.publish_in import PublishIn
from waybill.api.models.version_out import VersionOut
from waybill.api.types import UNSET
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import Column, JsonOption, Output, instant

Slug = Annotated[str, typer.Argument(help="The workflow's slug.")]
NoteOption = Annotated[
    str, typer.Option("--note", help="Why, for those who read the list of versions.")
]
_COLUMNS = (
    Column[VersionOut]("version", lambda each: each.number),
    Column[VersionOut]("state", lambda each: each.state.value),
    Column[VersionOut]("published", lambda each: instant(each.published_at)),
    Column[VersionOut]("by", lambda each: each.published_by, flexible=True),
    Column[VersionOut]("note", lambda each: each.note, flexible=True),
)


def versions(workflow: Slug, profile: ProfileOption = None, json: JsonOption = False) -> None:
    """List what was published of a workflow, newest first.

    Examples:

      waybill versions order
    """
    with signed_in(profile) as waybill:
        listed = waybill.call(list_versions.sync_detailed, workflow, client=waybill.api)
    Output(json_lines=json).items(
        listed.items, _COLUMNS, as_json=VersionOut.to_dict, none="Nothing was published yet."
    )


def rollback(
    workflow: Slug,
    version: Annotated[int, typer.Argument(min=1, help="The number to go back to.")],
    why: NoteOption = "",
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Publish what an earlier version says, as a new version.

    Examples:

      waybill rollback order 3 --note "The CRM refuses the country."
    """
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        body = PublishIn(note=why) if why else UNSET
        made = waybill.call(
            restore_version.sync_detailed, workflow, version, client=waybill.api, body=body
        )
    out.record(made.to_dict())
    out.line(f"{workflow} is as in version {version} again, which is version {made.number} now.")
