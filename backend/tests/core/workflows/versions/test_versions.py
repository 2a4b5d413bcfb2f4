"""Drafts, publishing and what follows: nothing is lost, and nothing is overwritten unseen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from core.audit.models import ActorKind, AuditEntry
from core.audit.services import Actor
from core.connections.models import Connection
from core.errors import Conflict, DomainError, NotFound, Outdated, Unprocessable
from core.postgres.tenancy import every_organization
from core.preconditions import Expected
from core.submissions.accept import submission_accept
from core.submissions.models import Source
from core.submissions.read import workflow_submissions_count
from core.workflows.check import definition_check
from core.workflows.models import Workflow, WorkflowVersion
from core.workflows.versions import (
    definition_publish,
    draft_discard,
    draft_publish,
    draft_save,
    form_get,
    publish,
    version_changes,
    version_restore,
    workflow_archive,
    workflow_create,
    workflow_delete,
    workflow_duplicate,
    workflow_get,
    workflow_named,
    workflow_rename,
    working_copy,
)
from tests.conftest import Tenant, make_tenant
from waybill_definitions.changes import Change, ChangeKind

ADA = Actor(ActorKind.PERSON, name="Ada Berg")
BOB = Actor(ActorKind.PERSON, name="Bob Cray")
DOCUMENT = """\
# Of the sales department.
workflow: orders # do not change
name: Orders
form:
  address: orders # printed on paper
  title: Order here
  fields:
    company: {label: Company, kind: text}
steps:
  send:
    use: erp/request.send
    with: {path: /orders, body: {name: "${{ input.company }}"}}
