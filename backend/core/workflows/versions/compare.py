"""What differs between two states of a workflow."""

from __future__ import annotations

from dataclasses import dataclass

from core.accounts.models import Organization
from core.errors import NotFound
from core.workflows.models import Workflow
from core.workflows.versions.drafts import refused, workflow_named, working_copy
from core.workflows.versions.publish import version_numbered
from waybill_definitions.changes import (
    Change,
    changes_as_text,
    changes_between,
    changes_in_words,
)
from waybill_definitions.document import Definition, DefinitionRefused, definition_read


@dataclass(frozen=True, slots=True)
class Difference:
    """``words``: one sentence for each of ``changes``. ``text``: a unified diff."""

    before: Definition
    after: Definition
    changes: list[Change]
    words: list[str]
    text: str


def version_changes(
    *, organization: Organization, slug: str, before: str, after: str
) -> Difference:
    """What differs between two states of a workflow.

    A state is `draft`, `live` or the number of a version. Raises NotFound, Unprocessable when one
    of them has faults of its shape.
    """
    workflow = workflow_named(organization, slug)
    first, second = (_state(workflow, each) for each in (before, after))
    return Difference(
        before=first,
        after=second,
        changes=changes_between(first, second),
        words=changes_in_words(first, second),
        text=changes_as_text(first, second, (before, after)),
    )


def _state(workflow: Workflow, name: str) -> Definition:
    if name == "draft":
        document = working_copy(workflow).document
    elif name != "live":
        document = version_numbered(workflow, int(name)).document
    elif workflow.current is not None:
        document = workflow.current.document
    else:
        raise NotFound(f"No version of “{workflow.slug}” is live.")
    try:
        return definition_read(document)
    except DefinitionRefused as error:
        raise refused(error.faults) from error
