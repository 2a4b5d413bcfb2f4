"""The form: its address, its pages, and questions that cannot be answered or are not told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from waybill_definitions.check.surroundings import Surroundings
from waybill_definitions.check.texts import texts_of
from waybill_definitions.document import (
    Asked,
    ChoiceQuestion,
    ChoicesQuestion,
    Definition,
    EmailQuestion,
    Fault,
    FormDefinition,
    GroupQuestion,
    Path,
)
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.suggestions import did_you_mean

_NO_CHOICES = Coded(FaultCode.CHOICES_EMPTY, "a choice needs at least one answer to offer")


def form_check(definition: Definition, left_out: frozenset[Path]) -> list[Fault]:
    """Faults in the form that its shape alone does not show, wherever it is published."""
    form = definition.form
    known = {*form.fields, *(str(path[2]) for path in left_out if len(path) > 2)}
    faults = [
        Fault((*path, "choices"), _NO_CHOICES)
        for path, question in questions_of(form)
        if isinstance(question, ChoiceQuestion | ChoicesQuestion)
        and not question.choices
        and question.from_ is None
    ]
    faults += _pages(form, known)
    faults += [
        Fault(("form", "rules", number, "field"), _no_question(rule.field, known))
        for number, rule in enumerate(form.rules)
        if rule.field not in known
    ]
    for path, words in texts_of(definition):
        if isinstance(words, Mapping):
            faults += _translations(words, form.languages, path)
    if form.without_script == "mail" and not any(
        isinstance(question, EmailQuestion) for question in form.fields.values()
    ):
        faults.append(
            Fault(
                ("form", "without_script"),
                Coded(
                    FaultCode.MAIL_NEEDS_EMAIL,
                    "`mail` needs a question of the kind `email`, whose answer is written to; add"
                    " one",
                ),
            )
        )
    return faults


def form_check_there(surroundings: Surroundings, definition: Definition) -> list[Fault]:
    """Faults that the form has where it is to be published: its address, its redirect."""
    form = definition.form
    faults = list(_redirect(form, definition.workflow, surroundings))
    if form.address is not None and surroundings.address_taken(definition.workflow, form.address):
        faults.append(
            Fault(
                ("form", "address"),
                Coded(
                    FaultCode.ADDRESS_TAKEN,
                    f"another form has the address `{form.address}` already; choose another one",
                    address=form.address,
                ),
            )
        )
    return faults


def questions_of(form: FormDefinition) -> Iterator[tuple[Path, Asked]]:
    """Every question with its path, those of a group after it."""
    for key, question in form.fields.items():
        path: Path = ("form", "fields", key)
        yield path, question
        if isinstance(question, GroupQuestion):
            for inner, inside in question.fields.items():
                yield (*path, "fields", inner), inside


def _no_question(key: str, known: set[str]) -> str:
    sentence = f"`{key}` is no question of this form{did_you_mean(key, known)}"
    return Coded(FaultCode.NO_QUESTION, sentence, key=key)


def _pages(form: FormDefinition, known: set[str]) -> Iterator[Fault]:
    """Every question stands on one page, and on one alone."""
    if not form.pages:
        return
    standing = Counter(key for page in form.pages for key in page.fields)
    for number, page in enumerate(form.pages):
        for index, key in enumerate(page.fields):
            path: Path = ("form", "pages", number, "fields", index)
            if key not in known:
                yield Fault(path, _no_question(key, known))
            elif standing[key] > 1 and (number, index) != _first(form, key):
                sentence = f"`{key}` stands on a page already; leave it out here"
                yield Fault(path, Coded(FaultCode.ON_PAGE_ALREADY, sentence, key=key))
    for key in form.fields:
        if not standing[key]:
            sentence = f"`{key}` stands on no page; add it to one"
            yield Fault(("form", "fields", key), Coded(FaultCode.ON_NO_PAGE, sentence))


def _first(form: FormDefinition, key: str) -> tuple[int, int]:
    return next(
        (number, page.fields.index(key))
        for number, page in enumerate(form.pages)
        if key in page.fields
    )


def _translations(words: Mapping[str, str], languages: list[str], path: Path) -> Iterator[Fault]:
    for language in words:
        if language not in languages:
            yield Fault(
                (*path, language),
                Coded(
                    FaultCode.LANGUAGE_UNKNOWN,
                    f"`{language}` is none of the form's languages, {', '.join(languages)}; add it"
                    " to `form.languages`, or leave this out",
                    language=language,
                ),
            )
    missing = [language for language in languages if language not in words]
    if missing:
        sentence = f"this text is missing in {', '.join(missing)}"
        yield Fault(path, Coded(FaultCode.TEXT_MISSING, sentence, languages=missing))


def _redirect(form: FormDefinition, slug: str, surroundings: Surroundings) -> Iterator[Fault]:
    if form.sent.redirect is None:
        return
    parts = urlsplit(form.sent.redirect)
    origin = f"{parts.scheme}://{parts.netloc.lower()}"
    if origin not in surroundings.allowed_origins(slug):
        yield Fault(
            ("form", "sent", "redirect"),
            Coded(
                FaultCode.SITE_NOT_ALLOWED,
                f"the site {origin} is not allowed for this form; allow it first"
                f" (PUT /api/v1/workflows/{slug}/protection, `allowed_origins`)",
                site=origin,
            ),
        )
