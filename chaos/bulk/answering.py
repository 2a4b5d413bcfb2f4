"""Whether the API goes on answering, as the console and a client ask it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bench.percentiles import percentile

from chaos.client import Client
from chaos.workflows import AGAIN

_PAUSE_SECONDS = 0.2


@dataclass
class Answers:
    """What was answered, and how quickly. ``path``: of the action that is watched, if any."""

    path: str = ""
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def p99(self) -> float:
        return percentile(sorted(self.seconds), 99)

    @property
    def broken(self) -> list[str]:
        """What must not be, in words."""
        return [f"{len(self.wrong)} answers: {self.wrong[0]}"] if self.wrong else []


@contextmanager
def answering(client: Client) -> Iterator[Answers]:
    """Ask for the lists, the overview and the action, and submit, while the block runs."""
    answers, ended = Answers(), threading.Event()

    def get(path: str) -> int:
        return client.call("GET", path)[0]

    def ask() -> None:
        asked: dict[str, Callable[[], int]] = {
            "the action": lambda: get(answers.path or "/bulk-actions"),
            "the list": lambda: get(f"/submissions?workflow={AGAIN}&status=failed"),
            "the newest": lambda: get("/submissions"),
            "the overview": lambda: get("/overview"),
            "a submission": lambda: client.submit("keyed"),
        }
        while not ended.is_set():
            for name, call in asked.items():
                began = time.monotonic()
                try:
                    status = call()
                except (OSError, http.client.HTTPException) as error:
                    status = 0
                    answers.wrong.append(f"{name}: {error!r}")
                answers.seconds.append(time.monotonic() - began)
                if status not in (0, 200, 202):
                    answers.wrong.append(f"{name}: {status}")
                ended.wait(_PAUSE_SECONDS)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield answers
    finally:
        ended.set()
        asking.join()
