"""One expression: what it reads, what it costs at worst, and its mistakes in words."""

from core.workflows.expressions.compiling.expression import (
    Expression,
    ExpressionRefused,
    expression_compile,
)
from core.workflows.expressions.compiling.reading import Reads

__all__ = ["Expression", "ExpressionRefused", "Reads", "expression_compile"]
