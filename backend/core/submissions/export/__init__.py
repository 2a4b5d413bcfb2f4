"""Submissions as a file: a spreadsheet for people, lines of JSON for programs."""

from core.submissions.export.asking import MOST_ROWS, ExportAsked, ExportShape, HeadLanguage
from core.submissions.export.exporting import submissions_export

__all__ = ["MOST_ROWS", "ExportAsked", "ExportShape", "HeadLanguage", "submissions_export"]
