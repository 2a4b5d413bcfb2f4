"""Everything that can be known to be wrong with a definition before it is published."""

from __future__ import annotations

from dataclasses import dataclass

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.check.choices import choices_find
from core.workflows.check.comments import comments_named
from core.workflows.check.destinations import Destination, destinations_find
from core.workflows.check.expressions import expressions_check
from core.workflows.check.form import form_check
from core.workflows.check.name import name_check
from core.workflows.check.never import never_check
from core.workflows.check.order import needs_of, order_check
from core.workflows.check.sensitive import sensitive_check
from core.workflows.check.words import words_check
from core.workflows.compile import cycles_in
from core.workflows.definition import Definition, DefinitionRefused, Path, document_read


@dataclass(frozen=True, slots=True)
class Checked:
    """A definition without faults, and where each of its steps goes.

    ``choosing``: where its live choices are looked up, by the paths that name the connections.
    """

    definition: Definition
    destinations: dict[str, Destination]
    choosing: dict[Path, Connection]


def definition_check(organization: Organization, document: str) -> Checked:
    """Check a document as publishing does. Raises DefinitionRefused with all faults, in its order.

    Where one part is wrong the others are checked all the same. Only two things hide what is wrong
    with expressions: a circle of steps, which have no order in which they could be read, and
    questions, tables or steps of which not even the keys can be read.
    """
    draft = document_read(document)
    faults = list(draft.faults)
    definition = draft.definition
    if definition is None:
        raise DefinitionRefused(draft.placed(faults))
    destinations, missing = destinations_find(organization, definition)
    faults += name_check(definition.workflow)
    choosing, not_there = choices_find(organization, definition)
    faults += [*form_check(organization, definition, draft.left_out), *missing, *not_there]
    faults += order_check(definition, draft.left_out)
    faults += words_check(definition)
    if draft.knows_all_names and not cycles_in(needs_of(definition)):
        compiled = expressions_check(definition, destinations, draft.left_out)
        faults += compiled.faults
        faults += never_check(definition, compiled)
        faults += sensitive_check(definition, destinations, compiled)
    if faults:
        raise DefinitionRefused(draft.placed(comments_named(draft.tree, faults)))
    return Checked(definition, destinations, choosing)
