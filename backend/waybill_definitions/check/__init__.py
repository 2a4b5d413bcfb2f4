"""What is wrong with a definition, all of it, before it is published."""

from waybill_definitions.check.definition import definition_check
from waybill_definitions.check.name import name_check
from waybill_definitions.check.surroundings import KnownAction, KnownSystem, Surroundings

__all__ = [
    "KnownAction",
    "KnownSystem",
    "Surroundings",
    "definition_check",
    "name_check",
]
