"""How long a form takes."""

from __future__ import annotations

import math

from waybill_definitions.document import FormDefinition

_SECONDS = {
    "multiline": 40,
    "address": 30,
    "file": 30,
    "group": 45,
    "signature": 20,
    "calculated": 0,
    "hidden": 0,
}
_SECONDS_OF_OTHERS = 10
"""By what filling in the questions of the demonstration takes a person, reading included."""


def minutes_of(form: FormDefinition) -> int:
    """Whole minutes, at least one: as the form says, or estimated from what is always asked."""
    if form.minutes is not None:
        return form.minutes
    seconds = sum(
        _SECONDS.get(question.kind, _SECONDS_OF_OTHERS)
        for question in form.fields.values()
        if question.required or question.kind not in ("file", "group", "address")
    )
    return max(1, math.ceil(seconds / 60))
