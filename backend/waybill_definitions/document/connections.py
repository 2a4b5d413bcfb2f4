"""Where a document names connections."""

from __future__ import annotations

from typing import Any

from waybill_definitions.document.faults import Path


def connection_places(data: Any) -> list[tuple[Path, str]]:
    """Each place that names a connection, and what stands there, in the document's order.

    These are `use` of a step (`erp/party.create`) and `from.connection` of a question (`erp`).
    ``data``: the document as JSON, whatever may be wrong with it.
    """
    return _below(data, ())


def _below(data: Any, at: Path) -> list[tuple[Path, str]]:
    if isinstance(data, list):
        return [found for n, each in enumerate(data) for found in _below(each, (*at, n))]
    if not isinstance(data, dict):
        return []
    found = []
    for key, value in data.items():
        place = (*at, key)
        step = len(place) == 3 and place[0] == "steps" and key == "use"
        question = place[:1] == ("form",) and place[-2:] == ("from", "connection")
        if isinstance(value, str) and (step or question):
            found.append((place, value))
        elif place[:1] in {("steps",), ("form",)} and place[3:4] != ("with",):
            found += _below(value, place)
    return found
