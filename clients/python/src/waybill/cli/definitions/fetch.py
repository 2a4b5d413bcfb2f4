from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waybill.cli.definitions.environments import DEFAULT, EnvironmentOption, environment_named
from waybill.cli.definitions.known import known_fetch, known_write
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import JsonOption, Output, progress


def fetch(
    folder: Annotated[Path, typer.Argument(help="Where the files are.")] = Path(),
    environment: EnvironmentOption = None,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Keep beside the files what the server has: kinds of systems, connections, forms.

    `waybill validate` needs no server then. It holds no secret, and may be in git.

    Examples:

      waybill fetch workflows
    """
    chosen = environment_named(folder, environment)
    with signed_in(profile or chosen.profile) as waybill, progress("Asking the server"):
        known = known_fetch(waybill)
    path = known_write(known, folder, environment or DEFAULT)
    out = Output(json_lines=json)
    out.record({"file": str(path), "connections": known.connections})
    connections = ", ".join(known.connections) or "none yet"
    out.line(f"{path} has {len(known.connectors)} kinds of systems; connections: {connections}.")
