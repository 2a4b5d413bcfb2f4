"""What went wrong is stored in English, and told in the language of whoever reads it."""

from core.sentences.reader import ENGLISH, LANGUAGES, read_in, told

__all__ = ["ENGLISH", "LANGUAGES", "read_in", "told"]
