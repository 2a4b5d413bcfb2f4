"""Expressions in workflows: typed CEL in ``${{ }}``, checked before publishing, computed in Python.

`Scope` says what can be seen, `mapping_compile` and its like check and prepare, and what they give
computes. Pure functions over plain data; no model, no query.
"""

from core.workflows.expressions.computed import (
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    CompiledValue,
)
from core.workflows.expressions.faults import (
    Fault,
    MappingFailed,
    MappingRefused,
)
from core.workflows.expressions.fields import Field, Source
from core.workflows.expressions.functions import functions_table
from core.workflows.expressions.mapping import mapping_compile
from core.workflows.expressions.results import Computation
from core.workflows.expressions.scope import Scope, Tables
from core.workflows.expressions.shapes import (
    Anything,
    Boolean,
    Integer,
    ListOf,
    Member,
    Number,
    Record,
    Shape,
    Text,
    shape_of_model,
)
from core.workflows.expressions.single import condition_compile, text_compile, value_compile

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
    "functions_table",
    "mapping_compile",
    "shape_of_model",
    "text_compile",
    "value_compile",
]
