"""Publishes one message per step, to be sent to the given path. Prints the number."""

from __future__ import annotations

import json
import os
import sys

import psycopg

from bench.baselines.plain_celery import app, deliver

if __name__ == "__main__":
    with psycopg.connect(os.environ["DATABASE_URL"]) as database:
        ids = [str(row[0]) for row in database.execute("SELECT id FROM bench_run")]
    with app.producer_pool.acquire() as producer:
        for run_id in ids:
            deliver.apply_async(args=[run_id, sys.argv[1]], producer=producer)
    print(json.dumps(len(ids)))
