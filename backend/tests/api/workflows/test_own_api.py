"""Every workflow is an API of its own, and its document says what it takes."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core.audit.services import SYSTEM
from core.workflows.own_api import answers_example, answers_schema
from core.workflows.versions import workflow_archive
from tests.conftest import Api, Tenant
from tests.own_api import documents, publish_one
from waybill_definitions.document import FormDefinition
from waybill_definitions.forms import form_prepare

SLUGS = sorted(documents())


def own(machine: Api, slug: str, name: str, **headers: str) -> Any:
    answer = machine.get(f"/api/v1/workflows/{slug}/{name}", **headers)
    assert answer.status_code == 200, answer.content
    return answer.json()


def answers(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]["Answers"]
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_the_example_fits_its_schema_and_is_accepted(
    tenant: Tenant, machine: Api, slug: str
) -> None:
    publish_one(tenant.organization, slug)
    schema = own(machine, slug, "schema.json")
    Draft202012Validator.check_schema(schema)
    (example,) = schema["examples"]
    Draft202012Validator(schema).validate(example)
    answer = machine.post(f"/api/v1/workflows/{slug}/submissions", {"data": example})
    assert answer.status_code == 202, answer.content


@pytest.mark.parametrize("slug", SLUGS)
def test_the_document_has_the_one_operation_with_its_own_answers(
    tenant: Tenant, machine: Api, slug: str
) -> None:
    version = publish_one(tenant.organization, slug)
    document = own(machine, slug, "openapi.json")
    operation = document["paths"][f"/api/v1/workflows/{slug}/submissions"]["post"]
    assert operation["operationId"] == f"submit_{slug.replace('-', '_')}"
    assert {"202", "409", "422", "429"} <= set(operation["responses"])
    assert [each["name"] for each in operation["parameters"]] == ["Idempotency-Key"]
    assert document["info"]["version"] == str(version.number)
    asked = {field["key"] for field in version.fields if field["kind"] != "calculated"}
    assert set(answers(document)["properties"]) == asked
    assert answers(document)["additionalProperties"] is False


def test_an_answer_is_described_by_its_label_its_kind_and_its_limits(
    tenant: Tenant, machine: Api
) -> None:
    publish_one(tenant.organization, "furniture")
    properties = answers(own(machine, "furniture", "openapi.json"))["properties"]
    assert properties["company"] == {
        "type": "string", "minLength": 2, "maxLength": 200, "description": "Company.",
        "examples": ["Sample text"],
    }  # fmt: skip
    assert properties["heard"]["enum"] == ["web", "fair"]
    assert "`fair`: At a fair" in properties["heard"]["description"]
    assert properties["seat"]["$ref"] == "#/components/schemas/Country"
    assert "only if `${{ input.seat == 'AT' }}`" in properties["vat"]["description"]
    assert properties["floor"]["minimum"] == -2
    assert properties["lines"]["maxItems"] == 20
    assert properties["lines"]["items"]["required"] == ["part", "quantity", "price"]


def test_the_words_are_in_the_language_that_is_asked_for(tenant: Tenant, machine: Api) -> None:
    publish_one(tenant.organization, "furniture")
    asked = own(machine, "furniture", "schema.json?language=de")
    assert asked["properties"]["company"]["description"] == "Firma."
    accepted = own(machine, "furniture", "schema.json", **{"Accept-Language": "de-AT"})
    assert accepted["properties"]["company"]["description"] == "Firma."


def test_what_takes_no_submissions_has_no_api(
    tenant: Tenant, machine: Api, stranger: Api, other_tenant: Tenant
) -> None:
    publish_one(tenant.organization, "furniture")
    for name in ("openapi.json", "schema.json"):
        path = f"/api/v1/workflows/furniture/{name}"
        assert machine.get(path).status_code == 200
        assert stranger.get(path).status_code == 404
    workflow_archive(organization=tenant.organization, slug="furniture", actor=SYSTEM)
    answer = machine.get("/api/v1/workflows/furniture/openapi.json")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_the_interactive_documentation_shows_the_workflow_that_is_named(public: Api) -> None:
    page = public.get("/api/v1/docs?workflow=furniture").content.decode()
    assert '"url": "/api/v1/workflows/furniture/openapi.json"' in page
    for other in ("", "?workflow=%22%3E%3Cscript%3E", "?workflow=../x"):
        page = public.get(f"/api/v1/docs{other}").content.decode()
        assert '"url": "/api/v1/openapi.json"' in page
        assert "><script>" not in page


def test_the_general_document_points_to_the_workflows_own(machine: Api) -> None:
    general = machine.get("/api/v1/openapi.json").json()
    body = general["components"]["schemas"]["SubmissionIn"]
    assert "/api/v1/workflows/{slug}/schema.json" in body["description"]


def test_the_list_of_workflows_leads_to_the_documentation_of_each(
    tenant: Tenant, machine: Api
) -> None:
    listed = machine.get("/api/v1/workflows").json()["items"]
    assert listed[0]["docs_url"] == "/api/v1/docs?workflow=new-customer"


def test_a_form_of_which_no_valid_answers_are_found_has_no_example() -> None:
    """It would be an example that is refused."""
    form = form_prepare(
        FormDefinition.model_validate(
            {
                "title": "Odd",
                "fields": {"size": {"label": "Size", "kind": "integer"}},
                "rules": [
                    {"check": "${{ input.size == 7 }}", "message": "Seven.", "field": "size"}
                ],
            }
        )
    )
    assert answers_example(form) is None
    assert "examples" not in answers_schema(form)
