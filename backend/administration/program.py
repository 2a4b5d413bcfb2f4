"""`waybill-admin`: one name for the commands that an administrator needs, and their list."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from administration.doctor import doctor_main
from core.postgres.reaching import not_reached
from core.version import VERSION

COMMANDS = {
    "First day": {
        "migrate": "Create or update the database's schema, roles, rights and policies.",
        "init": "Make the first organization and its owner, by questions or from the environment.",
        "doctor": "Check every part of this installation, and say what to do.",
        "create-organization": "Make another organization and its owner.",
        "create-api-key": "Make an API key and print its secret, once.",
    },
    "Every day": {
        "reconcile": "Compare what was accepted with what became of it.",
        "verify-audit": "Check that nobody changed the audit log.",
        "rebuild-statistics": "Count days of the statistics again from the rows.",
        "support-bundle": "Collect what somebody who helps needs to know, without secrets.",
    },
    "Backups": {
        "backup": "Back up the database and the uploaded files, while everything runs.",
        "verify": "Prove a backup: restore it beside everything else, compare, remove it.",
        "restore": "Restore a backup into an empty or a new database.",
        "settle-restored": "Settle what was under way after a recovery of another kind.",
    },
    "Keys and people": {
        "rotate-keys": "Encrypt everything under the first encryption key.",
        "restart-audit-chain": "Go on with an audit log that is broken, and note why.",
        "set-retention": "Set how long ended submissions are kept.",
        "export-person": "Print everything that is stored about one person.",
        "erase-person": "Erase what is stored about one person.",
    },
}
"""Heading to command to what it does. A command is the management command with `_` for `-`."""


def run_program(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code: 0 done, 1 failed, 2 no such command."""
    if not arguments or arguments[0] in ("help", "--help", "-h"):
        sys.stdout.write(_overview())
        return 0
    if arguments[0] == "--version":
        sys.stdout.write(f"Waybill {VERSION}\n")
        return 0
    name = arguments[0]
    if name not in {command for group in COMMANDS.values() for command in group}:
        sys.stderr.write(f"waybill-admin: there is no command {name}.\n\n{_overview()}")
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")
    if name == "doctor":
        # It also says what is wrong with settings that no other command could start with.
        return doctor_main(arguments[1:])
    try:
        execute_from_command_line(["waybill-admin", name.replace("-", "_"), *arguments[1:]])
    except ImproperlyConfigured as error:
        sys.stderr.write(f"waybill-admin: {error}\n")
        return 1
    except OperationalError as error:
        if sentence := not_reached(error):
            sys.stderr.write(f"waybill-admin: {sentence}\n")
            return 1
        raise
    return 0


def _overview() -> str:
    longest = max(len(name) for group in COMMANDS.values() for name in group)
    lines = ["usage: waybill-admin COMMAND [options]", ""]
    for heading, group in COMMANDS.items():
        lines.append(f"{heading}:")
        lines += [f"  {name:<{longest}}  {what}" for name, what in group.items()]
        lines.append("")
    return "\n".join([*lines, "waybill-admin COMMAND --help says more about one.\n"])
