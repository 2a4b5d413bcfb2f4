"""From a definition to what runs: shapes, the order of steps, scopes, compiled expressions."""

from core.workflows.compile.graph import cycles_in, graph_of
from core.workflows.compile.parts import condition_text
from core.workflows.compile.scopes import Outline, scope_of_form, scopes_of_steps
from core.workflows.compile.steps import CompiledStep
from core.workflows.compile.versions import CompiledVersion, steps_compiled, version_compiled
from core.workflows.compile.words import step_done, step_title

__all__ = [
    "CompiledStep",
    "CompiledVersion",
    "Outline",
    "condition_text",
    "cycles_in",
    "graph_of",
    "scope_of_form",
    "scopes_of_steps",
    "step_done",
    "step_title",
    "steps_compiled",
    "version_compiled",
]
