"""The list of commands."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from waybill.api import API_VERSION
from waybill.cli.connections import connections
from waybill.cli.definitions import (
    apply,
    client,
    export,
    fetch,
    init,
    plan,
    preview,
    rollback,
    validate,
    versions,
)
from waybill.cli.operating import follow, retry, runs, show, submit
from waybill.cli.profiles import login, logout, profiles, whoami
from waybill.cli.terminal import Output

app = typer.Typer(
    name="waybill",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version_shown(wanted: bool) -> None:
    if wanted:
        Output().line(f"waybill {version('waybill')}, for version {API_VERSION} of the API")
        raise typer.Exit


@app.callback()
def waybill(
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version_shown, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Waybill from the command line: sign in, submit, follow, and look after what was sent."""


SIGN_IN, SEND, SYSTEMS = "Signing in", "Submitting and following", "Connected systems"
FILES = "Workflows as files"

app.command(rich_help_panel=SIGN_IN)(login)
app.command(rich_help_panel=SIGN_IN)(logout)
app.command(rich_help_panel=SIGN_IN)(whoami)
app.add_typer(profiles, name="profiles", rich_help_panel=SIGN_IN)
app.command(rich_help_panel=SEND)(submit)
app.command(rich_help_panel=SEND)(follow)
app.command(rich_help_panel=SEND)(runs)
app.command(rich_help_panel=SEND)(show)
app.command(rich_help_panel=SEND)(retry)
app.add_typer(connections, name="connections", rich_help_panel=SYSTEMS)
app.command(rich_help_panel=FILES)(init)
app.command(rich_help_panel=FILES)(fetch)
app.command(rich_help_panel=FILES)(validate)
app.command(rich_help_panel=FILES)(preview)
app.command(rich_help_panel=FILES)(plan)
app.command(rich_help_panel=FILES)(apply)
app.command(rich_help_panel=FILES)(export)
app.command(rich_help_panel=FILES)(versions)
app.command(rich_help_panel=FILES)(rollback)
app.command(rich_help_panel=FILES)(client)
