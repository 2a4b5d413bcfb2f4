"""How an alert looks to each kind of receiver. Its sentences come ready in the callback's facts.

Nothing is computed here, so a receiver gets the same bytes in every try.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.callbacks.models import Channel

PAGERDUTY_URL = "https://events.pagerduty.com/v2/enqueue"
_SUMMARY_MOST = 1024
_PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def channel_body(channel: Channel, facts: Mapping[str, Any], secret: str) -> dict[str, Any]:
    """The JSON for Slack, Teams or PagerDuty.

    ``facts``: ``title``, ``paragraphs``, ``links`` (``text``, ``url``) and ``alert`` with its
    ``event``. ``secret``: the routing key of PagerDuty.
    """
    match channel:
        case Channel.SLACK:
            return _slack(facts)
        case Channel.TEAMS:
            return _teams(facts)
        case Channel.PAGERDUTY:
            return _pagerduty(facts, secret)
        case _:
            raise ValueError(f"{channel} is no chat and no pager")


def plain_text(facts: Mapping[str, Any]) -> str:
    """The whole message as text, for e-mail."""
    links = [f"{link['text']}:\n{link['url']}" for link in facts["links"]]
    return "\n\n".join([*facts["paragraphs"], *links]) + "\n"


def _slack(facts: Mapping[str, Any]) -> dict[str, Any]:
    """https://docs.slack.dev/messaging/formatting-message-text: three characters are escaped."""
    links = [f"<{link['url']}|{_escaped(link['text'])}>" for link in facts["links"]]
    title = _escaped(facts["title"])
    lines = [f"*{title}*", *map(_escaped, facts["paragraphs"]), " · ".join(links)]
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "\n\n".join(lines)[:3000]}}
    return {"text": title, "blocks": [section]}


def _teams(facts: Mapping[str, Any]) -> dict[str, Any]:
    """An Adaptive Card, as the workflow “Send webhook alerts to a channel” takes it."""
    blocks = [{"type": "TextBlock", "text": text, "wrap": True} for text in facts["paragraphs"]]
    heading = {"type": "TextBlock", "text": facts["title"], "weight": "Bolder", "wrap": True}
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [heading, *blocks],
        "actions": [
            {"type": "Action.OpenUrl", "title": link["text"], "url": link["url"]}
            for link in facts["links"]
        ],
    }
    content_type = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": content_type, "content": card}]}


def _pagerduty(facts: Mapping[str, Any], routing_key: str) -> dict[str, Any]:
    """https://developer.pagerduty.com/docs/send-alert-event: one incident per `dedup_key`."""
    alert = facts["alert"]
    resolved = alert["event"] == "resolved"
    event: dict[str, Any] = {
        "routing_key": routing_key,
        "event_action": "resolve" if resolved else "trigger",
        "dedup_key": f"waybill-{alert['id']}",
    }
    if not resolved:
        event |= {
            "client": "Waybill",
            "client_url": facts["links"][0]["url"],
            "links": [{"href": link["url"], "text": link["text"]} for link in facts["links"]],
            "payload": {
                "summary": facts["title"][:_SUMMARY_MOST],
                "source": alert["organization"],
                "severity": alert["severity"],
                "timestamp": alert["opened_at"],
                "class": alert["kind"],
                "custom_details": {"text": "\n\n".join(facts["paragraphs"])},
            },
        }
    return event


def _escaped(text: str) -> str:
    return text.translate(_PLAIN)
