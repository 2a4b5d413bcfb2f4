from __future__ import annotations

from typing import Annotated

import typer

from waybill.cli.operating.events import follow_to_the_end
from waybill.cli.operating.named import submission_named
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output

SubmissionName = Annotated[
    str, typer.Argument(metavar="ID", help="The id or the reference, such as WB-7K3M9QXD01.")
]


def follow(name: SubmissionName, profile: ProfileOption = None, json: JsonOption = False) -> None:
    """Show every event of a submission, live, until it ends or waits for a person.

    Ends with 0 when everything was delivered, and with 1 otherwise. It reconnects by itself.

    Examples:

      waybill follow WB-7K3M9QXD01

      waybill follow WB-7K3M9QXD01 --json
    """
    with signed_in(profile) as waybill:
        submission_id = submission_named(waybill, name)
        raise typer.Exit(follow_to_the_end(waybill, submission_id, Output(json_lines=json)))
