"""One result in three shapes: for people at a terminal, plain lines for a pipe, JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any, Generic, TextIO, TypeVar

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from waybill.cli.terminal.cleaning import cleaned, one_line
from waybill.cli.terminal.times import instant, moment

T = TypeVar("T")

JsonOption = Annotated[bool, typer.Option("--json", help="JSON, one object per line.")]

_GAP = 2
_LEAST_FLEXIBLE = 16


class PipeClosed(Exception):
    """Whoever read the output has gone. Typer would end with 1 for a BrokenPipeError."""


def note(text: str = "") -> None:
    """A line beside the result, on standard error: what goes on, and what to do next."""
    _print(cleaned(text), sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        raise PipeClosed from None


def _no_style(_: Any) -> str:
    return ""


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column of a list.

    ``people``: the text at a terminal, where it is another one; ``flexible``: it is cut off where
    the terminal is narrow.
    """

    heading: str
    text: Callable[[T], object]
    style: Callable[[T], str] = _no_style
    people: Callable[[T], object] | None = None
    flexible: bool = False

    def cell(self, item: T) -> Text:
        """As a terminal shows it."""
        return Text(one_line((self.people or self.text)(item)), self.style(item))


class Output:
    """What a command found out, on standard output. All text in it is cleaned here."""

    def __init__(self, *, json_lines: bool = False) -> None:
        self.json = json_lines
        self.people = sys.stdout.isatty() and not json_lines

    @cached_property
    def _console(self) -> Console:
        return Console(highlight=False, markup=False, emoji=False)

    def time(self, at: datetime | None) -> str:
        """A time as its readers want it; empty for none."""
        if at is None:
            return ""
        return moment(at) if self.people else instant(at)

    def line(self, text: str = "", style: str = "") -> None:
        """One line for people and pipes; the terminal wraps it. Nothing in JSON."""
        if self.people:
            self._console.print(Text(cleaned(text), style), soft_wrap=True)
        elif not self.json:
            _print(cleaned(text), sys.stdout)

    def record(self, value: Mapping[str, Any]) -> None:
        """One object, in JSON only. Whatever is not ASCII is escaped."""
        if self.json:
            _print(json.dumps(value, default=str), sys.stdout)

    def facts(self, facts: Mapping[str, object]) -> None:
        """Names with their values, one a line; those without a value are left out."""
        shown = {name: value for name, value in facts.items() if value not in (None, "")}
        width = max(map(len, shown), default=0) if self.people else 0
        for name, value in shown.items():
            self.line(f"{name + ':':{width + 1}} {one_line(value)}")

    def items(
        self,
        items: Iterable[T],
        columns: Sequence[Column[T]],
        *,
        as_json: Callable[[T], Mapping[str, Any]],
        none: str,
    ) -> None:
        """A table for people, lines with tabs for a pipe, objects in JSON.

        ``none``: the note for people when there are no items.
        """
        if self.json:
            for item in items:
                self.record(as_json(item))
        elif not self.people:
            for item in items:
                _print("\t".join(one_line(each.text(item)) for each in columns), sys.stdout)
        else:
            self._table(list(items), columns, none)

    def _table(self, items: Sequence[T], columns: Sequence[Column[T]], none: str) -> None:
        if not items:
            note(none)
            return
        rows = [[each.cell(item) for each in columns] for item in items]
        if _least_width(rows, columns) > self._console.width:
            self._stacked(rows, columns)
            return
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
        for each in columns:
            overflow: Any = "ellipsis" if each.flexible else "fold"
            table.add_column(each.heading, no_wrap=True, overflow=overflow)
        for row in rows:
            table.add_row(*row)
        self._console.print(table)

    def _stacked(self, rows: Sequence[Sequence[Text]], columns: Sequence[Column[T]]) -> None:
        """Each row as a block, where a table does not fit."""
        for first, *others in rows:
            self._console.print(first, soft_wrap=True)
            for column, text in zip(columns[1:], others, strict=True):
                if text.plain:
                    self._console.print(Text(f"  {column.heading}: ") + text, soft_wrap=True)


def _least_width(rows: Sequence[Sequence[Text]], columns: Sequence[Column[Any]]) -> int:
    widths = [
        max([cell_len(column.heading), *(cell_len(row[at].plain) for row in rows)])
        for at, column in enumerate(columns)
    ]
    needed = [
        min(width, _LEAST_FLEXIBLE) if column.flexible else width
        for width, column in zip(widths, columns, strict=True)
    ]
    return sum(needed) + _GAP * (len(columns) - 1)
