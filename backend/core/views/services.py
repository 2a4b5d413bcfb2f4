"""Saves, changes and deletes views. All audited."""

from __future__ import annotations

import uuid
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from core.accounts.models import Organization
from core.accounts.permissions import Permission
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.errors import Conflict, FieldError, Forbidden, NotFound, Unprocessable
from core.submissions.read import Sort, SubmissionFilter
from core.views.models import SavedView

MOST_VIEWS: Final = 100
"""Of one owner."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whose views are meant, and what they may do with those of others."""

    id: uuid.UUID
    name: str
    permissions: AbstractSet[Permission]


@dataclass(frozen=True, slots=True)
class ViewWanted:
    """What is saved. ``columns`` in their order; none: as usual."""

    name: str
    shared: bool
    filter: SubmissionFilter
    columns: list[str]
    sort: Sort

    def values(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "shared": self.shared,
            "filter": self.filter.model_dump(mode="json", exclude_none=True),
            "columns": self.columns,
            "sort": str(self.sort),
        }


def views_get(*, organization: Organization, viewer: Viewer) -> list[SavedView]:
    """The viewer's own views and those that are shared, by name."""
    return list(_visible(organization, viewer).order_by("name", "pk"))


@transaction.atomic
def view_create(
    *, organization: Organization, viewer: Viewer, wanted: ViewWanted, actor: Actor
) -> SavedView:
    """Save a view. Raises Forbidden, Unprocessable for a name that is taken, Conflict when there
    are too many."""
    _may_share(viewer, shared=wanted.shared)
    if SavedView.objects.owned_by(organization).filter(owner_id=viewer.id).count() >= MOST_VIEWS:
        raise Conflict(f"You have {MOST_VIEWS} views. Delete one that is not used any more.")
    view = SavedView(
        organization=organization,
        owner_id=viewer.id,
        owner_name=viewer.name[:200],
        **wanted.values(),
    )
    _save(view)
    _record(view, organization, actor, "view.created", {})
    return view


@transaction.atomic
def view_change(
    *,
    organization: Organization,
    view_id: uuid.UUID,
    viewer: Viewer,
    wanted: ViewWanted,
    actor: Actor,
) -> SavedView:
    """Save it anew. Raises NotFound, Forbidden, Unprocessable for a name that is taken."""
    view = _changeable(organization, view_id, viewer)
    before = _kept(view)
    if wanted.shared != view.shared:
        _may_share(viewer, shared=True)
    for name, value in wanted.values().items():
        setattr(view, name, value)
    _save(view)
    _record(view, organization, actor, "view.changed", before)
    return view


@transaction.atomic
def view_delete(
    *, organization: Organization, view_id: uuid.UUID, viewer: Viewer, actor: Actor
) -> None:
    """Raises NotFound and Forbidden."""
    view = _changeable(organization, view_id, viewer)
    _record(view, organization, actor, "view.deleted", _kept(view))
    view.delete()


def _visible(organization: Organization, viewer: Viewer) -> QuerySet[SavedView]:
    own = Q(owner_id=viewer.id)
    return SavedView.objects.owned_by(organization).filter(own | Q(shared=True))


def _changeable(organization: Organization, view_id: uuid.UUID, viewer: Viewer) -> SavedView:
    rows = _visible(organization, viewer).select_for_update(no_key=True)
    view = rows.filter(pk=view_id).first()
    if view is None:
        raise NotFound("There is no view with that id, or it is somebody else's and not shared.")
    if view.owner_id != viewer.id and Permission.ORGANIZATION_MANAGE not in viewer.permissions:
        owner = view.owner_name or "somebody else"
        raise Forbidden(
            f"The view “{view.name}” was shared by {owner}. They or an"
            " administrator can change it; save your own under another name."
        )
    return view


def _may_share(viewer: Viewer, *, shared: bool) -> None:
    if shared and Permission.SUBMISSIONS_OPERATE not in viewer.permissions:
        raise Forbidden(
            "Your role does not include sharing views. Save it for yourself, or ask an operator."
        )


def _save(view: SavedView) -> None:
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError as error:
        raise Unprocessable(
            f"There is a view named “{view.name}” already. Choose another name.",
            code="name_taken",
            errors=[FieldError("name", "There is a view of this name already.")],
        ) from error


def _kept(view: SavedView) -> dict[str, Any]:
    """What the audit log tells of a view; of what is searched for, only that something is."""
    told = {name: value for name, value in view.filter.items() if name not in {"q", "ids"}}
    if "q" in view.filter:
        told["q"] = "…"
    return {
        "name": view.name,
        "shared": view.shared,
        "filter": told,
        "columns": view.columns,
        "sort": view.sort,
    }


def _record(
    view: SavedView, organization: Organization, actor: Actor, action: str, before: dict[str, Any]
) -> None:
    after = {} if action == "view.deleted" else _kept(view)
    audit_record(
        organization=organization,
        actor=actor,
        action=action,
        object_kind="view",
        object_id=view.pk,
        detail={"name": view.name},
        changes=changes_between(before, after),
    )
