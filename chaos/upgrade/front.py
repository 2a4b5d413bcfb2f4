"""The API's instances as a proxy in front of them sees them, and the clients that submit."""

from __future__ import annotations

import http.client
import itertools
import json
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from dev.processes.health import http_get

from chaos.client import Accepted

_TIMEOUT_SECONDS = 60.0
NO_ANSWER = 0


class Front:
    """The instances that get requests. Like a proxy, it takes the next one if one refuses the
    connection, and does not repeat what an instance may have taken."""

    def __init__(self) -> None:
        self._ports: list[int] = []
        self._turns = itertools.count()

    def add(self, port: int) -> None:
        """Send requests here too."""
        self._ports = [*self._ports, port]

    def remove(self, port: int) -> None:
        """Send no more requests here."""
        self._ports = [each for each in self._ports if each != port]

    def version(self) -> str:
        """What the API says it is; empty if it does not say it."""
        status, body = http_get(f"http://127.0.0.1:{self._ports[0]}/health/version")
        return str(json.loads(body)["version"]) if status == 200 else ""

    def post(self, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Any]:
        """Status and body of the answer; `NO_ANSWER` if none came."""
        ports, turn = self._ports, next(self._turns)
        for offset in range(len(ports)):
            api = http.client.HTTPConnection(
                "127.0.0.1", ports[(turn + offset) % len(ports)], timeout=_TIMEOUT_SECONDS
            )
            try:
                api.request("POST", path, json.dumps(body), headers)
                answer = api.getresponse()
                return answer.status, json.loads(answer.read() or b"null")
            except ConnectionRefusedError:
                continue
            except (OSError, http.client.HTTPException):
                return NO_ANSWER, None
            finally:
                api.close()
        return NO_ANSWER, None


@dataclass
class Count:
    """What came back since the last phase ended."""

    answers: Counter[int] = field(default_factory=Counter)
    slowest_seconds: float = 0.0

    @property
    def failed(self) -> int:
        """Answers that a client of a proxy would have got as 5xx."""
        return sum(number for status, number in self.answers.items() if not 0 < status < 500)


class Clients:
    """Submit steadily, each with one key until a 202 comes."""

    def __init__(self, front: Front, api_key: str, workflows: tuple[str, ...]) -> None:
        self.accepted: list[Accepted] = []
        self._front = front
        self._api_key = api_key
        self._workflows = itertools.cycle(workflows)
        self._count = Count()
        self._lock = threading.Lock()
        self._ended = threading.Event()

    @contextmanager
    def submitting(self, *, clients: int, pause_seconds: float) -> Iterator[None]:
        """Submit while the block runs."""
        threads = [
            threading.Thread(target=self._submit_on, args=(pause_seconds,)) for _ in range(clients)
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._ended.set()
            for thread in threads:
                thread.join()

    def take_count(self) -> Count:
        """Return the count, and begin a new one."""
        with self._lock:
            taken, self._count = self._count, Count()
        return taken

    def _submit_on(self, pause_seconds: float) -> None:
        while not self._ended.wait(pause_seconds):
            key = str(uuid.uuid4())
            with self._lock:
                workflow = next(self._workflows)
            while not self._submit(workflow, key) and not self._ended.wait(0.2):
                pass

    def _submit(self, workflow: str, key: str) -> bool:
        begun = time.monotonic()
        status, body = self._front.post(
            f"/api/v1/workflows/{workflow}/submissions",
            {"data": {"company": "Acme"}},
            {
                "Content-Type": "application/json",
                "Authorization": f"Bearer {self._api_key}",
                "Idempotency-Key": key,
            },
        )
        seconds = time.monotonic() - begun
        with self._lock:
            self._count.answers[status] += 1
            self._count.slowest_seconds = max(self._count.slowest_seconds, seconds)
            if status == 202:
                entry = Accepted(body["id"], body["reference"], key, workflow, seconds)
                self.accepted.append(entry)
        return status == 202
