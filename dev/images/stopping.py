"""Stops with work in flight: it is handed back, and nothing is lost or doubled."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dev.console import Problem, say
from dev.images.container import Stop
from dev.images.processes import Started
from dev.images.servers import Servers

ORDERS = 20
SLOW_SECONDS = 45.0
"""Longer than a stopping worker waits, shorter than the step's timeout."""
PATIENCE_SECONDS = 120.0
_SENDING = "SELECT count(*) FROM submissions_steprun WHERE status = 'sending'"
_ENDED = """
SELECT submission.reference, state.status FROM submissions_submission AS submission
JOIN submissions_submissionstate AS state ON state.submission_id = submission.id
"""


def orders_submit(servers: Servers, api_key: str, count: int) -> list[str]:
    """References of accepted orders. Raises Problem if one is refused."""
    references = [servers.submit(api_key) for _ in range(count)]
    if not all(references):
        raise Problem("The API in its container did not accept an order.")
    return references


def in_flight_stop(
    servers: Servers, api_key: str, worker: Started
) -> tuple[Stop, list[str], list[str]]:
    """Stop a worker in the middle of slow sends: how it ended, the orders, and what was wrong."""
    servers.pace(SLOW_SECONDS)
    references = orders_submit(servers, api_key, ORDERS)
    _wait("the orders are at the destination", lambda: set(references) <= set(servers.effects()))
    stop = worker.container.stop(worker.process.stop_seconds)
    faults = [] if stop.clean else [f"the worker was killed, or failed: {stop.code}"]
    ((sending,),) = servers.query(_SENDING)
    if sending:
        faults.append(f"{sending} steps were not handed back")
        say(worker.container.log())
    servers.pace(0)
    return stop, references, faults


def outcome_faults(servers: Servers, references: list[str]) -> list[str]:
    """Wait until the orders have ended; say which were lost or doubled."""
    wanted = set(references)

    def ended() -> bool:
        states = dict(servers.query(_ENDED))
        return all(states.get(each) == "succeeded" for each in wanted)

    try:
        _wait("every order has succeeded", ended)
    except Problem as problem:
        return [problem.message]
    effects, letters = servers.effects(), servers.letters()
    return [
        *(
            f"{each} was placed {effects.get(each, 0)} times"
            for each in wanted
            if effects.get(each) != 1
        ),
        *(f"{each}: {letters.count(each)} letters" for each in wanted if letters.count(each) != 1),
    ]


@contextmanager
def ordering(servers: Servers, api_key: str) -> Iterator[list[str]]:
    """Submit without pause while the block runs; the list holds what was accepted."""
    accepted: list[str] = []
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            reference = servers.submit(api_key)
            if reference:
                accepted.append(reference)
            else:
                time.sleep(0.1)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield accepted
    finally:
        ended.set()
        for thread in threads:
            thread.join()


def lost_faults(servers: Servers, accepted: list[str]) -> list[str]:
    """Accepted orders that PostgreSQL does not have."""
    there = {reference for reference, _ in servers.query(_ENDED)}
    missing = set(accepted) - there
    return [f"{len(missing)} accepted orders are not in the database"] if missing else []


def _wait(what: str, true: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise Problem(f"Not true after {seconds:.0f} s: {what}")
        time.sleep(0.2)
