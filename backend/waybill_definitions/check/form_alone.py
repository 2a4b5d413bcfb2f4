"""The form of a definition, whatever is wrong with its steps: enough of it to be drawn."""

from __future__ import annotations

from waybill_definitions.check.comments import comments_named
from waybill_definitions.check.form import form_check
from waybill_definitions.check.words import words_check
from waybill_definitions.document import (
    Definition,
    DefinitionRefused,
    Path,
    document_read,
)
from waybill_definitions.forms import form_expressions

_READ = frozenset({"form", "tables"})


def form_alone_check(document: str) -> Definition:
    """The definition, with as many of its steps as can be read.

    Raises DefinitionRefused with the faults of the form, and of the tables that it may read. What
    depends on where it is published is not looked at: addresses, redirects, connections.
    """
    draft = document_read(document)
    definition = draft.definition
    if definition is None:
        raise DefinitionRefused(draft.placed(list(draft.faults)))
    faults = [fault for fault in draft.faults if _is_read(fault.path)]
    found = [*form_check(definition, draft.left_out), *words_check(definition)]
    faults += [fault for fault in found if _is_read(fault.path)]
    if not any(_is_read(path) for path in draft.left_out):
        faults += form_expressions(definition.form, definition.tables).faults
    if faults:
        raise DefinitionRefused(draft.placed(comments_named(draft.tree, faults)))
    return definition


def _is_read(path: Path) -> bool:
    return not path or path[0] in _READ
