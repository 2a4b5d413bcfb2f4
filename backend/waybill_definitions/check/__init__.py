"""What is wrong with a definition, all of it, before it is published."""

from waybill_definitions.check.definition import definition_check
from waybill_definitions.check.form_alone import form_alone_check
from waybill_definitions.check.name import name_check
from waybill_definitions.check.place import Judged, Known, NoPlace, text_judge
from waybill_definitions.check.surroundings import KnownAction, KnownSystem, Surroundings

__all__ = [
    "Judged",
    "Known",
    "KnownAction",
    "KnownSystem",
    "NoPlace",
    "Surroundings",
    "definition_check",
    "form_alone_check",
    "name_check",
    "text_judge",
]
