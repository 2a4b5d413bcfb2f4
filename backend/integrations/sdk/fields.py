"""Field types that connectors share for their settings, credentials and inputs."""

import re
from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, EmailStr, SecretStr, StringConstraints
from yarl import URL

_NOT_ONE_LINE = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def _one_line(text: str) -> str:
    if _NOT_ONE_LINE.search(text):
        raise ValueError("write it on one line, without control characters")
    return text


def _one_line_secret(secret: SecretStr) -> SecretStr:
    """Spaces and line ends around a secret are what copying it brings along."""
    text = _one_line(secret.get_secret_value().strip())
    if not text:
        raise ValueError("it is empty")
    return SecretStr(text)


def _base_url(text: str) -> str:
    wrong = "an address starts with https:// or http:// and has no user, no query and no fragment"
    try:
        url = URL(_one_line(text))
    except ValueError:
        raise ValueError(wrong) from None
    if url.scheme not in {"http", "https"} or not url.host or " " in text:
        raise ValueError(wrong)
    if url.user is not None or url.query_string or url.fragment or text.endswith(("?", "#")):
        raise ValueError(wrong)
    return text.rstrip("/")


def _deliverable(address: str) -> str:
    """The address as mail servers write it: an international domain becomes ASCII (RFC 5891)."""
    try:
        ascii_form = validate_email(address, check_deliverability=False).ascii_email
    except EmailNotValidError as problem:
        raise ValueError(str(problem)) from None
    if ascii_form is None:
        raise ValueError("before the @, only letters of ASCII can be delivered")
    return ascii_form


Line = Annotated[str, StringConstraints(max_length=255), AfterValidator(_one_line)]
"""Text on one line: what can stand in a header."""

OneLineSecret = Annotated[SecretStr, AfterValidator(_one_line_secret)]
"""A secret that goes into a header."""

BaseUrl = Annotated[str, StringConstraints(max_length=500), AfterValidator(_base_url)]
"""Where a system is, without the slash at the end."""

MailAddress = Annotated[EmailStr, AfterValidator(_deliverable)]
"""An e-mail address as it goes over the wire."""
