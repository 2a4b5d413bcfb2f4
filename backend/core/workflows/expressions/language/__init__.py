"""What expressions can do with values: operators, conversions, CEL's functions and our own."""

from core.workflows.expressions.language.conversions import CONVERSIONS, encoded, scalar_text
from core.workflows.expressions.language.functions import (
    COALESCE,
    FUNCTIONS,
    Function,
    call,
    functions_table,
)
from core.workflows.expressions.language.moments import PARTS
from core.workflows.expressions.language.operators import (
    NONE,
    OPERATORS,
    Optional,
    TypeOf,
    is_key,
    words,
)
from core.workflows.expressions.language.texts import STANDARD, matches

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
    "functions_table",
    "is_key",
    "matches",
    "scalar_text",
    "words",
]
