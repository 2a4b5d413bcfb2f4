"""Sees every connection that this process tries to make, whoever makes it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_watched: list[list[tuple[str, int]]] = []


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.connect" and _watched and isinstance(args[1], tuple):
        host, port = args[1][:2]
        _watched[-1].append((str(host), int(port)))


# An audit hook stays for the life of the process; it does nothing while nobody watches.
sys.addaudithook(_hook)


@contextmanager
def connections_tried(*, but_not_to: int) -> Iterator[list[tuple[str, int]]]:
    """The addresses that sockets are connected to, apart from this port (the name server's)."""
    tried: list[tuple[str, int]] = []
    seen: list[tuple[str, int]] = []
    _watched.append(seen)
    try:
        yield tried
    finally:
        _watched.remove(seen)
        tried += [one for one in seen if one[1] != but_not_to]
