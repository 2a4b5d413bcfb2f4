"""Field types that connectors share for their settings, credentials and inputs."""

import re
from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, SecretStr, StringConstraints, WithJsonSchema
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
    """The address as mail servers write it: an international domain becomes ASCII (RFC 5891).

    A local part of more than ASCII stays: some servers take it (RFC 6531). So does a host name
    without a dot, which a network of one's own may know.
    """
    try:
        checked = validate_email(
            _one_line(address), check_deliverability=False, globally_deliverable=False
        )
    except EmailNotValidError as problem:
        raise ValueError(str(problem)) from None
    return checked.ascii_email or f"{checked.local_part}@{checked.ascii_domain}"


Line = Annotated[str, StringConstraints(max_length=255), AfterValidator(_one_line)]
"""Text on one line: what can stand in a header."""

OneLineSecret = Annotated[SecretStr, AfterValidator(_one_line_secret)]
"""A secret that goes into a header."""

BaseUrl = Annotated[str, StringConstraints(max_length=500), AfterValidator(_base_url)]
"""Where a system is, without the slash at the end."""

MailAddress = Annotated[
    str,
    StringConstraints(max_length=320),
    AfterValidator(_deliverable),
    WithJsonSchema({"type": "string", "format": "email", "maxLength": 320}),
]
"""An e-mail address as it goes over the wire."""
