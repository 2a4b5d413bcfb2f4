"""From a definition to what runs: shapes, the order of steps, scopes, compiled expressions."""

from core.workflows.compile.foreseen import Foreseen
from core.workflows.compile.steps import CompiledStep
from core.workflows.compile.versions import version_compiled
from core.workflows.compile.words import step_done, step_title

__all__ = [
    "CompiledStep",
    "Foreseen",
    "step_done",
    "step_title",
    "version_compiled",
]
