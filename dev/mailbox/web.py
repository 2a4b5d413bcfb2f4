"""The HTTP side: messages as JSON for programs and as a page for people."""

from __future__ import annotations

import re
from html import escape

from aiohttp import web

from dev.mailbox.store import Message, Store

STORE = web.AppKey("store", Store)

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root {{ color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
article {{ border: 1px solid #8885; border-radius: .5rem; padding: 1rem; margin: 1rem 0; }}
h2 {{ font-size: 1.1rem; margin: 0; }}
p {{ margin: .25rem 0; opacity: .75; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 1rem 0 0; }}
</style></head>
<body><h1>Mailbox</h1><p>Mail caught on this machine. Nothing was forwarded.</p>
{messages}</body></html>"""


async def health(request: web.Request) -> web.Response:
    """Say that the catcher runs."""
    return web.json_response({"status": "ok"})


async def messages(request: web.Request) -> web.Response:
    """All messages, or those to the address in `?to=`, oldest first."""
    found = request.app[STORE].messages(request.query.get("to"))
    return web.json_response([message.as_json() for message in found])


async def page(request: web.Request) -> web.Response:
    """The messages for people, newest first."""
    newest_first = reversed(request.app[STORE].messages())
    articles = "".join(_article(message) for message in newest_first)
    return web.Response(
        text=_PAGE.format(messages=articles or "<p>No message has arrived yet.</p>"),
        content_type="text/html",
        headers={"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"},
    )


def application(store: Store) -> web.Application:
    """The web application over a store."""
    app = web.Application()
    app[STORE] = store
    app.router.add_get("/health", health)
    app.router.add_get("/messages", messages)
    app.router.add_get("/", page)
    return app


def _linked(escaped: str) -> str:
    """The addresses in an escaped text as links, opened beside the mailbox."""
    return re.sub(
        r"https?://[^\s<>&]+(?:&amp;[^\s<>&]+)*",
        lambda found: f'<a href="{found[0]}" target="_blank" rel="noopener">{found[0]}</a>',
        escaped,
    )


def _article(message: Message) -> str:
    to = escape(", ".join(message.to))
    return (
        f"<article><h2>{escape(message.subject)}</h2>"
        f"<p>To {to} · from {escape(message.sender)} · {escape(message.received_at)}</p>"
        f"<pre>{_linked(escape(message.text))}</pre></article>"
    )
