"""A version does not become live with a connection that is gone."""

from __future__ import annotations

from typing import Any

import pytest

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.connections.models import Connection
from core.delivery.operate import connection_delete
from core.errors import Unprocessable
from core.workflows.check import definition_check
from core.workflows.models import Workflow
from core.workflows.versions import (
    definition_publish,
    draft_publish,
    draft_save,
    version_restore,
    workflow_archive,
)
from tests.destination import Publish

pytestmark = pytest.mark.django_db


def test_a_draft_does_not_keep_a_connection_and_says_later_that_it_is_gone(
    publish: Publish, organization: Organization, connection: Connection
) -> None:
    document = publish(("first", [], "request.send")).document
    slug = Workflow.unscoped.get().slug
    draft_save(organization=organization, slug=slug, document=document, expected=None, actor=SYSTEM)
    workflow_archive(organization=organization, slug=slug, actor=SYSTEM)
    connection_delete(organization=organization, connection_id=connection.pk, actor=SYSTEM)
    with pytest.raises(Unprocessable) as of_draft:
        draft_publish(organization=organization, slug=slug, expected=None, actor=SYSTEM)
    with pytest.raises(Unprocessable) as of_version:
        version_restore(organization=organization, slug=slug, number=1, actor=SYSTEM)
    for refused in (of_draft, of_version):
        (fault,) = refused.value.errors
        assert fault.field == "steps.first.use"
        assert fault.message == "this organization has no connection `sink`; make one first"


def test_a_connection_that_is_deleted_after_the_check_is_told_at_its_step(
    publish: Publish,
    organization: Organization,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = publish(("first", [], "request.send")).document
    Workflow.unscoped.update(current=None)

    def check_and_delete(*given: Any) -> Any:
        checked = definition_check(*given)
        connection_delete(organization=organization, connection_id=connection.pk, actor=SYSTEM)
        return checked

    monkeypatch.setattr("core.workflows.versions.publish.definition_check", check_and_delete)
    with pytest.raises(Unprocessable) as refused:
        definition_publish(organization=organization, document=document)
    (fault,) = refused.value.errors
    assert (fault.field, fault.message) == (
        "steps.first.use",
        "the connection `sink` was deleted just now; choose another one",
    )
    assert Workflow.unscoped.get().current is None
