"""Choices that are looked up at connected systems: for those who answer, and at intake."""

from core.workflows.choices.offered import MOST, Offered, choices_offered
from core.workflows.choices.values import LiveValues

__all__ = ["MOST", "LiveValues", "Offered", "choices_offered"]
