"""Expressions in workflows: typed CEL in ``${{ }}``, checked before publishing, computed in Python.

`Scope` says what can be seen, `mapping_compile` and its like check and prepare, and what they give
computes. Pure functions over plain data; no model, no query.
"""

from waybill_definitions.expressions.checker import (
    Anything,
    Boolean,
    Integer,
    ListOf,
    Member,
    Number,
    Record,
    Scope,
    Shape,
    Tables,
    Text,
    shape_of_model,
    shape_of_schema,
)
from waybill_definitions.expressions.faults import Fault, MappingFailed, MappingRefused
from waybill_definitions.expressions.language import Function, functions_listed, functions_table
from waybill_definitions.expressions.mappings import (
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    CompiledValue,
    Computation,
    Field,
    Source,
    condition_compile,
    mapping_compile,
    mapping_text_compile,
    text_compile,
    value_compile,
)

__all__ = [
    "Anything",
    "Boolean",
    "CompiledCondition",
    "CompiledMapping",
    "CompiledText",
    "CompiledValue",
    "Computation",
    "Fault",
    "Field",
    "Function",
    "Integer",
    "ListOf",
    "MappingFailed",
    "MappingRefused",
    "Member",
    "Number",
    "Record",
    "Scope",
    "Shape",
    "Source",
    "Tables",
    "Text",
    "condition_compile",
    "functions_listed",
    "functions_table",
    "mapping_compile",
    "mapping_text_compile",
    "shape_of_model",
    "shape_of_schema",
    "text_compile",
    "value_compile",
]
