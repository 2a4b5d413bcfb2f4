"""What the first organization is to be: from options, the environment, or questions."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email, validate_slug
from django.utils.text import slugify

from core.accounts.models import User

_TRUE = frozenset({"1", "true", "yes", "on"})


class AnswersMissing(Exception):
    """What is not known or not accepted, one sentence each."""

    def __init__(self, *faults: str) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Answers:
    """The first organization and its owner. Without ``password`` the owner gets a link by mail."""

    organization: str
    slug: str
    owner: str
    owner_name: str = ""
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Question:
    """One answer: its option and variable, what is asked, and what refuses it."""

    name: str
    asked: str
    check: Callable[[str], None]

    @property
    def variable(self) -> str:
        return f"WAYBILL_INIT_{self.name.upper()}"

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"


def _name_check(value: str) -> None:
    MaxLengthValidator(200)(value)


def _slug_check(value: str) -> None:
    validate_slug(value)
    MaxLengthValidator(50)(value)


_ORGANIZATION = _Question("organization", "Name of your organization", _name_check)
_SLUG = _Question("slug", "Short name of it in addresses", _slug_check)
_OWNER = _Question("owner", "E-mail address of its owner", validate_email)
_PASSWORD = _Question("password", "Password (nothing: a link is mailed to set it)", lambda _: None)


def answers_read(
    options: Mapping[str, Any], environ: Mapping[str, str], *, terminal: bool
) -> Answers:
    """Options count before variables; what neither says is asked where a person is.

    A password comes from a prompt, a variable or a file, never from an option. Raises
    AnswersMissing with everything that is missing or refused.
    """
    given = _Given(options, environ)
    return _asked(given) if terminal else _without_questions(given)


@dataclass(frozen=True, slots=True)
class _Given:
    """What options and environment say."""

    options: Mapping[str, Any]
    environ: Mapping[str, str]

    def text(self, question: _Question) -> str:
        return str(
            self.options.get(question.name) or self.environ.get(question.variable, "")
        ).strip()

    @property
    def by_mail(self) -> bool:
        word = self.environ.get("WAYBILL_INIT_MAIL_LINK", "").strip().lower()
        return bool(self.options.get("mail_link")) or word in _TRUE

    def password(self) -> str | None:
        """From the file or the variable. Raises AnswersMissing for a file that cannot be read."""
        path = self.options.get("password_file") or self.environ.get("WAYBILL_INIT_PASSWORD_FILE")
        if not path:
            return self.environ.get(_PASSWORD.variable) or None
        try:
            return Path(path).read_text().rstrip("\r\n")
        except OSError as error:
            raise AnswersMissing(
                f"The password's file {path} cannot be read: {error.strerror}."
            ) from None


def _without_questions(given: _Given) -> Answers:
    organization, owner = given.text(_ORGANIZATION), given.text(_OWNER)
    slug = given.text(_SLUG) or slugify(organization)[:40]
    faults = [
        f"{question.variable} (or {question.option}) is missing: {question.asked.lower()}."
        for question, value in ((_ORGANIZATION, organization), (_OWNER, owner))
        if not value
    ]
    password = None if given.by_mail else given.password()
    if password is None and not given.by_mail:
        faults.append(
            "The password is missing: set WAYBILL_INIT_PASSWORD or WAYBILL_INIT_PASSWORD_FILE (or"
            " --password-file); or set WAYBILL_INIT_MAIL_LINK=true (or --mail-link) to have a"
            " link mailed to the owner."
        )
    faults += [
        fault
        for question, value in ((_ORGANIZATION, organization), (_OWNER, owner), (_SLUG, slug))
        if value
        for fault in _refused(question, value)
    ]
    if password is not None:
        faults += password_faults(password, owner=owner, name=_owner_name(given))
    if organization and not slug:
        faults.append(f"{_SLUG.variable} (or {_SLUG.option}) is missing: letters a-z, digits, -.")
    if faults:
        raise AnswersMissing(*faults)
    return Answers(organization, slug, owner.lower(), _owner_name(given), password)


def _asked(given: _Given) -> Answers:
    organization = _ask(given, _ORGANIZATION)
    slug = _ask(given, _SLUG, usual=slugify(organization)[:40])
    owner = _ask(given, _OWNER).lower()
    password = None if given.by_mail else given.password()
    if password is not None:
        faults = password_faults(password, owner=owner, name=_owner_name(given))
        if faults:
            raise AnswersMissing(*faults)
    elif not given.by_mail:
        password = _ask_password(owner, _owner_name(given))
    return Answers(organization, slug, owner, _owner_name(given), password)


def _owner_name(given: _Given) -> str:
    return str(
        given.options.get("owner_name") or given.environ.get("WAYBILL_INIT_OWNER_NAME", "")
    ).strip()


def _ask(given: _Given, question: _Question, usual: str = "") -> str:
    value = given.text(question)
    while True:
        if not value:
            shown = f"{question.asked} [{usual}]: " if usual else f"{question.asked}: "
            value = input(shown).strip() or usual
        faults = list(_refused(question, value)) if value else ["Something is needed here."]
        if not faults:
            return value
        print(*faults, sep="\n")  # noqa: T201  # an answer to what was just typed
        value = ""


def _ask_password(owner: str, name: str) -> str | None:
    """Asked for twice, and not shown. None: by mail."""
    while True:
        password = getpass.getpass(f"{_PASSWORD.asked}: ")
        if not password:
            return None
        faults = password_faults(password, owner=owner, name=name)
        if not faults and getpass.getpass("The same again: ") != password:
            faults = ["The two differ."]
        if not faults:
            return password
        print(*faults, sep="\n")  # noqa: T201


def _refused(question: _Question, value: str) -> Iterator[str]:
    try:
        question.check(value)
    except ValidationError as error:
        for message in error.messages:
            yield f"{question.asked}: {message}"


def password_faults(password: str, *, owner: str, name: str) -> list[str]:
    """Why a sign-up would refuse this password; empty if it would not."""
    try:
        validate_password(password, User(email=owner, name=name))
    except ValidationError as error:
        return list(error.messages)
    return []
