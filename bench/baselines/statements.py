"""The two row updates of a baseline's step: one before the network, one after it.

A worker prints READY once it can start.
"""

from __future__ import annotations

READY = "the worker is ready"

CLAIM = """
UPDATE bench_run SET status = 'sending', tries = tries + 1, claimed_at = clock_timestamp()
WHERE id = %s AND status = 'ready' RETURNING data
"""
SETTLE = """
UPDATE bench_run SET status = 'succeeded', output = %s, finished_at = clock_timestamp()
WHERE id = %s AND status = 'sending'
"""
