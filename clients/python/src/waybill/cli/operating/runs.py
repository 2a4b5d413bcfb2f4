from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from waybill.api.models.submission_out import SubmissionOut
from waybill.api.models.submission_status import SubmissionStatus
from waybill.cli.operating.statuses import status_style
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import Column, JsonOption, Output, ago, instant

_COLUMNS = (
    Column[SubmissionOut]("reference", lambda each: each.reference),
    Column[SubmissionOut](
        "status", lambda each: each.status, lambda each: status_style(each.status)
    ),
    Column[SubmissionOut]("steps", lambda each: f"{each.steps_done}/{each.steps_total}"),
    Column[SubmissionOut](
        "accepted",
        lambda each: instant(each.created_at),
        people=lambda each: ago(each.created_at),
    ),
    Column[SubmissionOut]("workflow", lambda each: each.workflow.slug, flexible=True),
    Column[SubmissionOut]("about", lambda each: each.title, flexible=True),
)


def runs(
    status: Annotated[
        SubmissionStatus | None,
        typer.Option("--status", metavar="<state>", help="Only those in this state."),
    ] = None,
    workflow: Annotated[
        str | None, typer.Option("--workflow", "-w", help="Only those of the workflow, by slug.")
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(
            "--search", "-q", help="Reference, id, e-mail address, or how the subject begins."
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at most.")] = 50,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """List submissions, newest first.

    States: accepted, delivering, needs_attention, succeeded, failed, cancelled.

    Examples:

      waybill runs --status needs_attention

      waybill runs --workflow order --json --limit 1000
    """
    with signed_in(profile) as waybill:
        found = waybill.submissions(
            status=status, workflow=workflow, search=search, page_size=min(limit, 100)
        )
        Output(json_lines=json).items(
            islice(found, limit),
            _COLUMNS,
            as_json=SubmissionOut.to_dict,
            none="There are no such submissions.",
        )
