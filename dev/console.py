"""Console output: steps with elapsed seconds, tables, and one clear line for a problem."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

QUIET_HEARTBEAT_SECONDS = 20.0
"""How often a long step says it is still running when the output is not a terminal."""


class Problem(Exception):
    """A problem that the user can fix. Printed as one line, without traceback."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.detail = detail


def _paint(code: str, text: str) -> str:
    return f"\033[{code}m{text}\033[0m" if sys.stdout.isatty() else text


def bold(text: str) -> str:
    """Emphasised on a terminal, plain elsewhere."""
    return _paint("1", text)


def dim(text: str) -> str:
    """Faint on a terminal, plain elsewhere."""
    return _paint("2", text)


def say(text: str = "") -> None:
    """Print one line now."""
    print(text, flush=True)


def report(problem: Problem) -> None:
    """Print a problem: first its detail (log lines, output), last its one line."""
    if problem.detail:
        say(problem.detail.rstrip())
    print(f"{_paint('31', '✗')} {problem.message}", file=sys.stderr, flush=True)


def table(rows: Sequence[Sequence[str]], indent: str = "  ") -> None:
    """Print rows in aligned columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        say((indent + "  ".join(cells)).rstrip())


class _Live:
    """The running steps: one updated line on a terminal, occasional lines elsewhere."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[str, float] = {}
        self._ticker: threading.Thread | None = None

    def begin(self, label: str) -> None:
        with self._lock:
            self._running[label] = time.monotonic()
            if self._ticker is None:
                self._ticker = threading.Thread(target=self._tick, daemon=True)
                self._ticker.start()

    def end(self, label: str, mark: str) -> None:
        with self._lock:
            elapsed = time.monotonic() - self._running.pop(label)
            clear = "\r\033[K" if sys.stdout.isatty() else ""
            say(f"{clear}  {mark} {label} {dim(f'{elapsed:.1f} s')}")

    def _tick(self) -> None:
        live = sys.stdout.isatty()
        while True:
            time.sleep(0.5 if live else QUIET_HEARTBEAT_SECONDS)
            with self._lock:
                if not self._running:
                    self._ticker = None
                    return
                self._show(live)

    def _show(self, live: bool) -> None:
        now = time.monotonic()
        parts = [f"{label} {dim(f'{now - at:.0f} s')}" for label, at in self._running.items()]
        if live:
            print(f"\r  … {' · '.join(parts)}\033[K", end="", flush=True)
        else:
            say(f"  … {' · '.join(parts)} so far")


_live = _Live()


@contextmanager
def step(label: str) -> Iterator[None]:
    """Show a named step while its block runs, then its duration and result.

    Steps may run in several threads at once.
    """
    _live.begin(label)
    mark = _paint("31", "✗")
    try:
        yield
        mark = _paint("32", "✓")
    finally:
        _live.end(label, mark)
