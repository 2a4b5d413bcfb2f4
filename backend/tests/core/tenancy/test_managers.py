"""Nobody reads an organization's rows without saying whose. The exceptions stand here, with why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import models

from core.accounts.owned import OfOrganization, OwnedRows
from tests.rows import owned_models

BACKEND = Path(__file__).parents[3]
SOURCES = ("administration", "api", "core", "mysite", "tasks")
HATCHES = frozenset({"unscoped", "_base_manager", "_default_manager"})
ALLOWED_HATCHES = {
    "core/accounts/owned.py": "makes the managers",
}
WHOLE = {
    "every_organization": {
        "administration/doctor/bounded.py": "an installation is looked at as a whole",
        "administration/management/commands/init.py": "the first does not exist yet",
        "administration/management/commands/settle_restored.py": "all went back in time",
        "administration/support/bundle.py": "counts over all of them",
        "core/access/invitations.py": "a token says which organization invites",
        "core/access/people/records.py": "who signs in acts for none yet",
        "core/access/people/sign_up.py": "a slug is taken or free among all",
        "core/accounts/api_keys.py": "a key says whose it is",
        "core/accounts/management/commands/create_api_key.py": "run by the administrator",
        "core/accounts/management/commands/create_organization.py": "run by the administrator",
        "core/accounts/management/commands/dumpdata.py": "run by the administrator",
        "core/accounts/management/commands/loaddata.py": "a fixture names its organizations",
        "core/accounts/selectors.py": "a membership says for whom a person acts",
        "core/credentials/token_families.py": "a membership says for whom a person acts",
        "core/credentials/last_used.py": "one statement notes the uses of all credentials",
        "core/credentials/selectors.py": "a client says whose it is",
        "core/audit/management/commands/restart_audit_chain.py": "run by the administrator",
        "core/audit/management/commands/verify_audit.py": "each of them has a chain",
        "core/audit/chain_append.py": "each of them has a chain",
        "core/backups/restoring.py": "a backup holds all of them",
        "core/backups/verifying.py": "a backup holds all of them",
        "core/delivery/operate/bulk/runner.py": "finds whose bulk actions are running",
        "core/delivery/run/loop.py": "a slice serves the connections of all in turn",
        "core/privacy/management/commands/erase_person.py": "run by the administrator",
        "core/privacy/management/commands/export_person.py": "run by the administrator",
        "core/privacy/management/commands/set_retention.py": "run by the administrator",
        "core/readings/readings.py": "operators watch all of them together",
        "core/sealing/management/commands/rotate_keys.py": "the keys are the deployment's",
        "core/submissions/read/selectors.py": "a tracking token says which submission, not whose",
        "core/submissions/read/change_watch.py": "one look for all viewers: numbers of events",
        "core/submissions/confirmations/keeping.py": "a mailed link says whose answers they are",
        "core/workflows/management/commands/seed_demo.py": "run by the administrator",
        "core/workflows/check.py": "an address is taken or free among all forms",
        "core/workflows/protection/form_protection.py": "a form's address says whose it is",
        "core/workflows/versions/live.py": "a form's address says whose it is",
        "tasks/management/commands/rebuild_statistics.py": "a day of all is counted again",
        "tasks/management/commands/reconcile.py": "the ledger is one",
        "tasks/alerts.py": "conditions are looked for in all",
        "tasks/callbacks.py": "a slice serves the endpoints of all in turn",
        "tasks/dispatch.py": "work may be due for any",
        "tasks/privacy.py": "any of them may have asked",
        "tasks/maintenance.py": "sweeping and retention serve all alike",
    },
    "database_owner": {
        "core/backups/restoring.py": "roles are the owner's to make",
        "administration/doctor/checks/database.py": "no role is needed to ask for a version",
        "core/accounts/management/commands/flush.py": "only the owner may empty tables",
        "core/accounts/management/commands/loaddata.py": "only the owner sets where numbers go on",
        "core/accounts/management/commands/migrate.py": "only the owner changes the schema",
        "core/readings/readings.py": "the server shows a session its own login's others",
    },
}
"""Where more than one organization is in scope. `api` is not among them: a request has one."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    for package in SOURCES:
        for path in sorted((BACKEND / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(BACKEND).as_posix(), ast.parse(path.read_text())


def test_no_code_goes_around_the_managers() -> None:
    found = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in HATCHES
    }
    assert found == ALLOWED_HATCHES.keys()


@pytest.mark.parametrize("scope", WHOLE)
def test_more_than_one_organization_is_in_scope_only_where_it_is_explained(scope: str) -> None:
    found = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name | ast.Attribute)
        and (node.func.id if isinstance(node.func, ast.Name) else node.func.attr) == scope
    }
    assert found - {"core/postgres/tenancy.py"} == WHOLE[scope].keys()


@pytest.mark.parametrize("model", owned_models(), ids=lambda model: model.__name__)
def test_an_owned_models_rows_are_asked_for_by_owner(model: type[models.Model]) -> None:
    if model.__name__ == "Organization":
        return
    assert issubclass(model, OfOrganization)
    assert isinstance(model.objects, OwnedRows)
    for name in ("all", "filter", "get", "exclude", "values", "first", "count", "raw"):
        assert not hasattr(model.objects, name)


def test_a_reason_is_given_for_rows_of_all() -> None:
    with pytest.raises(ValueError, match="why"):
        owned_models()[1].objects.across_organizations(" ")  # type: ignore[attr-defined]
