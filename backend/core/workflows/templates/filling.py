"""A definition made of a template, with the organization's own connections in its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import EmailStr, TypeAdapter, ValidationError

from core.accounts.models import Organization
from core.connections.models import Connection
from core.errors import FieldError, Unprocessable
from core.workflows.templates.fitting import connectors_fitting, template_named
from integrations.discovery import connectors
from waybill_definitions.templates import Blank, Template, template_filled

LONGEST_VALUE = 500
_EMAIL = TypeAdapter(EmailStr)


@dataclass(frozen=True, slots=True)
class Filling:
    """What somebody chose. ``connections``: slugs by part. ``values``: by blank."""

    workflow: str
    name: str
    address: str | None
    connections: Mapping[str, str]
    values: Mapping[str, str | int | float] = field(default_factory=dict)


def template_fill(*, organization: Organization, name: str, filling: Filling) -> str:
    """The definition as YAML. Nothing is saved.

    Raises NotFound when there is no such template; Unprocessable, which names every part without
    a connection that fits, and every value that cannot stand in its place.
    """
    template = template_named(name)
    owned = Connection.objects.owned_by(organization)
    known = {each.slug: each for each in owned.filter(slug__in=filling.connections.values())}
    errors = [*_parts_wrong(template, filling, known), *_values_wrong(template, filling)]
    if errors:
        raise Unprocessable(
            "The template cannot be filled in like this; see errors.",
            code="template_refused",
            errors=errors,
        )
    return template_filled(
        template,
        workflow=filling.workflow,
        name=filling.name,
        address=filling.address,
        connections=filling.connections,
        values=filling.values,
    )


def _parts_wrong(
    template: Template, filling: Filling, known: Mapping[str, Connection]
) -> Iterator[FieldError]:
    for part in template.needs:
        at, slug = f"connections.{part}", filling.connections.get(part)
        fitting = connectors_fitting(template, part)
        titles = " or ".join(connectors()[each].title for each in fitting)
        if slug is None:
            yield FieldError(at, f"Choose a connection to {titles} for this part.")
        elif slug not in known:
            yield FieldError(
                at, f"This organization has no connection “{slug}” any more. Choose another one."
            )
        elif known[slug].connector not in fitting:
            yield FieldError(at, f"“{known[slug].name}” cannot do this; it takes {titles}.")
    for part in filling.connections.keys() - template.needs.keys():
        yield FieldError(f"connections.{part}", "The template has no such part. Leave it out.")


def _values_wrong(template: Template, filling: Filling) -> Iterator[FieldError]:
    for blank, value in filling.values.items():
        about = template.about.blanks.get(blank)
        wrong = _no_blank() if about is None else _wrong(about, value)
        if wrong:
            yield FieldError(f"values.{blank}", wrong)


def _no_blank() -> str:
    return "The template asks for no such value. Leave it out."


def _wrong(blank: Blank, value: Any) -> str:
    if blank.kind == "number":
        fine = isinstance(value, int | float) and Decimal(str(value)).is_finite() and value > 0
        return "" if fine else "Write a number above 0."
    if not isinstance(value, str) or not value.strip():
        return "Write something here."
    if len(value) > LONGEST_VALUE:
        return f"At most {LONGEST_VALUE} characters are possible here; this has {len(value):,}."
    if "${{" in value:
        return "Write it without ${{: expressions go into the definition, once it is made."
    if blank.kind == "path" and not value.startswith("/"):
        return "A path begins with a slash, such as /leads."
    if blank.kind == "email":
        try:
            _EMAIL.validate_python(value)
        except ValidationError:
            return "This is no e-mail address. Write one such as sales@example.com."
    return ""
