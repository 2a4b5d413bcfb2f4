"""`make demo`: one form through the whole of Waybill, checked at both destinations."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from dev import client, tryton
from dev.console import Problem, bold, dim, say, step
from dev.layout import MAIN
from dev.processes.health import http_json
from dev.processes.lock import Held, lock
from dev.processes.supervisor import Supervisor, interruptible
from dev.stack import start_stack
from dev.up import close, running_variables

FORM = "new-customer"
DELIVERY_SECONDS = 90.0
Variables = Mapping[str, str]
FINISHED = frozenset({"succeeded", "needs_attention", "failed", "cancelled"})


def example() -> dict[str, str]:
    """A customer that differs from all earlier runs."""
    mark = secrets.token_hex(3)
    return {
        "company": f"Northwind Traders {mark}",
        "contact_name": "Ada Byron",
        "email": f"ada.{mark}@northwind.example",
        "phone": "+44 20 7946 0958",
        "country": "GB",
        "note": "We would like a price list for spring.",
    }


@contextmanager
def open_or_use_stack() -> Iterator[Variables]:
    """The stack of a running `make up`, or our own, which ends with the block."""
    MAIN.create()
    supervisor = Supervisor(MAIN)
    try:
        with lock(MAIN):
            try:
                yield start_stack(MAIN, supervisor).variables
            finally:
                close(supervisor)
    except Held as held:
        say(dim(f"  Using the running stack (process {held.pid})."))
        yield running_variables(MAIN)


def _timeline(variables: Variables, token: str) -> dict[str, Any]:
    """Print each change of each step as it happens. Returns the last state."""
    begun = time.monotonic()
    printed: dict[str, str] = {}
    state: dict[str, Any] = {}
    for state in client.follow(variables["WAYBILL_PUBLIC_URL"], token, DELIVERY_SECONDS):
        for item in state["steps"]:
            if printed.get(item["key"]) == item["status"]:
                continue
            printed[item["key"]] = item["status"]
            record = f"  {bold(item['record'])}" if item.get("record") else ""
            why = f"  {item['reason']}" if item.get("reason") else ""
            elapsed = f"{time.monotonic() - begun:6.2f} s"
            say(f"  {dim(elapsed)}  {item['status']:<10} {item['title']}{record}{why}")
    if state.get("status") != "succeeded":
        ended = "ended as" if state.get("status") in FINISHED else "was still"
        word = state.get("status", "unknown")
        raise Problem(f"The submission {ended} “{word}” when the stream closed, not “succeeded”.")
    say(f"  {state['headline']}")
    return state


def _require(what: str, expected: object, found: object) -> None:
    if expected != found:
        raise Problem(f"{what} is {found!r}, not {expected!r}.")


def _check_party(variables: Variables, state: dict[str, Any], sent: dict[str, str]) -> None:
    """Ask Tryton itself for the customer that the timeline names."""
    code = next(item["record"] for item in state["steps"] if item["key"] == "customer")
    with step(f"Reading customer {code} back from Tryton"):
        party = tryton.read_party(variables, code)
        if party is None:
            raise Problem(f"Tryton has no party with the code {code}.")
        _require("The customer's name in Tryton", sent["company"], party.name)
        _require(
            "The customer's e-mail in Tryton", sent["email"], dict(party.contacts).get("email")
        )
        _require("The number of leads in Tryton", 1, len(party.opportunities))


def _check_message(variables: Variables, state: dict[str, Any], sent: dict[str, str]) -> None:
    """Ask the mailbox for the welcome message."""
    with step(f"Reading the message to {sent['email']} back from the mailbox"):
        messages = http_json(f"http://127.0.0.1:{variables['MAILBOX_PORT']}/messages")
        mine = [message for message in messages if sent["email"] in str(message["to"])]
        if len(mine) != 1:
            raise Problem(f"The mailbox holds {len(mine)} messages to {sent['email']}, not 1.")
        if state["reference"] not in mine[0]["text"]:
            raise Problem(f"The message does not name the reference {state['reference']}.")


def run_demo(variables: Variables) -> None:
    """Submit, follow, verify. Raises Problem at the first mismatch."""
    sent = example()
    say()
    accepted = client.submit(variables["WAYBILL_PUBLIC_URL"], FORM, sent, secrets.token_urlsafe(16))
    say(f"  {bold(accepted['reference'])} accepted: {sent['company']}")
    say(dim(f"  {accepted['tracking_url']}"))
    state = _timeline(variables, accepted["tracking_token"])
    say()
    _check_party(variables, state, sent)
    _check_message(variables, state, sent)


def demo() -> int:
    """Run the demonstration, on its own stack if none is running."""
    with interruptible(), open_or_use_stack() as variables:
        run_demo(variables)
    say("Delivered once to each system, and read back from both.")
    return 0
