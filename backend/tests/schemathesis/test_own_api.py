"""What the documents of single workflows promise, tried as the general one is, with all checks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
import schemathesis
from jsonschema import Draft202012Validator
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.pytest.lazy import get_all_tests
from schemathesis.specs.openapi.checks import negative_data_rejection

from core.accounts.api_keys import api_key_create, api_key_generate
from core.accounts.permissions import Permission
from mysite.wsgi import application
from tests.conftest import make_tenant
from tests.own_api import documents, publish_one
from tests.schemathesis.test_document import CHECKS, bounded
from waybill_definitions.text.typed import text_clean

KEY = api_key_generate()
WITH_KEY = {"openapi": {"ApiKeyAuth": {"bearer": KEY}}}


@pytest.mark.parametrize("slug", sorted(documents()))
def test_any_submission_gets_what_the_workflows_own_document_says(
    transactional_db: None, slug: str
) -> None:
    """The document of one workflow of a new organization, as it is served."""
    tenant = make_tenant("another")
    api_key_create(
        organization=tenant.organization, name="Schemathesis", scopes=Permission, secret=KEY
    )
    publish_one(tenant.organization, slug)
    document = schemathesis.openapi.from_wsgi(
        f"/api/v1/workflows/{slug}/openapi.json",
        application,
        headers={"Authorization": f"Bearer {KEY}"},
        config=SchemathesisConfig.from_dict({"checks": CHECKS, "auth": WITH_KEY}),
    )
    tests = get_all_tests(schema=document, test_func=_try, settings=bounded, given_kwargs=None)
    for found in tests:
        assert isinstance(found, Ok)
        _, test = found.ok()
        test()


def _try(case: Any) -> None:
    lenient = [negative_data_rejection] if _reads_as_valid(case) else []
    case.call_and_validate(excluded_checks=lenient)


def _reads_as_valid(case: Any) -> bool:
    """Whether intake reads answers that break the schema as others that fit it.

    Blank is no answer, white space around texts goes, codes may be in any case, a decimal may be
    a number. The document says so; JSON Schema cannot.
    """
    body = case.body
    if not isinstance(body, dict) or not isinstance(body.get("data"), dict) or len(body) > 1:
        return False
    schemas = case.operation.schema.raw_schema["components"]["schemas"]
    root = json.loads(json.dumps(schemas["Answers"]).replace("#/components/schemas/", "#/$defs/"))
    root["$defs"] = schemas
    read = _read(body["data"], root, root)
    return read != body["data"] and bool(Draft202012Validator(root).is_valid(read))


def _read(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> Any:
    if "$ref" in schema:
        schema = {**root["$defs"][schema["$ref"].rpartition("/")[2]]}
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        read = {key: _read(each, known.get(key, {}), root) for key, each in value.items()}
        return {key: each for key, each in read.items() if key not in known or not _blank(each)}
    if isinstance(value, list) and "items" in schema:
        return [_read(each, schema["items"], root) for each in value]
    if isinstance(value, int | float) and not isinstance(value, bool) and "pattern" in schema:
        return json.dumps(value)
    if isinstance(value, str):
        clean = text_clean(value)
        alike = [each for each in schema.get("enum", []) if str(each).lower() == clean.lower()]
        return alike[0] if alike else clean
    return value


def _blank(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_blank, value.values()))
    return value in (None, "", [])
