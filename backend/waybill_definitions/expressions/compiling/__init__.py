"""One expression: what it reads, what it costs at worst, and its mistakes in words."""

from waybill_definitions.expressions.compiling.expression import (
    Expression,
    ExpressionRefused,
    expression_compile,
)
from waybill_definitions.expressions.compiling.reading import Reads

__all__ = ["Expression", "ExpressionRefused", "Reads", "expression_compile"]
