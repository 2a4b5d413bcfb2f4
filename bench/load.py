"""A closed-loop HTTP load generator: N connections, each with one request in flight.

It runs in its own process and does little per request, so that it measures the server. A request is
built before its clock starts. Of an answer, only the end is searched.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import selectors
import socket
import sys
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from bench.percentiles import percentile
from bench.samples import customer

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_HEAD_END = b"\r\n\r\n"
_RUN = "run-of-this-batch"
_LAST_CHUNK = b"\r\n0\r\n\r\n"


@dataclass(frozen=True)
class Load:
    """The result of one run: latencies in milliseconds, and counts of other statuses."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    max_ms: float
    statuses: dict[str, int] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        return self.requests / self.seconds


def requests(path: str, port: int, api_key: str) -> Iterator[bytes]:
    """An endless stream of requests with different Idempotency-Keys and data."""
    for number in itertools.count():
        body = json.dumps({"data": customer(number)}).encode()
        yield _head(path, port, api_key, body, f"Idempotency-Key: {uuid.uuid4()}\r\n") + body


def batches(path: str, port: int, api_key: str, size: int) -> Iterator[bytes]:
    """An endless stream of batches. Each submission has its own Idempotency-Key.

    Only the keys are new in each batch, because the generator shares the cores with the server.
    """
    body = {
        "submissions": [
            {"data": customer(number), "idempotency_key": f"{_RUN}-{number:05}"}
            for number in range(size)
        ]
    }
    text = json.dumps(body)
    for _ in itertools.count():
        fresh = text.replace(_RUN, str(uuid.uuid4())).encode()
        yield _head(path, port, api_key, fresh, "") + fresh


def _head(path: str, port: int, api_key: str, body: bytes, more: str) -> bytes:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"Authorization: Bearer {api_key}\r\n{more}\r\n"
    )
    return head.encode()


def is_complete(answer: bytes) -> bool:
    """Whether the bytes are a whole answer, with a length or chunked."""
    end = answer.find(_HEAD_END)
    if end < 0:
        return False
    found = _LENGTH.search(answer, 0, end + 2)
    if found is None:
        return answer.endswith(_LAST_CHUNK)
    return len(answer) >= end + len(_HEAD_END) + int(found[1])


class _Client:
    """One kept-alive connection."""

    def __init__(self, port: int, source: Iterator[bytes]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._source = source
        self._buffer = b""
        self._sent_at = 0.0

    def send(self) -> None:
        """Send the next request."""
        request = next(self._source)
        self._buffer = b""
        self._sent_at = time.perf_counter()
        self.socket.sendall(request)

    def receive(self) -> tuple[int, float] | None:
        """Status and seconds of the answer once it is complete."""
        data = self.socket.recv(65536)
        if not data:
            raise ConnectionError("the server closed a kept-alive connection")
        self._buffer += data
        if not is_complete(self._buffer):
            return None
        return int(self._buffer[9:12]), time.perf_counter() - self._sent_at


def run(*, port: int, path: str, api_key: str, connections: int, warm_up: float,
        seconds: float, batch: int = 0) -> Load:  # fmt: skip
    """Keep every connection busy for ``warm_up`` seconds, then measure for ``seconds``.

    ``batch``: the number of submissions in each request.
    """
    source = batches(path, port, api_key, batch) if batch else requests(path, port, api_key)
    latencies: list[float] = []
    statuses: Counter[str] = Counter()
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            client = _Client(port, source)
            selector.register(client.socket, selectors.EVENT_READ, client)
            client.send()
        begins = time.perf_counter() + warm_up
        ends = begins + seconds
        while (now := time.perf_counter()) < ends:
            for key, _ in selector.select(timeout=ends - now):
                answer = key.data.receive()
                if answer is None:
                    continue
                if time.perf_counter() >= begins:
                    latencies.append(answer[1])
                    statuses[str(answer[0])] += 1
                key.data.send()
        took = time.perf_counter() - begins
        for key in list(selector.get_map().values()):
            key.data.socket.close()
    latencies.sort()
    return Load(
        requests=len(latencies),
        seconds=took,
        p50_ms=percentile(latencies, 50) * 1000,
        p99_ms=percentile(latencies, 99) * 1000,
        max_ms=latencies[-1] * 1000,
        statuses=dict(statuses),
    )


def main() -> None:
    """Run with the given options and print the result as JSON. Reads the API key from stdin."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--path", required=True)
    parser.add_argument("--connections", type=int, required=True)
    parser.add_argument("--warm-up", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--batch", type=int, default=0)
    options = vars(parser.parse_args())
    print(json.dumps(asdict(run(**options, api_key=sys.stdin.read().strip()))))


if __name__ == "__main__":
    main()
