"""The load generator and the sink against each other, over real sockets."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from dev.health import http_json, listens, wait_until
from dev.layout import ROOT
from dev.ports import any_free

from bench.load import is_complete, run


@pytest.fixture
def sink() -> Iterator[int]:
    port = any_free(set())
    command = [sys.executable, "-m", "bench.sink", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT) as process:
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
