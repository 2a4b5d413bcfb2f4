"""Choices that are looked up at connected systems: for those who answer, at intake, for readers."""

from core.workflows.choices.labels import LiveLabels
from core.workflows.choices.offered import MOST, Offered, choices_offered
from core.workflows.choices.values import LiveValues

__all__ = ["MOST", "LiveLabels", "LiveValues", "Offered", "choices_offered"]
