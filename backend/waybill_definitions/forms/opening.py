"""Whether a form takes answers now: when it opens and closes, and how many it takes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from waybill_definitions.document import words_in as text_in
from waybill_definitions.forms.form import Form
from waybill_definitions.languages import say, words_in


class FormState(StrEnum):
    OPEN = "open"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    FULL = "full"


def form_state(form: Form, now: datetime, taken: int) -> FormState:
    """``taken``: how many submissions it has; looked at where it takes only so many."""
    definition = form.definition
    if definition.opens is not None and now < definition.opens:
        return FormState.NOT_YET
    if definition.closes is not None and now >= definition.closes:
        return FormState.CLOSED
    if definition.most is not None and taken >= definition.most:
        return FormState.FULL
    return FormState.OPEN


def form_state_text(form: Form, state: FormState, language: str = "") -> str:
    """What people are told who find the form so; empty while it is open."""
    definition = form.definition
    if state is FormState.OPEN:
        return ""
    if state is not FormState.NOT_YET and definition.late:
        return text_in(definition.late, language or form.language, form.language)
    words = words_in(language or form.language).form.state
    sentence = {
        FormState.NOT_YET: words.not_yet,
        FormState.CLOSED: words.closed,
        FormState.FULL: words.full,
    }[state]
    date = definition.opens if state is FormState.NOT_YET else definition.closes
    return say(sentence, language or form.language, {"date": date})
