"""A definition's texts: their parts, what they give, and whether that is what is needed."""

from core.workflows.expressions.mappings.computed import (
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    CompiledValue,
)
from core.workflows.expressions.mappings.fields import Field, Source
from core.workflows.expressions.mappings.mapping import mapping_compile
from core.workflows.expressions.mappings.results import Computation
from core.workflows.expressions.mappings.single import (
    condition_compile,
    text_compile,
    value_compile,
)

__all__ = [
    "CompiledCondition",
    "CompiledMapping",
    "CompiledText",
    "CompiledValue",
    "Computation",
    "Field",
    "Source",
    "condition_compile",
    "mapping_compile",
    "text_compile",
    "value_compile",
]
