"""The command: start everything from the checkout, follow the edits, stop everything."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

from dev.commands import end_all
from dev.console import say, step
from dev.environment import write_files
from dev.installing import frontend
from dev.layout import MAIN
from dev.processes.supervisor import Supervisor
from dev.reload.restarting import Backend
from dev.reload.specs import specs
from dev.stack import Stack
from dev.stores.preparation import seed_database
from dev.up import in_foreground, show


def develop() -> int:
    """Run until interrupted, or until a process ends that no edit can start again."""
    return in_foreground(_run)


def _run(supervisor: Supervisor) -> None:
    stack = _prepared(supervisor)
    processes = specs(MAIN, stack.variables)
    web = supervisor.start(processes.web)
    others = list(supervisor.running)
    backend = Backend(MAIN, supervisor, processes)
    with step("Starting api, stream, worker, dispatcher, beat and web"):
        backend.start()
        web.wait_ready()
    write_files(MAIN, stack.variables, {"kind": "stack", "pid": os.getpid()})
    show(stack.variables, flower=False)
    say("  Edits take effect by themselves: frontend/ in the browser, backend/ in all processes.")
    backend.follow(others, stack.variables)


def _prepared(supervisor: Supervisor) -> Stack:
    """A stack whose stores and systems run, with the schema and the example of the checkout."""
    stack = Stack(MAIN, supervisor, prefer_ports=True)
    with ThreadPoolExecutor(max_workers=2) as lanes:
        packages = lanes.submit(frontend.install_packages)
        try:
            stack.open()
            schema = lanes.submit(stack.migrate)
            stack.start_systems()
            schema.result()
            packages.result()
        except BaseException:
            end_all()
            raise
    seed_database(MAIN, stack.variables)
    return stack
