"""Live choices: the connection and the list that each is looked up in."""

from __future__ import annotations

from waybill_definitions.check.destinations import no_connection
from waybill_definitions.check.form import questions_of
from waybill_definitions.check.surroundings import KnownSystem, Surroundings
from waybill_definitions.document import Definition, Fault, LiveChoices, Path
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.suggestions import did_you_mean


def choices_find(
    surroundings: Surroundings, definition: Definition
) -> tuple[dict[Path, str], list[Fault]]:
    """The slug of each live choice's connection, by the path that names it, and all faults."""
    known = surroundings.connections
    found: dict[Path, str] = {}
    faults: list[Fault] = []
    for path, question in questions_of(definition.form):
        live: LiveChoices | None = getattr(question, "from_", None)
        if live is None:
            continue
        at = (*path, "from")
        system = known.get(live.connection)
        if system is None:
            words = no_connection(live.connection, known)
            faults.append(Fault((*at, "connection"), words))
        elif isinstance(system, str):
            faults.append(Fault((*at, "connection"), system))
        elif (missing := _no_list(system, live)) is not None:
            faults.append(Fault((*at, "list"), missing))
        else:
            found[(*at, "connection")] = live.connection
    return found, faults


def _no_list(system: KnownSystem, live: LiveChoices) -> str | None:
    names = list(system.lists)
    if live.list in names:
        return None
    if not names:
        return Coded(
            FaultCode.NO_LISTS,
            f"{system.title}, which `{live.connection}` is, has no lists to choose from; write"
            " the answers as `choices`",
            system=system.title,
        )
    hint = did_you_mean(live.list, names) or f"; it has {', '.join(f'`{each}`' for each in names)}"
    sentence = f"{system.title}, which `{live.connection}` is, has no list `{live.list}`{hint}"
    return Coded(FaultCode.NO_LIST, sentence, system=system.title, list=live.list)
