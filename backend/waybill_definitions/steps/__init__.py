"""The order of steps, and what the expressions of each can see."""

from waybill_definitions.steps.graph import cycles_in, graph_of
from waybill_definitions.steps.parts import condition_text
from waybill_definitions.steps.scopes import Outline, scope_of_form, scopes_of_steps

__all__ = [
    "Outline",
    "condition_text",
    "cycles_in",
    "graph_of",
    "scope_of_form",
    "scopes_of_steps",
]
