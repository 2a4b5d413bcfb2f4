"""Codes as people and programs write them: in any case, with any space around."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import pycountry
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from waybill_definitions.text.typed import text_clean


def code_match(codes: Sequence[str], kind: str, otherwise: str) -> Callable[[str], str]:
    """Finds the code that a text means; where it could mean two, only the exact one counts.

    What it gives raises PydanticCustomError of this ``kind``, with the sentence ``otherwise``.
    """
    exact = frozenset(codes)
    folded = Counter(map(_folded, codes))
    alike = {_folded(code): code for code in codes if folded[_folded(code)] == 1}

    def match(text: str) -> str:
        code = text if text in exact else alike.get(_folded(text))
        if code is None:
            raise PydanticCustomError(kind, otherwise)
        return code

    return match


def _folded(text: str) -> str:
    return " ".join(text_clean(text).split()).casefold()


@functools.cache
def countries() -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 alpha-2 codes with English short names, by name.

    And XK, which ISO 3166-1 leaves to its users and Kosovo's numbers, banks and post use.
    """
    named = ((c.alpha_2, getattr(c, "common_name", c.name)) for c in pycountry.countries)
    return tuple(sorted((*named, ("XK", "Kosovo")), key=lambda pair: pair[1]))


def code_type(codes: Sequence[str], kind: str, otherwise: str) -> Any:
    """One of the codes. The schema names them; other spellings of one are read besides."""
    return Annotated[
        str,
        AfterValidator(code_match(codes, kind, otherwise)),
        Field(json_schema_extra=lambda schema: schema.update(enum=list(codes))),
    ]


def country_type() -> Any:
    """A country's code."""
    codes = [code for code, _ in countries()]
    return code_type(codes, "country", "Choose a country by its code of two letters, like GB.")
