from __future__ import annotations

from typing import Any

import pytest
from celery import current_app
from kombu.entity import Queue

from mysite.broker import Transport


def test_the_workers_broker_is_ours() -> None:
    with current_app.connection_for_read() as broker:
        assert isinstance(broker.transport, Transport)
        assert broker.transport.driver_type == "redis"


def test_a_message_that_outlives_its_connection_finds_it_lost() -> None:
    with current_app.connection_for_read() as broker:
        channel, transport = broker.channel(), broker.transport
        queue = Queue("broker-test", routing_key="broker-test", auto_delete=True)
        broker.Producer(channel).publish({}, routing_key=queue.name, declare=[queue])
        message = queue(channel).get()
        client = _let_go(channel, transport)
        with pytest.raises(broker.connection_errors):
            message.ack()
        transport.client = client
        channel.queue_delete(queue.name)


def _let_go(channel: Any, transport: Any) -> Any:
    """What kombu leaves behind when Redis goes away while it closes a connection."""
    channel._disconnect_pools()
    client, transport.client = transport.client, None
    return client
