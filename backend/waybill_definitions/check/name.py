"""The workflow's name in addresses."""

from __future__ import annotations

from waybill_definitions.document import Fault
from waybill_definitions.text.coded import Coded, FaultCode

RESERVED = frozenset({"check", "preview"})
"""What stands in the place of a name in addresses: `/workflows/check` checks a document."""


def name_check(name: str) -> list[Fault]:
    """A fault when addresses need this name for themselves."""
    if name not in RESERVED:
        return []
    sentence = f"`{name}` is a reserved name; choose another one"
    return [Fault(("workflow",), Coded(FaultCode.SLUG_RESERVED, sentence, name=name))]
