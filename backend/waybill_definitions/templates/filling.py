"""A definition made of a template."""

from __future__ import annotations

from collections.abc import Mapping

from waybill_definitions.document import (
    Path,
    Scalar,
    connection_places,
    document_replace,
    tree_read,
)
from waybill_definitions.templates.reading import Template


def template_filled(
    template: Template,
    *,
    workflow: str,
    name: str,
    address: str | None,
    connections: Mapping[str, str],
    values: Mapping[str, Scalar],
) -> str:
    """The template's definition as YAML, with these names and values in it.

    ``address``: of the public form, None for none. ``connections``: the slug of the connection
    that plays each part. ``values``: by blank. Parts and blanks that are not given stay as they
    are. Raises KeyError for a blank that there is not.
    """
    replaced: dict[Path, Scalar | None] = {
        ("workflow",): workflow,
        ("name",): name,
        ("form", "address"): address,
    }
    for blank, value in values.items():
        replaced[template.about.blanks[blank].at] = value
    for place, named in connection_places(tree_read(template.document).data):
        part, slash, action = named.partition("/")
        replaced[place] = connections.get(part, part) + slash + action
    return document_replace(template.document, replaced)
