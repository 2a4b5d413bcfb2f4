"""The submitting client. It logs every 202 that it gets."""

from __future__ import annotations

import http.client
import json
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

_TIMEOUT_SECONDS = 30.0


@dataclass(frozen=True)
class Accepted:
    """A 202: the sent data and key, the answer, the latency, and when it came (since 1970)."""

    id: str
    reference: str
    key: str
    workflow: str
    seconds: float
    at: float = field(default_factory=time.time)


@dataclass
class Client:
    """Posts submissions. Records accepted ones and other answers."""

    port: int
    api_key: str
    accepted: list[Accepted] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def submit(self, workflow: str, key: str | None = None, company: str = "Acme") -> int:
        """Post one submission. Returns its status, 0 without an answer. Records a 202."""
        used = key or str(uuid.uuid4())
        begun = time.monotonic()
        try:
            status, body = self._post(workflow, used, company)
        except (OSError, http.client.HTTPException):
            return 0
        if status == 202:
            took = time.monotonic() - begun
            entry = Accepted(body["id"], body["reference"], used, workflow, took)
            self.accepted.append(entry)
        else:
            self.refused.append(status)
        return status

    def submit_until_accepted(self, workflow: str) -> str:
        """Post with one key until a 202 comes, like a careful client. Returns the reference."""
        key = str(uuid.uuid4())
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.submit(workflow, key) == 202:
                return self.accepted[-1].reference
            time.sleep(0.2)
        raise TimeoutError(f"no submission was accepted for {workflow} within a minute")

    @contextmanager
    def loading(self, workflows: tuple[str, ...], *, threads: int = 4) -> Iterator[None]:
        """Submit without pause while the block runs."""
        ended = threading.Event()

        def work(offset: int) -> None:
            turn = offset
            while not ended.is_set():
                if self.submit(workflows[turn % len(workflows)]) == 0:
                    time.sleep(0.1)
                turn += 1
                time.sleep(0.02)

        workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
        for worker in workers:
            worker.start()
        try:
            yield
        finally:
            ended.set()
            for worker in workers:
                worker.join()

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, Any]:
        """Status and answer of one request below `/api/v1`. Raises OSError, HTTPException."""
        api = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_TIMEOUT_SECONDS)
        try:
            sent = {"Authorization": f"Bearer {self.api_key}", **(headers or {})}
            if body is not None:
                sent["Content-Type"] = "application/json"
            text = None if body is None else json.dumps(body)
            api.request(method, f"/api/v1{path}", text, sent)
            answer = api.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        finally:
            api.close()

    def _post(self, workflow: str, key: str, company: str) -> tuple[int, dict[str, str]]:
        body = {"data": {"company": company}}
        return self.call(
            "POST", f"/workflows/{workflow}/submissions", body, {"Idempotency-Key": key}
        )
