"""What is said of a definition offline is what the server says of it."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from typing import Any

import httpx
import pytest
from waybill_definitions.check import definition_check
from waybill_definitions.document import DefinitionRefused
from waybill_definitions.templates import Template, template_list

from tests.conftest import ROOT, CommandLine
from waybill.cli.definitions.files import faults_told
from waybill.cli.definitions.known import Known, known_read

CASES = ROOT / "backend" / "tests" / "core" / "workflows" / "check" / "mistakes.py"
CONNECTIONS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "erp": (
        "tryton",
        {"base_url": "https://erp.example.com", "company": 1},
        {"application_key": "planted-key"},
    ),
    "mail": ("email", {"host": "mail.example.com", "from_address": "a@example.com"}, {}),
    "api": ("rest", {"base_url": "https://erp.example.com"}, {}),
}
BEYOND_JSON_SCHEMA = {"Two lines where one is needed"}
"""What only the connector's own code refuses: `plan` finds it, which asks the server."""


def cases() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mistakes", CASES)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["mistakes"] = module
    spec.loader.exec_module(module)
    return module


MISTAKES = cases()


@pytest.fixture(scope="module")
def http(network: Any, key: str) -> httpx.Client:
    client = httpx.Client(base_url=network.url, headers={"Authorization": f"Bearer {key}"})
    for slug, (connector, settings, credentials) in CONNECTIONS.items():
        body = {"slug": slug, "name": slug, "connector": connector, "settings": settings}
        made = client.post("/api/v1/connections", json=body | {"credentials": credentials})
        assert made.status_code in (201, 409), made.text
    return client


@pytest.fixture
def known(command: CommandLine, http: httpx.Client) -> Known:
    assert command("fetch").code == 0
    return known_read(command.home, "default")


def offline(known: Known, document: str) -> list[tuple[Any, ...]]:
    try:
        definition_check(known.surroundings(), document)
    except DefinitionRefused as refused:
        told = faults_told(refused.faults)
        return [(each.field, each.message, each.line, each.column) for each in told]
    return []


def on_the_server(http: httpx.Client, document: str) -> list[tuple[Any, ...]]:
    headers = {"Content-Type": "application/yaml"}
    answer = http.post("/api/v1/workflows/check", content=document.encode(), headers=headers)
    return [
        (each["field"], each["message"], each["line"], each["column"])
        for each in answer.json()["faults"]
    ]


def test_every_mistake_of_the_guide_is_told_alike(known: Known, http: httpx.Client) -> None:
    assert len(MISTAKES.MISTAKES) > 50
    different = {}
    for mistake in MISTAKES.MISTAKES:
        document = MISTAKES.DEFINITION.replace(mistake.old, mistake.written)
        here, there = offline(known, document), on_the_server(http, document)
        if here != there:
            different[mistake.name] = (here, there)
    assert different.keys() == BEYOND_JSON_SCHEMA, different


def test_the_definition_without_a_mistake_is_right(known: Known, http: httpx.Client) -> None:
    assert offline(known, MISTAKES.DEFINITION) == on_the_server(http, MISTAKES.DEFINITION) == []


@pytest.mark.parametrize("template", template_list(), ids=lambda each: each.name)
def test_templates_are_told_alike(known: Known, http: httpx.Client, template: Template) -> None:
    document = template.document
    assert offline(known, document) == on_the_server(http, document)
