"""`make up`: everything in the foreground until Ctrl-C."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dev.console import Problem, bold, dim, say, step, table
from dev.layout import MAIN, ROOT, Home
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Interrupted, Supervisor, interruptible
from dev.stack import start_stack


def read_state(home: Home) -> dict[str, Any]:
    """The state file of the running stack."""
    state: dict[str, Any] = json.loads(home.state_file.read_text())
    return state


def running_variables(home: Home) -> Mapping[str, str]:
    """Variables of the stack running in this home. Raises Problem if it is not up yet."""
    state = read_state(home) if home.state_file.is_file() else {}
    if state.get("kind") != "stack":
        raise Problem("Waybill is just starting in another process. Try again when it is up.")
    variables: Mapping[str, str] = state["env"]
    return variables


def already(held: Held) -> Problem:
    """What to say when another process runs this home's stack."""
    where = ""
    if MAIN.state_file.is_file():
        where = f" at {read_state(MAIN)['env'].get('WAYBILL_PUBLIC_URL', '')}"
    return Problem(f"Waybill already runs{where} (process {held.pid}). Stop it with: make stop")


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def show(variables: Mapping[str, str], *, flower: bool = True) -> None:
    """Print the addresses and the sign-in, once everything is healthy."""
    web = variables["WAYBILL_PUBLIC_URL"]
    say()
    table(
        [
            ["Form to fill in", bold(f"{web}/f/new-customer")],
            ["Operators' pages", f"{web}/submissions"],
            ["", f"{variables['WAYBILL_DEMO_EMAIL']}  {variables['WAYBILL_DEMO_PASSWORD']}"],
            ["API documentation", f"{web}/api/v1/docs"],
            ["API key", variables["WAYBILL_DEMO_API_KEY"]],
            *(_flower(variables) if flower else ()),
            ["Tryton", f"http://127.0.0.1:{variables['TRYTON_PORT']}"],
            ["Mailbox", f"http://127.0.0.1:{variables['MAILBOX_PORT']}"],
        ]
    )
    say("  A workflow of your own, as docs/guides/your-first-workflow.md goes on:")
    say("    pip install ./clients/python")
    say(f"    waybill login {web}")
    say("    waybill init workflows/order.yaml")
    say()
    say(f"  Logs: {_relative(MAIN.logs)}/   Environment: . {_relative(MAIN.env_file)}")
    say(dim("  Ctrl-C stops everything."))


def _flower(variables: Mapping[str, str]) -> list[list[str]]:
    return [
        ["Flower", f"http://127.0.0.1:{variables['FLOWER_PORT']}  in a few seconds"],
        ["", variables["FLOWER_BASIC_AUTH"].replace(":", "  ")],
    ]


def close(supervisor: Supervisor) -> None:
    """Stop everything and report it."""
    if not supervisor.running:
        return
    supervisor.home.state_file.unlink(missing_ok=True)
    with step("Stopping everything"):
        forced = supervisor.stop()
    if forced:
        say(f"  Had to be killed: {', '.join(forced)}")


def up() -> int:
    """Start, show the addresses, and watch until interrupted or a process dies."""
    return in_foreground(_run)


def _run(supervisor: Supervisor) -> None:
    show(start_stack(MAIN, supervisor).variables)
    supervisor.watch()


def in_foreground(run: Callable[[Supervisor], None]) -> int:
    """Run until it ends or is interrupted, alone in this home, and stop what it started."""
    MAIN.create()
    supervisor = Supervisor(MAIN)
    try:
        with lock(MAIN), interruptible():
            try:
                run(supervisor)
            except Interrupted:
                say()
            finally:
                close(supervisor)
    except Held as held:
        raise already(held) from None
    return 0
