"""Numbers that a document may hold: those that can be stored and come out as they went in."""

from __future__ import annotations

import math

from waybill_definitions.document.faults import Place, document_refuse
from waybill_definitions.text.coded import Coded, FaultCode

_LARGEST = 2**63 - 1
_MOST_DIGITS = 40
"""Enough for 64 bits in any way of writing, and quick to convert."""


def whole_number(text: str, place: Place) -> int:
    """The number that YAML or JSON writes like this. Raises DefinitionRefused beyond 64 bits."""
    number = None
    if len(text) <= _MOST_DIGITS:
        number = int(text, 0) if text.startswith(("0o", "0x")) else int(text)
    if number is None or abs(number) > _LARGEST:
        words = "is larger than 64 bits hold; quote it to make it a text"
        document_refuse(_large(text, words), place)
    return number


def no_number(text: str) -> Coded:
    """What to say of NaN and the infinities."""
    return Coded(FaultCode.NUMBER_LARGE, f"{text} is no number that JSON has", number=text)


def _large(text: str, words: str) -> Coded:
    shown = text[:30]
    return Coded(FaultCode.NUMBER_LARGE, f"the number {shown} {words}", number=shown)


def finite_number(text: str, place: Place) -> float:
    """The number with a fraction or an exponent. Raises DefinitionRefused when it is infinite."""
    number = float(text)
    if not math.isfinite(number):
        words = "is larger than can be stored; quote it to make it a text"
        document_refuse(_large(text, words), place)
    return number
