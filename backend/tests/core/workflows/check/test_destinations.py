"""Where the steps of a definition go, when what is stored no longer fits the release."""

from __future__ import annotations

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.versions import definition_faults
from tests.core.workflows.check.mistakes import DEFINITION


def test_a_connection_of_a_kind_that_the_release_does_not_have_is_a_fault(
    organization: Organization,
) -> None:
    Connection.objects.owned_by(organization).filter(slug="mail").update(connector="pigeon")
    faulty = DEFINITION.replace("input.company", "input.compny", 1)
    named, kind = definition_faults(organization=organization, document=faulty)
    assert "did you mean `company`?" in named.message
    assert kind.at == "steps.welcome.use"
    assert kind.message == (
        "connection `mail` is of a kind, `pigeon`, that this release does not have; there are"
        " `email`, `rest`, `tryton`: make another connection, or run a release that has it"
    )
