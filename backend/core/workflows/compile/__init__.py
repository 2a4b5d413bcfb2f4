"""From a definition to what runs: shapes, the order of steps, scopes, compiled expressions."""

from core.workflows.compile.foreseen import Foreseen
from core.workflows.compile.steps import CompiledStep
from core.workflows.compile.versions import CompiledVersion, steps_compiled, version_compiled
from core.workflows.compile.words import step_done, step_title

__all__ = [
    "CompiledStep",
    "CompiledVersion",
    "Foreseen",
    "step_done",
    "step_title",
    "steps_compiled",
    "version_compiled",
]
