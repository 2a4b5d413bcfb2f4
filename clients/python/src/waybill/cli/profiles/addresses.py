"""The address of an instance, as people type it."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx

from waybill.cli.problems import Exit, Problem


def address_clean(typed: str) -> str:
    """Scheme and host, with a port and a path if there are any; no slash at the end.

    Raises Problem for what is no address of a server, and where the key would travel in the clear.
    """
    text = typed.strip()
    text = text if "://" in text else f"https://{text}"
    try:
        parts, host = urlsplit(text), httpx.URL(text).host
    except (ValueError, httpx.InvalidURL):
        parts, host = urlsplit(""), ""
    odd = parts.query or parts.fragment or any(map(str.isspace, text))
    if parts.scheme not in ("http", "https") or not host or odd:
        raise Problem(
            f"“{typed}” is no address of a server.",
            "Give it like https://waybill.example.com.",
            Exit.USAGE,
        )
    if parts.username or parts.password:
        raise Problem(
            "The address holds a user or a password.", "Give it without them.", Exit.USAGE
        )
    if parts.scheme == "http" and not _on_this_machine(host):
        raise Problem(
            f"{host} would get your key unencrypted.", "Give an address with https://.", Exit.USAGE
        )
    return parts.geturl().rstrip("/")


def _on_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
