"""What is wrong with a definition, all of it, before it is published."""

from waybill_definitions.check.definition import definition_check
from waybill_definitions.check.form_alone import form_alone_check
from waybill_definitions.check.name import name_check
from waybill_definitions.check.surroundings import KnownAction, KnownSystem, Surroundings

__all__ = [
    "KnownAction",
    "KnownSystem",
    "Surroundings",
    "definition_check",
    "form_alone_check",
    "name_check",
]
