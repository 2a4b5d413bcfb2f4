"""The list of commands."""

from __future__ import annotations

import typer

from waybill.cli.connections import connections
from waybill.cli.operating import follow, retry, runs, show, submit
from waybill.cli.profiles import login, logout, profiles, whoami

app = typer.Typer(
    name="waybill",
    help="Waybill from the command line: sign in, submit, follow, and look after what was sent.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

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
