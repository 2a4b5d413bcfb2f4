"""Everything that can be known to be wrong with a definition before it is published."""

from __future__ import annotations

from dataclasses import dataclass

from waybill_definitions.check.choices import choices_find
from waybill_definitions.check.comments import comments_named
from waybill_definitions.check.destinations import Destination, destinations_find
from waybill_definitions.check.expressions import expressions_check
from waybill_definitions.check.form import form_check, form_check_there
from waybill_definitions.check.name import name_check
from waybill_definitions.check.never import never_check
from waybill_definitions.check.order import needs_of, order_check
from waybill_definitions.check.sensitive import sensitive_check
from waybill_definitions.check.surroundings import Surroundings
from waybill_definitions.check.words import words_check
from waybill_definitions.document import Definition, DefinitionRefused, Path, document_read
from waybill_definitions.steps import cycles_in


@dataclass(frozen=True, slots=True)
class Checked:
    """A definition without faults, and where each of its steps goes.

    ``choosing``: the slugs of the connections in which its live choices are looked up, by the paths
    that name them.
    """

    definition: Definition
    destinations: dict[str, Destination]
    choosing: dict[Path, str]


def definition_check(surroundings: Surroundings, document: str) -> Checked:
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
    destinations, missing = destinations_find(surroundings, definition)
    faults += name_check(definition.workflow)
    choosing, not_there = choices_find(surroundings, definition)
    faults += [*form_check(definition, draft.left_out), *missing, *not_there]
    faults += form_check_there(surroundings, definition)
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
