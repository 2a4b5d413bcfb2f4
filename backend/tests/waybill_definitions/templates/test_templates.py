"""Every template: complete in both languages, and filled in without losing anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from waybill_definitions.document import connection_places, definition_read, tree_read
from waybill_definitions.forms import form_prepare
from waybill_definitions.templates import LANGUAGES, Template, template_filled, template_list

EVERY = pytest.mark.parametrize("template", template_list(), ids=lambda each: each.name)
NAMES = ["Händler & Co: “große” #1", "🚚📦", "طلب جديد", "null", "x" * 200, "a: b", "- list"]


def in_languages(data: Any) -> Iterator[dict[str, str]]:
    """Every text that is given by language, in a document as JSON."""
    if isinstance(data, dict):
        if "en" in data and isinstance(data["en"], str):
            yield data
        for each in data.values():
            yield from in_languages(each)
    elif isinstance(data, list):
        for each in data:
            yield from in_languages(each)


def test_there_are_enough_to_choose_from() -> None:
    assert len(template_list()) >= 6


@EVERY
def test_what_is_said_about_it_fits_its_definition(template: Template) -> None:
    assert template.about.parts.keys() == template.needs.keys()
    assert template.definition.workflow == template.name
    assert template.definition.form.languages == list(LANGUAGES)
    for blank in template.about.blanks:
        assert isinstance(template.example(blank), str | int | float)


@EVERY
def test_people_read_it_in_both_languages(template: Template) -> None:
    about, definition = template.about.model_dump(), tree_read(template.document).data
    texts = [*in_languages(about), *in_languages(definition)]
    assert len(texts) > 10
    assert [each for each in texts if each.keys() != set(LANGUAGES)] == []
    for step in template.definition.steps.values():
        assert isinstance(step.title, dict)


@EVERY
def test_its_form_takes_its_sample(template: Template) -> None:
    definition = template.definition
    checked = form_prepare(definition.form, definition.tables).check(
        template.about.sample, live=lambda choices: None
    )
    assert checked.faults == []


@EVERY
@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_kind_are_filled_in(template: Template, name: str) -> None:
    filled = template_filled(
        template,
        workflow="mine",
        name=name,
        address="my-form",
        connections={part: f"my-{part}" for part in template.needs},
        values={blank: template.example(blank) for blank in template.about.blanks},
    )
    definition = definition_read(filled)
    assert (definition.workflow, definition.name) == ("mine", name)
    assert definition.form.address == "my-form"
    named = {text.partition("/")[0] for _, text in connection_places(tree_read(filled).data)}
    assert named == {f"my-{part}" for part in template.needs}
    assert definition.steps.keys() == template.definition.steps.keys()


@EVERY
def test_values_stand_where_the_blanks_are(template: Template) -> None:
    values = {
        name: 7 if blank.kind == "number" else f"/value-of-{name}"
        for name, blank in template.about.blanks.items()
    }
    filled = template_filled(
        template, workflow="mine", name="Mine", address=None, connections={}, values=values
    )
    assert definition_read(filled).form.address is None
    for name, value in values.items():
        found: Any = tree_read(filled).data
        for key in template.about.blanks[name].at:
            found = found[key]
        assert found == value
