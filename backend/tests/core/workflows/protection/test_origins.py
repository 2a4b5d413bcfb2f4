from __future__ import annotations

import pytest

from core.workflows.protection import origin_clean


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://www.example.com", "https://www.example.com"),
        ("HTTPS://WWW.Example.COM/", "https://www.example.com"),
        ("https://www.example.com:443", "https://www.example.com"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
    ],
)
def test_origins_are_written_as_browsers_do(text: str, origin: str) -> None:
    assert origin_clean(text) == origin


@pytest.mark.security("Public forms")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "null",
        "https://*.example.com",
        "www.example.com",
        "https://www.example.com/form",
        "https://www.example.com?x",
        "https://www.example.com#x",
        "https://user:secret@www.example.com",
        "https://www.example.com:99999",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://exa mple.com",
        "https://example.com;script-src *",
        "https://example.com\r\nX-Injected: 1",
        "https://",
        "//example.com",
        "https://[::1",
    ],
)
def test_what_is_no_single_origin_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an origin"):
        origin_clean(text)
