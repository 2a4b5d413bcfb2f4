"""A form as a version keeps it: what it asks, and all that is prepared once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from waybill_definitions.document import Asked, FileQuestion, FormDefinition, Question, words_in
from waybill_definitions.forms.answer_types import OWN_WORDS, Live
from waybill_definitions.forms.expressions import FormExpressions, form_expressions
from waybill_definitions.forms.model import Checked, answers_check, answers_model
from waybill_definitions.languages import language_choose, refusal_in


@dataclass(frozen=True, slots=True)
class Form:
    """``questions``: by key, in the order in which they are asked."""

    definition: FormDefinition
    expressions: FormExpressions
    model: type[BaseModel]
    files: Mapping[str, FileQuestion]
    sensitive: frozenset[str]

    @property
    def questions(self) -> Mapping[str, Question]:
        return self.definition.fields

    @property
    def language(self) -> str:
        """The one in which it speaks to those who say nothing of theirs."""
        return self.definition.languages[0]

    def language_for(self, wanted: str | None) -> str:
        """One of its languages: the nearest to a tag (BCP 47) or to an `Accept-Language`."""
        return language_choose(wanted, self.definition.languages)

    def check(
        self,
        data: Any,
        *,
        kept: Mapping[str, Any] | None = None,
        live: Live | None = None,
        language: str = "",
    ) -> Checked:
        """What is to be stored of these answers, and everything that is wrong with them.

        ``kept``: answers that were accepted before. Where they come again they stay as they are,
        though their kind of answer may be judged otherwise by now. ``live`` gives the values of
        live choices, None where nobody knows them now.
        """
        return answers_check(
            self.model,
            self.expressions,
            data,
            kept=kept,
            live=live,
            language=language or self.language,
        )

    def words(self, fault: ErrorDetails, language: str = "") -> str:
        """What is wrong, for the person who answers: in the form's own words where it has some."""
        own = fault.get("ctx", {}).get(OWN_WORDS)
        if own:
            return words_in(own, language or self.language, self.language)
        return refusal_in(fault, language or self.language)


def form_prepare(definition: FormDefinition, tables: Mapping[str, Any] | None = None) -> Form:
    """Compile a form that was checked. Its questions stand in the order of its pages."""
    order = [key for page in definition.pages for key in page.fields] or list(definition.fields)
    ordered = {key: definition.fields[key] for key in order}
    definition = definition.model_copy(update={"fields": ordered})
    expressions = form_expressions(definition, tables or {})
    questions: Mapping[str, Asked] = definition.fields
    return Form(
        definition,
        expressions,
        answers_model(definition.fields, expressions),
        {key: each for key, each in questions.items() if isinstance(each, FileQuestion)},
        frozenset(key for key, each in questions.items() if each.sensitive),
    )
