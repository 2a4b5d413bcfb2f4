"""The language of whoever reads what is answered now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from core.sentences.catalogues import CONJUNCTIONS, catalogue

ENGLISH = "en"
LANGUAGES = (ENGLISH, *CONJUNCTIONS)

_reader: ContextVar[str] = ContextVar("reader", default=ENGLISH)


@contextmanager
def read_in(language: str) -> Iterator[None]:
    """Inside, `told` speaks this language. Programs, exports and callbacks are outside."""
    token = _reader.set(language)
    try:
        yield
    finally:
        _reader.reset(token)


def told(sentence: str) -> str:
    """A sentence of ours in the reader's language, and everything else as it is."""
    language = _reader.get()
    return sentence if language == ENGLISH else catalogue(language).tell(sentence)
