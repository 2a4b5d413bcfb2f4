"""A definition's texts: their parts, what they give, and whether that is what is needed."""

from waybill_definitions.expressions.mappings.computed import (
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    CompiledValue,
)
from waybill_definitions.expressions.mappings.fields import Field, Source
from waybill_definitions.expressions.mappings.mapping import mapping_compile, mapping_text_compile
from waybill_definitions.expressions.mappings.results import Computation
from waybill_definitions.expressions.mappings.single import (
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
    "mapping_text_compile",
    "text_compile",
    "value_compile",
]
