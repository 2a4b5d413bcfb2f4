"""`make services` and `make stop`."""

from __future__ import annotations

import os

from dev.console import Problem, say, step
from dev.environment import stack_variables, write_files
from dev.layout import MAIN, ROOT, TEST
from dev.processes.lock import holder, stop_holder
from dev.processes.ports import PREFERRED, choose
from dev.processes.supervisor import Supervisor, interruptible, stop_leftovers
from dev.secrets import load_or_create
from dev.stores.services import (
    STORE_PORTS,
    keep_running,
    open_services,
    services_running,
    stop_services,
)


def services() -> int:
    """Start PostgreSQL and Valkey alone, in the background, and write an environment to source."""
    MAIN.create()
    pid = holder(MAIN)
    if pid:
        raise Problem(f"Waybill runs already, with both (process {pid}): . {MAIN.env_file}")
    secrets = load_or_create(MAIN.secrets_file)
    supervisor = Supervisor(MAIN)
    with interruptible():
        try:
            stores = open_services(MAIN, secrets, os.environ, supervisor)
        except BaseException:
            supervisor.stop()
            raise
        keep_running(MAIN, stores, supervisor)
    names = [name for name in PREFERRED if name not in STORE_PORTS]
    variables = stack_variables(stores, secrets, choose(names, os.environ))
    write_files(MAIN, variables, {"kind": "services"})
    say(f"PostgreSQL and Valkey are running. Use them with:  . {MAIN.env_file.relative_to(ROOT)}")
    say("Stop them with:  make stop")
    return 0


def stop() -> int:
    """Stop another process's stack, and the stores of `make services`."""
    stopped = False
    for home in (MAIN, TEST):
        pid = holder(home)
        if pid:
            with step(f"Stopping Waybill (process {pid})"):
                if not stop_holder(home):
                    raise Problem(f"Process {pid} did not stop within a minute.")
            stopped = True
        stopped |= bool(stop_leftovers(home))
    if services_running(MAIN):
        with step("Stopping PostgreSQL and Valkey"):
            stopped |= stop_services(MAIN)
    if not stopped:
        say("Nothing was running.")
    return 0