"""
OTHER = DOCUMENT.replace("Order here", "Order there")


def tag(tenant: Tenant) -> frozenset[str]:
    return frozenset({working_copy(workflow_named(tenant.organization, "orders")).tag})


def save(tenant: Tenant, document: str, expected: Expected = None, actor: Actor = ADA) -> None:
    draft_save(
        organization=tenant.organization,
        slug="orders",
        document=document,
        expected=expected,
        actor=actor,
    )


def draft_published(tenant: Tenant, expected: Expected = None) -> WorkflowVersion:
    return draft_publish(
        organization=tenant.organization, slug="orders", expected=expected, actor=ADA
    )


def published(tenant: Tenant, document: str = DOCUMENT) -> WorkflowVersion:
    return definition_publish(organization=tenant.organization, document=document, actor=ADA)


def actions(tenant: Tenant) -> list[str]:
    entries = AuditEntry.objects.owned_by(tenant.organization).filter(object_kind="workflow")
    return list(entries.order_by("id").values_list("action", flat=True))


def test_a_new_workflow_takes_nothing_until_it_is_published(tenant: Tenant) -> None:
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)
    with pytest.raises(NotFound):
        form_get(slug="orders")
    version = draft_published(tenant)
    assert (version.number, version.published_by) == (1, "Ada Berg")
    assert form_get(slug="orders").pk == version.pk
    copy = working_copy(workflow_named(tenant.organization, "orders"))
    assert (copy.is_draft, copy.document) == (False, DOCUMENT)


def test_two_workflows_of_one_name_are_refused(tenant: Tenant) -> None:
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)
    with pytest.raises(Conflict, match="has a workflow “orders” already"):
        workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)


def test_a_draft_may_have_faults_in_all_its_parts(tenant: Tenant) -> None:
    faulty = DOCUMENT.replace("kind: text", "kind: txt").replace("use: erp", "usee: erp")
    workflow_create(organization=tenant.organization, document=faulty, actor=ADA)
    with pytest.raises(Unprocessable) as refused:
        draft_published(tenant)
    assert [(error.field, error.line) for error in refused.value.errors] == [
        ("form.fields.company.kind", 8),
        ("steps.send.use", 10),
        ("steps.send.usee", 11),
    ]


def test_who_saved_meanwhile_is_said(tenant: Tenant) -> None:
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)
    read = tag(tenant)
    save(tenant, OTHER, read, BOB)
    with pytest.raises(Outdated, match=r"was changed by Bob Cray at \d{4}-\d\d-\d\d .* UTC"):
        save(tenant, DOCUMENT, read)
    with pytest.raises(Outdated):
        draft_published(tenant, read)
    assert working_copy(workflow_named(tenant.organization, "orders")).document == OTHER
    save(tenant, DOCUMENT, tag(tenant) | {"other"})


def test_what_was_published_meanwhile_is_not_overwritten(tenant: Tenant) -> None:
    published(tenant)
    read = tag(tenant)
    published(tenant, OTHER)
    with pytest.raises(Outdated):
        save(tenant, DOCUMENT, read)


def test_a_draft_is_discarded_only_where_something_was_published(tenant: Tenant) -> None:
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)
    with pytest.raises(Conflict, match="never been published"):
        draft_discard(organization=tenant.organization, slug="orders", expected=None, actor=ADA)
    draft_published(tenant)
    save(tenant, OTHER)
    draft_discard(organization=tenant.organization, slug="orders", expected=tag(tenant), actor=ADA)
    assert working_copy(workflow_named(tenant.organization, "orders")).document == DOCUMENT
    with pytest.raises(Conflict, match="has no draft"):
        draft_published(tenant)


def test_an_earlier_version_is_published_again_and_the_draft_stays(tenant: Tenant) -> None:
    published(tenant)
    published(tenant, OTHER)
    save(tenant, OTHER.replace("there", "anywhere"))
    version = version_restore(organization=tenant.organization, slug="orders", number=1, actor=ADA)
    assert (version.number, version.restores, version.document) == (3, 1, DOCUMENT)
    assert working_copy(workflow_named(tenant.organization, "orders")).is_draft


def test_renaming_changes_the_names_and_nothing_else(tenant: Tenant) -> None:
    published(tenant)
    save(tenant, OTHER)
    before = tag(tenant)
    workflow_rename(
        organization=tenant.organization, slug="orders", to="sales", name=None, actor=ADA
    )
    workflow = workflow_named(tenant.organization, "sales")
    assert working_copy(workflow).document == OTHER.replace("orders # do", "sales # do")
    assert working_copy(workflow).tag not in before
    with pytest.raises(NotFound):
        workflow_get(organization=tenant.organization, slug="orders")
    assert form_get(slug="orders").number == 1
    restored = version_restore(organization=tenant.organization, slug="sales", number=1, actor=ADA)
    assert restored.document == DOCUMENT.replace("orders # do", "sales # do")


def test_what_is_live_is_edited_under_its_new_name(tenant: Tenant) -> None:
    published(tenant)
    workflow_rename(
        organization=tenant.organization, slug="orders", to="sales", name="Sales", actor=ADA
    )
    copy = working_copy(workflow_named(tenant.organization, "sales"))
    assert copy.document == DOCUMENT.replace("orders # do", "sales # do").replace(
        "name: Orders", "name: Sales"
    )
    draft_save(
        organization=tenant.organization,
        slug="sales",
        document=copy.document,
        expected=frozenset({copy.tag}),
        actor=ADA,
    )


def test_a_name_that_is_taken_is_refused(tenant: Tenant) -> None:
    published(tenant)
    with pytest.raises(Conflict, match="Choose another name"):
        workflow_rename(
            organization=tenant.organization,
            slug="orders",
            to="new-customer",
            name=None,
            actor=ADA,
        )
    with pytest.raises(Conflict, match="Choose another name"):
        workflow_duplicate(
            organization=tenant.organization, slug="orders", to="orders", name="X", actor=ADA
        )


def test_a_copy_keeps_the_comments_and_has_no_address(tenant: Tenant) -> None:
    published(tenant)
    copied = workflow_duplicate(
        organization=tenant.organization, slug="orders", to="copies", name="Copies", actor=ADA
    )
    expected = DOCUMENT.replace("orders # do", "copies # do").replace("Orders", "Copies")
    lines = [line for line in expected.splitlines(keepends=True) if "address" not in line]
    assert working_copy(copied).document == "".join(lines)
    workflow_duplicate(
        organization=tenant.organization, slug="copies", to="more", name="More", actor=ADA
    )
    more = working_copy(workflow_named(tenant.organization, "more"))
    assert more.document.startswith("# Of the sales department.\nworkflow: more # do not change\n")


def test_an_archived_workflow_takes_nothing_and_frees_its_address(
    tenant: Tenant, other_tenant: Tenant
) -> None:
    published(tenant)
    workflow_archive(organization=tenant.organization, slug="orders", actor=ADA)
    with pytest.raises(NotFound):
        form_get(slug="orders")
    with pytest.raises(NotFound):
        workflow_get(organization=tenant.organization, slug="orders")
    definition_publish(organization=other_tenant.organization, document=DOCUMENT)
    with pytest.raises(Unprocessable) as refused:
        version_restore(organization=tenant.organization, slug="orders", number=1, actor=ADA)
    assert [error.field for error in refused.value.errors] == ["form.address"]
    published(tenant, DOCUMENT.replace("address: orders", "address: our-orders"))
    assert form_get(slug="our-orders").number == 2


def test_a_workflow_without_submissions_is_deleted(tenant: Tenant) -> None:
    published(tenant)
    published(tenant, OTHER)
    save(tenant, DOCUMENT)
    workflow_delete(organization=tenant.organization, slug="orders", used=0, actor=ADA)
    with pytest.raises(NotFound):
        workflow_named(tenant.organization, "orders")
    with pytest.raises(NotFound):
        form_get(slug="orders")
    assert actions(tenant)[-1] == "workflow.deleted"


def test_a_workflow_with_submissions_is_kept(tenant: Tenant) -> None:
    version = published(tenant)
    submission_accept(version=version, data={"company": "Nordwind"}, source=Source.API)
    used = workflow_submissions_count(organization=tenant.organization, slug="orders")
    assert used == 1
    with pytest.raises(Conflict, match="has 1 submission, so it cannot"):
        workflow_delete(organization=tenant.organization, slug="orders", used=used, actor=ADA)
    with pytest.raises(Conflict, match="cannot be deleted"), transaction.atomic():
        # It came after they were counted.
        workflow_delete(organization=tenant.organization, slug="orders", used=0, actor=ADA)
    assert workflow_named(tenant.organization, "orders").current_id == version.pk


def test_submissions_under_way_stay_on_their_version(tenant: Tenant) -> None:
    first = published(tenant)
    sent = submission_accept(version=first, data={"company": "Nordwind"}, source=Source.API)
    second = published(tenant, OTHER.replace("path: /orders", "path: /other"))
    assert sent.submission.version_id == first.pk
    (step,) = [run.step for run in sent.submission.step_runs.select_related("step")]
    assert step.mapping["path"] == "/orders"
    first.refresh_from_db()
    assert first.replaced_at is not None
    assert second.replaced_at is None


def test_differences_are_told_in_words_and_as_text(tenant: Tenant) -> None:
    published(tenant)
    changed = OTHER.replace("kind: text}", "kind: text, required: false}").replace(
        "steps:\n", "tables:\n  regions: {AT: 1}\nsteps:\n"
    ) + ("  tell:\n    use: erp/request.send\n    with: {path: /tell}\n")
    save(tenant, changed)
    told = version_changes(
        organization=tenant.organization, slug="orders", before="live", after="draft"
    )
    assert told.words == [
        "`form.title`: “Order here” → “Order there”.",
        "Question `company`, `required`: nothing → “false”.",
        "Table `regions` was added.",
        "Step `tell` was added.",
    ]
    assert "-  title: Order here\n+  title: Order there\n" in told.text
    at = ("form", "fields", "company", "required")
    assert told.changes[1] == Change(ChangeKind.ADDED, at, None, False)
    assert told.changes[2] == Change(ChangeKind.ADDED, ("tables", "regions"), None, {"AT": 1})
    save(tenant, changed.replace("AT: 1", "AT: true"))
    draft_published(tenant)
    save(tenant, changed)
    told = version_changes(
        organization=tenant.organization, slug="orders", before="2", after="draft"
    )
    assert told.words == ["Table `regions`, `AT`: “true” → “1”."]
    same = version_changes(organization=tenant.organization, slug="orders", before="1", after="1")
    assert (same.changes, same.words, same.text) == ([], [], "")
    with pytest.raises(NotFound):
        version_changes(organization=tenant.organization, slug="orders", before="9", after="draft")


def test_a_connection_that_goes_after_the_check_is_noticed(
    tenant: Tenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)

    def check(*args: Any) -> Any:
        checked = definition_check(*args)
        Connection.objects.owned_by(tenant.organization).filter(slug="erp").update(
            deleted_at=timezone.now()
        )
        return checked

    monkeypatch.setattr(publish, "definition_check", check)
    with pytest.raises(Unprocessable) as refused:
        draft_published(tenant)
    (error,) = refused.value.errors
    assert error.field == "steps.send.use"
    assert "`erp` was deleted just now" in error.message
    assert workflow_named(tenant.organization, "orders").current_id is None


def test_what_was_done_is_in_the_audit_log(tenant: Tenant) -> None:
    before = len(actions(tenant))
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)
    draft_published(tenant)
    save(tenant, OTHER)
    draft_discard(organization=tenant.organization, slug="orders", expected=None, actor=ADA)
    version_restore(organization=tenant.organization, slug="orders", number=1, actor=ADA)
    workflow_rename(
        organization=tenant.organization, slug="orders", to="sales", name=None, actor=ADA
    )
    workflow_archive(organization=tenant.organization, slug="sales", actor=ADA)
    workflow_archive(organization=tenant.organization, slug="sales", actor=ADA)
    workflow_delete(organization=tenant.organization, slug="sales", used=0, actor=ADA)
    assert actions(tenant)[before:] == [
        "workflow.draft_saved",
        "workflow.published",
        "workflow.draft_saved",
        "workflow.draft_discarded",
        "workflow.published",
        "workflow.renamed",
        "workflow.archived",
        "workflow.deleted",
    ]


def at_once(works: list[Callable[[], Any]]) -> list[Any]:
    """What each gave, or the error of the domain that it raised, in threads of their own."""
    results: list[Any] = [None] * len(works)
    ready = threading.Barrier(len(works))

    def run(index: int) -> None:
        try:
            with every_organization("a test"):
                connection.ensure_connection()
                ready.wait()
                results[index] = works[index]()
        except DomainError as error:
            results[index] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True)
def test_of_many_who_publish_at_once_each_has_a_version_of_their_own() -> None:
    tenant = make_tenant("new-customer")
    documents = [DOCUMENT.replace("Order here", f"Order {number}") for number in range(4)]
    versions = at_once([lambda text=text: published(tenant, text) for text in documents])  # type: ignore[misc]
    assert sorted(version.number for version in versions) == [1, 2, 3, 4]
    assert {version.document for version in versions} == set(documents)
    workflow = Workflow.objects.owned_by(tenant.organization).get(slug="orders")
    assert workflow.current_id == next(each.pk for each in versions if each.number == 4)
    kept = WorkflowVersion.objects.owned_by(tenant.organization).filter(workflow=workflow)
    assert list(kept.filter(replaced_at=None).values_list("number", flat=True)) == [4]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_one_draft_one_does() -> None:
    tenant = make_tenant("new-customer")
    for round_ in range(5):
        document = DOCUMENT.replace("Order here", f"Order {round_}")
        if round_ == 0:
            workflow_create(organization=tenant.organization, document=document, actor=ADA)
        else:
            save(tenant, document)
        read = tag(tenant)
        results = at_once([lambda read=read: draft_published(tenant, read)] * 2)  # type: ignore[misc]
        refusals = [each for each in results if isinstance(each, DomainError)]
        assert [type(each) for each in refusals] == [Outdated]
        assert workflow_named(tenant.organization, "orders").versions.count() == round_ + 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_over_one_state_one_is_told() -> None:
    tenant = make_tenant("new-customer")
    workflow_create(organization=tenant.organization, document=DOCUMENT, actor=ADA)
    for _ in range(5):
        read = tag(tenant)
        results = at_once([lambda read=read: save(tenant, OTHER, read)] * 2)  # type: ignore[misc]
        refusals = [each for each in results if isinstance(each, DomainError)]
        assert [type(each) for each in refusals] == [Outdated]


@pytest.mark.django_db(transaction=True)
def test_an_address_goes_to_one_of_two_who_want_it() -> None:
    tenants = [make_tenant("a-form"), make_tenant("b-form")]
    results = at_once([lambda each=each: published(each) for each in tenants])  # type: ignore[misc]
    refusals = [each for each in results if isinstance(each, DomainError)]
    assert [type(each) for each in refusals] == [Unprocessable]
    assert [error.field for error in refusals[0].errors] == ["form.address"]
