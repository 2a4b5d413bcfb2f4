"""What expressions can do with values: operators, conversions, CEL's functions and our own."""

from waybill_definitions.expressions.language.conversions import CONVERSIONS, encoded, scalar_text
from waybill_definitions.expressions.language.functions import (
    COALESCE,
    FUNCTIONS,
    Function,
    call,
    functions_listed,
    functions_table,
)
from waybill_definitions.expressions.language.moments import PARTS
from waybill_definitions.expressions.language.operators import (
    NONE,
    OPERATORS,
    Optional,
    TypeOf,
    is_key,
    words,
)
from waybill_definitions.expressions.language.texts import STANDARD, matches

__all__ = [
    "COALESCE",
    "CONVERSIONS",
    "FUNCTIONS",
    "NONE",
    "OPERATORS",
    "PARTS",
    "STANDARD",
    "Function",
    "Optional",
    "TypeOf",
    "call",
    "encoded",
    "functions_listed",
    "functions_table",
    "is_key",
    "matches",
    "scalar_text",
    "words",
]
