from __future__ import annotations

from waybill.api.api.submissions import retry_submission
from waybill.cli.operating.follow import SubmissionName
from waybill.cli.operating.named import submission_named
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output


def retry(name: SubmissionName, profile: ProfileOption = None, json: JsonOption = False) -> None:
    """Try the steps of a submission again now that wait for another try.

    Limits and pauses of connections still hold.

    Examples:

      waybill retry WB-7K3M9QXD01
    """
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        state = waybill.call(
            retry_submission.sync_detailed, submission_named(waybill, name), client=waybill.api
        )
    out.record(state.to_dict())
    out.line(f"{state.reference} is tried again now ({state.status}).")
