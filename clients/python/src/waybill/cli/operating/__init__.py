"""Submitting, and looking after what was submitted."""

from waybill.cli.operating.follow import follow
from waybill.cli.operating.given_answers import InputOption, SetOption, answers_given
from waybill.cli.operating.retry import retry
from waybill.cli.operating.runs import runs
from waybill.cli.operating.show import show
from waybill.cli.operating.submit import submit

__all__ = [
    "InputOption",
    "SetOption",
    "answers_given",
    "follow",
    "retry",
    "runs",
    "show",
    "submit",
]
