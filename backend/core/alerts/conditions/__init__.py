"""Finds what is wrong now. Each look is a few statements, whatever the number of workflows."""

from core.alerts.conditions.condition import Condition, Found
from core.alerts.conditions.connections import connection_conditions
from core.alerts.conditions.records import audit_conditions, record_conditions
from core.alerts.conditions.steps import step_conditions
from core.alerts.conditions.system import system_conditions

__all__ = [
    "Condition",
    "Found",
    "audit_conditions",
    "connection_conditions",
    "record_conditions",
    "step_conditions",
    "system_conditions",
]
