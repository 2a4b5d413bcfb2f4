"""What Google's checker is told, of shapes and functions, and what it finds."""

from waybill_definitions.expressions.checker.checked import (
    Tree,
    appended,
    children,
    loop_body,
    size_of,
)
from waybill_definitions.expressions.checker.environment import Environment, Message
from waybill_definitions.expressions.checker.scope import Scope, Tables
from waybill_definitions.expressions.checker.shapes import (
    Anything,
    Boolean,
    Integer,
    ListOf,
    MapOf,
    Member,
    Number,
    Record,
    Scalar,
    Shape,
    Text,
    shape_of_model,
    shape_of_schema,
)
from waybill_definitions.expressions.checker.types import CelType, cel_type, name_words, type_name

__all__ = [
    "Anything",
    "Boolean",
    "CelType",
    "Environment",
    "Integer",
    "ListOf",
    "MapOf",
    "Member",
    "Message",
    "Number",
    "Record",
    "Scalar",
    "Scope",
    "Shape",
    "Tables",
    "Text",
    "Tree",
    "appended",
    "cel_type",
    "children",
    "loop_body",
    "name_words",
    "shape_of_model",
    "shape_of_schema",
    "size_of",
    "type_name",
]
