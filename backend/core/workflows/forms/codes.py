"""Codes as people and programs write them: in any case, with any space around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from pydantic_core import PydanticCustomError

from core.text.typed import text_clean


def code_match(codes: Sequence[str], otherwise: str) -> Callable[[str], str]:
    """Finds the code that a text means; where it could mean two, only the exact one counts.

    What it gives raises PydanticCustomError, with the sentence ``otherwise``.
    """
    exact = frozenset(codes)
    folded = Counter(map(_folded, codes))
    alike = {_folded(code): code for code in codes if folded[_folded(code)] == 1}

    def match(text: str) -> str:
        code = text if text in exact else alike.get(_folded(text))
        if code is None:
            raise PydanticCustomError("code", otherwise)
        return code

    return match


def _folded(text: str) -> str:
    return " ".join(text_clean(text).split()).casefold()
