"""`make services` and `make stop`."""

from __future__ import annotations

import os

from dev.console import say, step
from dev.environment import stack_variables, write_files
from dev.layout import MAIN, ROOT
from dev.ports import PREFERRED, choose
from dev.secrets import load_or_create
from dev.services import keep_running, open_services, stop_services
from dev.supervisor import Supervisor, interruptible


def services() -> int:
    """Start PostgreSQL and Valkey alone, in the background, and write an environment to source."""
    MAIN.create()
    secrets = load_or_create(MAIN.secrets_file)
    supervisor = Supervisor(MAIN)
    with interruptible():
        try:
            stores = open_services(MAIN, secrets, os.environ, supervisor)
        except BaseException:
            supervisor.stop()
            raise
        keep_running(MAIN, stores, supervisor)
    names = [name for name in PREFERRED if name not in ("POSTGRES_PORT", "VALKEY_PORT")]
    variables = stack_variables(stores, secrets, choose(names, os.environ))
    write_files(MAIN, variables, {"kind": "services"})
    say(f"PostgreSQL and Valkey are running. Use them with:  . {MAIN.env_file.relative_to(ROOT)}")
    say("Stop them with:  make stop")
    return 0


def stop() -> int:
    """Stop what `make services` left running."""
    with step("Stopping PostgreSQL and Valkey"):
        stopped = stop_services(MAIN)
    if not stopped:
        say("Nothing was running.")
    return 0
