from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from api.api import api
from tests.conftest import Api

DOCUMENT: dict[str, Any] = api.get_openapi_schema()
OPERATIONS = [
    (path, method, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
]


def test_the_committed_document_is_current() -> None:
    call_command("export_openapi", check=True)


def test_an_outdated_document_is_noticed(
    tmp_path: Any, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "api").mkdir()
    with pytest.raises(CommandError, match="not current"):
        call_command("export_openapi", check=True)
    call_command("export_openapi")
    call_command("export_openapi", check=True)


def test_operation_ids_are_the_view_names() -> None:
    views = {
        operation.view_func.__name__
        for _, router in api._routers
        for view in router.path_operations.values()
        for operation in view.operations
    }
    assert {operation["operationId"] for _, _, operation in OPERATIONS} == views
    assert {"submit_form", "submit_batch", "resolve_step"} <= views


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_every_operation_is_described_with_its_problems(
    path: str, method: str, operation: dict[str, Any]
) -> None:
    assert operation["summary"]
    for parameter in operation["parameters"]:
        assert set(parameter) <= {"name", "in", "required", "description", "schema"}
        assert "anyOf" not in parameter["schema"]
    refusals = {code: r for code, r in operation["responses"].items() if int(code) >= 400}
    assert {422, 500} <= {int(code) for code in refusals}
    for response in refusals.values():
        assert list(response["content"]) == ["application/problem+json"]
    assert (401 in operation["responses"]) == ("security" in operation)


def test_document_and_pages_are_served_without_another_host(db: None, public: Api) -> None:
    assert public.get("/api/v1/openapi.json").json()["openapi"] == "3.1.0"
    page = public.get("/api/v1/docs").content.decode()
    assert "/api/static/ninja/swagger-ui-bundle.js" in page
    assert "https://" not in page
    style = public.get("/api/static/ninja/swagger-ui.css")
    assert style.status_code == 200
    style.close()
