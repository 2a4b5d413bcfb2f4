"""Celery entry points: each takes a name or an id, calls one service and returns counts."""
