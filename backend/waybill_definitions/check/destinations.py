"""The connection and the action of each step."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from waybill_definitions.check.surroundings import KnownAction, Surroundings
from waybill_definitions.document import Definition, Fault, Path
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.suggestions import did_you_mean


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a step goes, and what it does there. ``connection``: its slug."""

    connection: str
    action: KnownAction


def destinations_find(
    surroundings: Surroundings, definition: Definition
) -> tuple[dict[str, Destination], list[Fault]]:
    """The destinations of all steps that have one, by step, and what is wrong with the others."""
    known = surroundings.connections
    found: dict[str, Destination] = {}
    faults: list[Fault] = []
    for key, step in definition.steps.items():
        slug, _, name = step.use.partition("/")
        at: Path = ("steps", key, "use")
        system = known.get(slug)
        if system is None:
            faults.append(Fault(at, no_connection(slug, known)))
        elif isinstance(system, str):
            faults.append(Fault(at, system))
        elif name in system.actions:
            found[key] = Destination(slug, system.actions[name])
        else:
            faults.append(Fault(at, _no_action(system.title, slug, name, list(system.actions))))
    return found, faults


def no_connection(slug: str, known: Collection[str]) -> str:
    """What is told of a connection that there is not."""
    hint = did_you_mean(slug, known)
    if not hint and known:
        hint = f"; there are {_listed(sorted(known))}"
    sentence = f"this organization has no connection `{slug}`{hint or '; make one first'}"
    return Coded(FaultCode.NO_CONNECTION, sentence, connection=slug)


def _no_action(title: str, slug: str, name: str, known: list[str]) -> str:
    hint = did_you_mean(name, known) or f"; it has {_listed(known)}"
    sentence = f"{title}, which `{slug}` is, has no action `{name}`{hint}"
    return Coded(FaultCode.NO_ACTION, sentence, system=title, action=name)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
