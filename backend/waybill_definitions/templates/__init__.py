"""Workflows to start from: definitions in which connections are parts that somebody plays."""

from waybill_definitions.templates.filling import template_filled
from waybill_definitions.templates.reading import LANGUAGES, Blank, Template, template_list

__all__ = ["LANGUAGES", "Blank", "Template", "template_filled", "template_list"]
