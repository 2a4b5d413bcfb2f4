"""The load generator and the sink against each other, over real sockets."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from dev.layout import BACKEND, ROOT
from dev.processes.health import http_json, listens, wait_until
from dev.processes.ports import any_free

from bench.load import batches, is_complete, run


@pytest.fixture
def sink() -> Iterator[int]:
    port = any_free(set())
    command = [sys.executable, "-m", "bench.sink", "--port", str(port)]
    env = os.environ | {"PYTHONPATH": str(BACKEND)}
    with subprocess.Popen(command, cwd=ROOT, env=env) as process:
        assert wait_until(listens(port), timeout=10)
        yield port
        process.terminate()


def test_every_measured_request_arrived(sink: int) -> None:
    load = run(port=sink, path="/", api_key="none", connections=4, warm_up=0.1, seconds=0.3)
    arrived = http_json(f"http://127.0.0.1:{sink}/count")["count"]
    assert load.statuses == {"200": load.requests}
    assert 0 < load.requests <= arrived
    assert 0 < load.p50_ms <= load.p99_ms


def test_arrivals_are_told_once(sink: int) -> None:
    subprocess.run(
        [sys.executable, "-c", POST_TWICE, str(sink)], check=True, cwd=ROOT, capture_output=True
    )
    arrivals = f"http://127.0.0.1:{sink}/arrivals"
    first = http_json(arrivals)
    assert [reference for _, reference in first] == ["WB-1/a", "WB-1/b"]
    assert first[0][0] <= first[1][0]
    assert http_json(arrivals) == []


def test_a_late_answer_comes_in_its_time_or_when_it_is_released(sink: int) -> None:
    url = f"http://127.0.0.1:{sink}"
    began = time.monotonic()
    assert post(sink, "/after/200/plain") == 200
    assert time.monotonic() - began >= 0.2
    with ThreadPoolExecutor(1) as pool:
        late = pool.submit(post, sink, "/after/60000/plain")
        assert wait_until(lambda: http_json(f"{url}/count")["count"] == 2, timeout=5)
        assert http_json(f"{url}/release") == {"released": 1}
        assert late.result(timeout=5) == 200
    assert http_json(f"{url}/release") == {"released": 0}


def post(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", path, json.dumps({"ref": "WB-1/a"}))
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_each_batch_has_keys_of_its_own() -> None:
    source = batches("/batch", 80, "key", 3)
    sent = [json.loads(next(source).partition(b"\r\n\r\n")[2])["submissions"] for _ in range(2)]
    keys = [item["idempotency_key"] for items in sent for item in items]
    assert len(set(keys)) == 6
    assert [item["data"] for item in sent[0]] == [item["data"] for item in sent[1]]


POST_TWICE = """
import http.client, json, sys
sink = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
for step in "ab":
    sink.request("POST", "/", json.dumps({"ref": f"WB-1/{step}"}))
    sink.getresponse().read()
"""


@pytest.mark.parametrize(
    ("answer", "complete"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Le", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{", False),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", True),
        (b"HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n", False),
        (b"HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", True),
    ],
)
def test_an_answer_is_complete_with_its_last_byte(answer: bytes, complete: bool) -> None:
    assert is_complete(answer) is complete
