"""A checked expression becomes functions that compute it."""

from waybill_definitions.expressions.evaluating.evaluator import KNOWN, Evaluator, NotInDialect
from waybill_definitions.expressions.evaluating.nodes import Evaluate

__all__ = ["KNOWN", "Evaluate", "Evaluator", "NotInDialect"]
