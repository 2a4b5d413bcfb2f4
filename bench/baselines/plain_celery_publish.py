"""Publishes one message per step run, in the order of the steps; prints how many."""

from __future__ import annotations

import json
import os

import psycopg

from bench.baselines.plain_celery import app, deliver

if __name__ == "__main__":
    with psycopg.connect(os.environ["DATABASE_URL"]) as database:
        query = "SELECT id FROM submissions_steprun ORDER BY submission_id, position"
        ids = [str(row[0]) for row in database.execute(query)]
    with app.producer_pool.acquire() as producer:
        for step_run_id in ids:
            deliver.apply_async(args=[step_run_id], producer=producer)
    print(json.dumps(len(ids)))
