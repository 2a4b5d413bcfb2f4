"""Which kinds of systems can play the parts of a template."""

from __future__ import annotations

from core.errors import NotFound
from integrations.discovery import connectors
from waybill_definitions.templates import Template, template_list
from waybill_definitions.text.suggestions import did_you_mean


def template_named(name: str) -> Template:
    """Raises NotFound."""
    found = {each.name: each for each in template_list()}
    if name not in found:
        hint = did_you_mean(name, found) or "; GET /api/v1/workflow-templates lists them"
        raise NotFound(f"There is no template “{name}”{hint}.")
    return found[name]


def connectors_fitting(template: Template, part: str) -> list[str]:
    """The connectors that have every action and every list which the part needs, by name."""
    need = template.needs[part]
    return [
        name
        for name, each in connectors().items()
        if need.actions <= {action.name for action in each.actions}
        and need.lists <= {known.name for known in each.lists}
    ]
