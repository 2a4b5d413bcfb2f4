from __future__ import annotations

from urllib.parse import urlsplit

from core.errors import FieldError, Unprocessable


def web_address(url: str) -> str:
    """The address, if messages can be sent to it. Raises Unprocessable.

    Where it leads is checked when its socket is opened.
    """
    try:
        parts = urlsplit(url)
        plain = url.isprintable() and " " not in url
        valid = (
            plain and parts.scheme in ("http", "https") and parts.hostname and not parts.username
        )
        _ = parts.port
    except ValueError:
        valid = False
    if not valid:
        raise Unprocessable(
            "A callback goes to an http or https address without a user name in it.",
            errors=[FieldError("url", "Not such an address.")],
        )
    return url
