"""The list of commands."""

from __future__ import annotations

from importlib.metadata import version
from shutil import get_terminal_size
from typing import Annotated, ClassVar

import typer

from waybill.api import API_VERSION
from waybill.cli.connections import connections
from waybill.cli.lazily import Lazily, help_markup
from waybill.cli.operating import follow, retry, runs, show, submit
from waybill.cli.profiles import login, logout, profiles, whoami
from waybill.cli.terminal import Output

_FILES = [
    "init",
    "fetch",
    "validate",
    "preview",
    "plan",
    "apply",
    "export",
    "versions",
    "rollback",
    "client",
]


class _Commands(Lazily):
    """Those that read definitions take longest to import."""

    lazy: ClassVar[dict[str, str]] = dict.fromkeys(_FILES, "waybill.cli.definitions")
    panel = "Workflows as files"


app = typer.Typer(
    cls=_Commands,
    name="waybill",
    no_args_is_help=True,
    rich_markup_mode=help_markup(),
    pretty_exceptions_enable=False,
    context_settings={
        "help_option_names": ["--help", "-h"],
        "terminal_width": get_terminal_size().columns,
    },
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
