"""The clients of the upgrade drill act like a proxy, and count what a client of it would get."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from dev.processes.ports import any_free

from chaos.upgrade.front import NO_ANSWER, Count, Front

ACCEPTED = b'HTTP/1.1 202 Accepted\r\nContent-Length: 13\r\n\r\n{"id": "one"}'


@contextmanager
def instance(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """An API that gives one answer to each request. Yields its port and what it was sent."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    received.append(connection.recv(65_536))
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1], received
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def front(*ports: int) -> Front:
    made = Front()
    for port in ports:
        made.add(port)
    return made


def test_an_instance_that_refuses_the_connection_is_passed_over() -> None:
    with instance(ACCEPTED) as (port, received):
        answers = [front(any_free(set()), port).post("/", {}, {}) for _ in range(2)]
    assert answers == [(202, {"id": "one"})] * 2
    assert len(received) == 2


def test_what_an_instance_may_have_taken_is_not_sent_to_another() -> None:
    with instance(b"") as (broken, first), instance(ACCEPTED) as (port, second):
        assert front(broken, port).post("/", {}, {}) == (NO_ANSWER, None)
    assert (len(first), len(second)) == (1, 0)


def test_an_instance_that_was_removed_gets_nothing() -> None:
    with instance(ACCEPTED) as (old, received), instance(ACCEPTED) as (new, _):
        both = front(old, new)
        both.remove(old)
        both.post("/", {}, {})
    assert received == []


def test_without_an_instance_there_is_no_answer() -> None:
    assert front().post("/", {}, {}) == (NO_ANSWER, None)


def test_a_missing_answer_counts_like_a_5xx_and_a_refusal_does_not() -> None:
    count = Count(Counter({202: 5, 429: 1, 500: 2, 503: 1, NO_ANSWER: 3}))
    assert count.failed == 6
