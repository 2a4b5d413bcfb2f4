"""Runs every periodic task once, with the login that owns nothing. Prints the results."""

from __future__ import annotations

import json

import django

django.setup()

from celery import current_app  # noqa: E402


def main() -> list[str]:
    """Run each periodic task now. Raises their errors."""
    current_app.finalize()
    current_app.loader.import_default_modules()
    done = set()
    for entry in current_app.conf.beat_schedule.values():
        current_app.tasks[entry["task"]](*entry.get("args", ()))
        done.add(entry["task"])
    return sorted(done)


if __name__ == "__main__":
    print(json.dumps(main()))
