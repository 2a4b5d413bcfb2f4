"""What takes long says so."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from waybill.cli.terminal.cleaning import one_line
from waybill.cli.terminal.output import note


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Say on standard error what goes on in the block: with a spinner, or once as a line."""
    if not sys.stderr.isatty():
        note(f"{doing} …")
        yield
        return
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    with console.status(one_line(doing)):
        yield
