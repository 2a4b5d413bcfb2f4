"""A checked expression becomes functions that compute it."""

from core.workflows.expressions.evaluating.evaluator import KNOWN, Evaluator, NotInDialect
from core.workflows.expressions.evaluating.nodes import Evaluate

__all__ = ["KNOWN", "Evaluate", "Evaluator", "NotInDialect"]
