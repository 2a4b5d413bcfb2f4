"""What the expressions of each step can see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from waybill_definitions.expressions import Anything, Member, Record, Scope, Tables
from waybill_definitions.steps.graph import graph_of


@dataclass(frozen=True, slots=True)
class Outline:
    """What other steps must know of a step."""

    needs: tuple[str, ...]
    conditional: bool
    output: Record | Anything


def scope_of_form(form: Record | None, tables: Tables) -> Scope:
    """What can be computed from the answers alone: subjects, the order of delivery."""
    return Scope(form, {}, tables)


def scopes_of_steps(
    form: Record | None, tables: Tables, steps: Mapping[str, Outline]
) -> dict[str, Scope]:
    """The scope of each step: the form, and the outputs of all steps that come before it.

    ``form``: None where nothing is known of it. An output is optional where its step may have been
    skipped. The steps have no cycles.
    """
    graph = graph_of(
        {key: step.needs for key, step in steps.items()},
        {key for key, step in steps.items() if step.conditional},
    )
    sure = {key: Member(step.output) for key, step in steps.items()}
    unsure = {key: Member(step.output, optional=True) for key, step in steps.items()}
    return {
        key: Scope(
            form,
            {
                each: (sure if each in graph.sure[key] else unsure)[each]
                for each in graph.order
                if each in graph.before[key]
            },
            tables,
        )
        for key in graph.order
    }
