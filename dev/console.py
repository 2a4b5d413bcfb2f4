"""What people see: steps with elapsed seconds, tables, and one clear line for a problem."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

QUIET_HEARTBEAT_SECONDS = 20.0
"""How often a long step says it is still running when the output is not a terminal."""


class Problem(Exception):
    """Something the person at the keyboard can act on; printed as one line, without traceback."""

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
    """Print a problem: its detail (log lines, output) first, its one line last."""
    if problem.detail:
        say(problem.detail.rstrip())
    print(f"{_paint('31', '✗')} {problem.message}", file=sys.stderr, flush=True)


def table(rows: Sequence[Sequence[str]], indent: str = "  ") -> None:
    """Print rows in aligned columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        say((indent + "  ".join(cells)).rstrip())


def _tick(label: str, started: float, done: threading.Event) -> None:
    live = sys.stdout.isatty()
    while not done.wait(0.5 if live else QUIET_HEARTBEAT_SECONDS):
        elapsed = time.monotonic() - started
        if live:
            print(f"\r  … {label} {dim(f'{elapsed:.0f} s')}\033[K", end="", flush=True)
        else:
            say(f"  … {label} ({elapsed:.0f} s so far)")


@contextmanager
def step(label: str) -> Iterator[None]:
    """Show a named step while its block runs, then how long it took and how it ended."""
    started = time.monotonic()
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(label, started, done), daemon=True)
    ticker.start()
    mark = _paint("31", "✗")
    try:
        yield
        mark = _paint("32", "✓")
    finally:
        done.set()
        ticker.join()
        clear = "\r\033[K" if sys.stdout.isatty() else ""
        say(f"{clear}  {mark} {label} {dim(f'{time.monotonic() - started:.1f} s')}")
