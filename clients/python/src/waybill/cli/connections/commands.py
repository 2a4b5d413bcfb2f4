from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waybill.api.api.connections import (
    create_connection,
    list_connections,
    replace_credentials,
    test_connection,
)
from waybill.api.models.connection_in import ConnectionIn
from waybill.api.models.connection_out import ConnectionOut
from waybill.api.models.credentials_in import CredentialsIn
from waybill.cli.connections.connection_file import connection_read
from waybill.cli.connections.credentials import credentials_given
from waybill.cli.every import every
from waybill.cli.problems import Exit
from waybill.cli.profiles import ProfileOption, signed_in
from waybill.cli.terminal import Column, JsonOption, Output, note, progress

connections = typer.Typer(help="The systems that are connected.", no_args_is_help=True)

Slug = Annotated[str, typer.Argument(help="The connection's slug or id.")]
FromEnv = Annotated[
    str | None,
    typer.Option(
        "--from-env",
        metavar="NAME",
        help="The environment variable that holds the credentials, instead of standard input.",
    ),
]


def _gate(connection: ConnectionOut) -> str:
    gate = connection.gate
    if gate.paused_at:
        return f"paused ({gate.pause_reason})"
    if gate.cooling_until:
        return "cooling"
    return "open" if gate.breaker == "closed" else f"breaker {gate.breaker}"


def _tested(connection: ConnectionOut) -> str:
    if connection.test_ok is None:
        return "not tested"
    return "works" if connection.test_ok else connection.test_problem or "does not work"


_COLUMNS = (
    Column[ConnectionOut]("slug", lambda each: each.slug),
    Column[ConnectionOut]("connector", lambda each: each.connector),
    Column[ConnectionOut](
        "test", _tested, lambda each: {True: "green", False: "red", None: ""}[each.test_ok]
    ),
    Column[ConnectionOut]("sending", _gate, lambda each: "" if _gate(each) == "open" else "yellow"),
    Column[ConnectionOut]("name", lambda each: each.name, flexible=True),
)


@connections.command("list")
def connections_list(profile: ProfileOption = None, json: JsonOption = False) -> None:
    """List the connections: whether they work, and whether anything may be sent now.

    Examples:

      waybill connections list

      waybill connections list --json
    """
    with signed_in(profile) as waybill:
        Output(json_lines=json).items(
            every(waybill, list_connections.sync_detailed, ConnectionOut),
            _COLUMNS,
            as_json=ConnectionOut.to_dict,
            none="There are no connections. Make one: waybill connections create FILE",
        )


@connections.command("test")
def connections_test(
    connection: Slug, profile: ProfileOption = None, json: JsonOption = False
) -> None:
    """Ask the system whether it works. No payload is sent; it takes 10 seconds at most.

    Ends with 0 when it works, and with 1 otherwise.

    Examples:

      waybill connections test crm
    """
    out = Output(json_lines=json)
    with signed_in(profile) as waybill, progress(f"Asking {connection}"):
        said = waybill.call(test_connection.sync_detailed, connection, client=waybill.api)
    out.record(said.to_dict())
    out.line(f"{connection}: {said.message}", "green" if said.ok else "red")
    raise typer.Exit(Exit.DONE if said.ok else Exit.FAILED)


@connections.command("create")
def connections_create(
    file: Annotated[Path, typer.Argument(help="YAML or JSON: slug, name, connector, settings.")],
    from_env: FromEnv = None,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Connect a system. Its credentials come from standard input or the environment, as JSON.

    Examples:

      waybill connections create erp.yaml --from-env ERP_CREDENTIALS
    """
    wanted = connection_read(file)
    body = ConnectionIn.from_dict(
        {**wanted.model_dump(), "credentials": credentials_given(from_env)}
    )
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        made = waybill.call(create_connection.sync_detailed, client=waybill.api, body=body)
    out.record(made.to_dict())
    out.line(f"{made.slug} was made.")
    note(f"Ask whether it works: waybill connections test {made.slug}")


@connections.command("set-credential")
def connections_set_credential(
    connection: Slug,
    from_env: FromEnv = None,
    profile: ProfileOption = None,
    json: JsonOption = False,
) -> None:
    """Replace all credentials of a connection. They are JSON, as the connector wants them.

    They are read from standard input, without echo, or from an environment variable: never from an
    argument, which other users of the machine could see.

    Examples:

      waybill connections set-credential crm < credentials.json

      waybill connections set-credential crm --from-env CRM_CREDENTIALS
    """
    body = CredentialsIn.from_dict({"credentials": credentials_given(from_env)})
    out = Output(json_lines=json)
    with signed_in(profile) as waybill:
        changed = waybill.call(
            replace_credentials.sync_detailed, connection, client=waybill.api, body=body
        )
    out.record(changed.to_dict())
    out.line(f"{changed.slug} has new credentials.")
    note(f"Ask whether they work: waybill connections test {changed.slug}")
