"""Figures out of Korean news articles as scraped: what, whose, for when, aimed at or achieved, with their evidence."""

from .model import Article, Check, Extraction, Line, Mention, Part, Record, Segment, Source
from .pipeline import extract, mentions
from .reading import ReadingError, read_bytes, read_path
from .rulebook import RuleError

__all__ = [
    "Article",
    "Check",
    "Extraction",
    "Line",
    "Mention",
    "Part",
    "ReadingError",
    "Record",
    "RuleError",
    "Segment",
    "Source",
    "extract",
    "mentions",
    "read_bytes",
    "read_path",
]
