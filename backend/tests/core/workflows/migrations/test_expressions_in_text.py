"""Expressions from before `${{ }}` become texts that compute the same."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from waybill_definitions.document import definition_read
from waybill_definitions.expressions import Scope, mapping_compile
from tests.conftest import Tenant

migration = importlib.import_module("core.workflows.migrations.0008_expressions_in_text")

_CONTEXT: dict[str, Any] = {
    "input": {"company": "Nord & Söhne", "contact_name": "Ada", "email": "a@example.com", "n": 2},
    "steps": {"customer": {"id": 7, "code": "C7"}},
    "submission": {"id": "0196", "reference": "WB-7K3M9QXD01"},
}
_WELCOME = (
    "'Hello ' + input.contact_name + ',\\n\\n'\n"
    "+ 'thank you for registering ' + input.company + '.\\n'\n"
    "+ 'Your customer number is ' + steps.customer.code + '.\\n\\n'\n"
    "+ 'Reference: ' + submission.reference"
)


def computed(text: Any) -> Any:
    return mapping_compile({"out": text}, Scope.untyped({})).compute(_CONTEXT).get("out")


@pytest.mark.parametrize(
    ("before", "text", "value"),
    [
        ("input.company", "${{ input.company }}", "Nord & Söhne"),
        ("steps.customer.id", "${{ steps.customer.id }}", 7),
        ("'New ' + input.company", "New ${{ input.company }}", "New Nord & Söhne"),
        (
            _WELCOME,
            "Hello ${{ input.contact_name }},\n\nthank you for registering ${{ input.company }}.\n"
            "Your customer number is ${{ steps.customer.code }}.\n\n"
            "Reference: ${{ submission.reference }}",
            "Hello Ada,\n\nthank you for registering Nord & Söhne.\n"
            "Your customer number is C7.\n\nReference: WB-7K3M9QXD01",
        ),
        ("'it\\'s \"so\"'", "it's \"so\"", "it's \"so\""),
        ('"a \\"b\\" \\\\ \\u00e4"', 'a "b" \\ ä', 'a "b" \\ ä'),
        ("'${{ x }}'", "${{ '${{' }} x }}", "${{ x }}"),
        ("'a' + 'b'", "ab", "ab"),
        ("input.n + input.n", "${{ input.n + input.n }}", 4),
        ("input.n + 1", "${{ input.n + 1 }}", 3),
        ("'a' + string(input.n)", "${{ 'a' + string(input.n) }}", "a2"),
        ("input.company + input.email", None, "Nord & Söhnea@example.com"),
        ("has(input.phone) ? input.phone : null", None, None),
        ("input.n == 2 ? 'two' : 'other'", None, "two"),
        ("{'a': input.n}", None, {"a": 2}),
        ("[input.n, 1]", None, [2, 1]),
        ("12", "${{ 12 }}", 12),
        ("true", "${{ true }}", True),
        ("''", "", ""),
        (" input.company ", "${{ input.company }}", "Nord & Söhne"),
        ("r'a\\d' + input.company", None, "a\\dNord & Söhne"),
        ("'a\\x41\\101' + input.company", None, "aAANord & Söhne"),
        ("'\\U0001F600' + input.company", None, "😀Nord & Söhne"),
        ("'\\?\\`' + input.company", None, "?`Nord & Söhne"),
    ],
)
def test_it_computes_the_same(before: str, text: str | None, value: Any) -> None:
    after = migration.text_of(before)
    assert text is None or after == text
    assert computed(after) == value


def test_all_texts_of_a_tree_are_taken() -> None:
    tree = {"a": "input.n", "b": ["'x'", {"c": "input.company"}], "d": 5, "e": None}
    assert migration.tree_of(tree) == {
        "a": "${{ input.n }}",
        "b": ["x", {"c": "${{ input.company }}"}],
        "d": 5,
        "e": None,
    }


def test_it_runs_on_the_rows_that_are_there(tenant: Tenant) -> None:
    version = tenant.version
    version.subject, version.document = "input.company", ""
    version.save(update_fields=["subject", "document"])
    first, second = version.steps.order_by("position")
    first.mapping = {"path": "'/customers'", "body": {"n": "'Dear ' + input.company"}}
    first.ordering = "input.email"
    first.save(update_fields=["mapping", "ordering"])
    second.mapping = {"path": "'/b'", "body": {"of": "steps.customer.body"}}
    second.save(update_fields=["mapping"])
    with connection.schema_editor() as editor:
        migration.convert(apps, editor)
    version.refresh_from_db()
    first.refresh_from_db()
    assert version.subject == "${{ input.company }}"
    assert first.mapping == {"path": "/customers", "body": {"n": "Dear ${{ input.company }}"}}
    assert first.ordering == "${{ input.email }}"
    definition = definition_read(version.document)
    assert json.loads(version.document)["steps"]["welcome"]["with"]["path"] == "/b"
    assert definition.workflow == "new-customer"
    assert list(definition.steps) == ["customer", "welcome"]
    assert definition.steps["customer"].with_ == first.mapping
    assert definition.steps["welcome"].needs == ["customer"]
    assert definition.form.address == "new-customer"
    assert list(definition.form.fields) == [field["key"] for field in version.fields]
