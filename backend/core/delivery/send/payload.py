"""The input of a step, computed from the answers and from what earlier steps gave."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from integrations.sdk import Hidden, InvalidInput, Trace
from waybill_definitions.expressions import CompiledMapping, MappingFailed, Source


def step_input(
    mapping: CompiledMapping, context: Mapping[str, Any], sensitive: AbstractSet[str], trace: Trace
) -> dict[str, Any]:
    """The action's input. ``context``: as in `CompiledMapping.compute`.

    What is computed from an answer to one of the ``sensitive`` questions is kept out of the trace
    from then on. Raises InvalidInput.
    """
    computed: list[object] = []

    def note(source: Source, result: object) -> None:
        if _reads(source, sensitive) and _is_plain(result):
            computed.append(result)

    try:
        payload: dict[str, Any] = mapping.compute(context, note if sensitive else None)
    except MappingFailed as error:
        raise InvalidInput(f"The step's input could not be computed. {error}") from error
    if computed:
        # A part of a sensitive answer, or a value made from it, is sensitive too.
        trace.hide_all(Hidden(computed), answers=True)
    return payload


def _reads(source: Source, names: AbstractSet[str]) -> bool:
    """Whether a value was computed from one of these answers, or from all answers."""
    answers = [path for path in source.reads if path[0] == "input"]
    return any(len(path) == 1 or path[1] in names for path in answers)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)
