from __future__ import annotations

import json as json_text
from pathlib import Path
from typing import Annotated

import typer

from waybill.api.api.workflows import preview_definition
from waybill.api.models.definition_preview_in import DefinitionPreviewIn
from waybill.api.models.preview_out import PreviewOut
from waybill.api.models.previewed_step_out import PreviewedStepOut
from waybill.api.models.rendered_request_out import RenderedRequestOut
from waybill.cli.definitions.environments import EnvironmentOption, environment_named
from waybill.cli.definitions.files import definition_file
from waybill.cli.definitions.other_versions import route_expected
from waybill.cli.operating import InputOption, SetOption, answers_given
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output, note


def preview(
    file: Annotated[Path, typer.Argument(help="The file of one workflow.")],
    input_: InputOption = None,
    values: SetOption = None,
    environment: EnvironmentOption = None,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Show what each step would send for these answers. Nothing is sent, and nothing saved.

    What earlier steps give is replaced by samples; secrets and sensitive answers are hidden.

    Examples:

      waybill preview workflows/order.yaml --input samples/order.json
    """
    chosen = environment_named(file, environment)
    found = definition_file(file, chosen)
    wanted = {"document": found.text, "data": answers_given(input_, values or [])}
    out = Output(json_lines=json)
    with signed_in(profile or chosen.profile) as waybill:
        body = DefinitionPreviewIn.from_dict(wanted)
        with route_expected(waybill, "preview definitions"):
            made = waybill.call(preview_definition.sync_detailed, client=waybill.api, body=body)
    out.record(made.to_dict())
    _told(made, out)


def _told(made: PreviewOut, out: Output) -> None:
    if made.subject:
        out.line(made.subject, "bold")
    for step in made.steps:
        _step_told(step, out)
    for each in made.notes:
        note(each)


def _step_told(step: PreviewedStepOut, out: Output) -> None:
    out.line()
    out.line(f"{step.key}: {step.title} ({step.connection}/{step.action})", "bold")
    if step.reason:
        out.line(f"  {step.fate.value}: {step.reason}", "yellow")
    for request in step.requests:
        _request_told(request, out)


def _request_told(request: RenderedRequestOut, out: Output) -> None:
    out.line(f"  {request.about}", "dim")
    if request.when:
        out.line(f"  {request.when}", "yellow")
    out.line(f"  {request.method} {request.url}")
    for name, value in request.headers.to_dict().items():
        out.line(f"  {name}: {value}")
    for name, value in request.decoded.to_dict().items():
        out.line(f"    {name} says {_pretty(value, indent=None)}", "dim")
    if request.body is not None:
        body = request.body if isinstance(request.body, str) else _pretty(request.body)
        for line in body.splitlines():
            out.line(f"    {line}")
    if request.is_cut:
        out.line("    … the body is longer")


def _pretty(value: object, indent: int | None = 2) -> str:
    return json_text.dumps(value, indent=indent, ensure_ascii=False)
