"""What a step says of itself, in the language of the person who reads it."""

from __future__ import annotations

from core.workflows.models import Step


def step_title(step: Step, language: str) -> str:
    """What it is doing; in the workflow's first language where there is no other."""
    title: str = step.words.get("title", {}).get(language, step.title)
    return title


def step_done(step: Step, language: str) -> str:
    """What is so when it is done, with `${{ names }}` in it; empty: the action's own words."""
    done: str = step.words.get("done", {}).get(language, step.done)
    return done
