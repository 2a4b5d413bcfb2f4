"""Texts that YAML ends at a comment, in the middle of an expression."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from waybill_definitions.document import Fault, Tree
from waybill_definitions.text.coded import Coded, FaultCode

_CUT_OFF = Coded(
    FaultCode.COMMENT_CUTS,
    "` #` begins a comment in YAML, so this text ends here, before the }} of its ${{: put the"
    " text into quotes, or write it in a block below `|`",
)


def comments_named(tree: Tree, faults: Iterable[Fault]) -> list[Fault]:
    """The faults. Those in a text that a comment cut off say so, at the comment, and nothing else.

    Only faults with a place within their text are about what it says.
    """
    named: dict[Fault, None] = {}
    for fault in faults:
        comment = tree.cut_off(fault.path) if fault.within is not None else None
        found = replace(fault, message=_CUT_OFF, within=None, place=comment) if comment else fault
        named[found] = None
    return list(named)
