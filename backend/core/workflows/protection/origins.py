"""Origins, as browsers write them: scheme, host, and a port if it is not the default."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_OWN_PORT = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")


def origin_clean(text: str) -> str:
    """``text`` as browsers send it in `Origin`. Raises ValueError, with a sentence.

    Wildcards are refused: name each site.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError:
        raise ValueError(f"“{text[:100]}” is not an origin.") from None
    host = parts.netloc.rpartition("@")[2].partition(":")[0].lower()
    if parts.netloc.startswith("["):
        host = parts.netloc.partition("]")[0].lower() + "]"
    extra = parts.username or parts.query or parts.fragment or parts.path not in ("", "/")
    if parts.scheme not in _OWN_PORT or extra or not _HOST.fullmatch(host):
        raise ValueError(
            f"“{text[:100]}” is not an origin. Write scheme and host, like https://www.example.com."
        )
    if port is None or port == _OWN_PORT[parts.scheme]:
        return f"{parts.scheme}://{host}"
    return f"{parts.scheme}://{host}:{port}"
