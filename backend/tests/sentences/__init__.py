"""Finds in the source what is said to people, as templates: `{host} refused the sign-in.{said}`.

A place is named as the variable in its f-string. What a name or a call gives is followed as far as
it is written in the same tree of sources; what is found behind a place is a part for that place.
"""

from tests.sentences.modules import NoName
from tests.sentences.source import Said, Source, Spoken, sources

__all__ = ["NoName", "Said", "Source", "Spoken", "sources"]
