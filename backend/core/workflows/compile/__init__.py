"""From a definition to what runs: shapes, the order of steps, scopes, compiled expressions."""

from core.workflows.compile.graph import cycles_in, graph_of
from core.workflows.compile.parts import condition_text, fields_of
from core.workflows.compile.scopes import Outline, scope_of_form, scopes_of_steps
from core.workflows.compile.shapes import form_shape
from core.workflows.compile.steps import CompiledStep
from core.workflows.compile.versions import version_compiled

__all__ = [
    "CompiledStep",
    "Outline",
    "condition_text",
    "cycles_in",
    "fields_of",
    "form_shape",
    "graph_of",
    "scope_of_form",
    "scopes_of_steps",
    "version_compiled",
]
