"""What people and programs read: lines, tables, JSON; questions and progress."""

from waybill.cli.terminal.asking import answer_asked, confirmed, secret_read, standard_input
from waybill.cli.terminal.cleaning import cleaned, counted, one_line
from waybill.cli.terminal.output import Column, JsonOption, Output, PipeClosed, note
from waybill.cli.terminal.progress import progress
from waybill.cli.terminal.stopping import stop_between
from waybill.cli.terminal.times import ago, instant

__all__ = [
    "Column",
    "JsonOption",
    "Output",
    "PipeClosed",
    "ago",
    "answer_asked",
    "cleaned",
    "confirmed",
    "counted",
    "instant",
    "note",
    "one_line",
    "progress",
    "secret_read",
    "standard_input",
    "stop_between",
]
