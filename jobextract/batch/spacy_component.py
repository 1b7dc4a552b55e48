"""A component of a spaCy pipeline: ``nlp.add_pipe("jobextract")`` sets ``doc.spans["figures"]``.

Needs spaCy (``pip install 'jobextract[spacy]'``). A span has the kind of its figure for a label and the record's id for its own;
``doc.user_data["jobextract"]`` holds the records by id. A figure that ends inside a token takes the whole token.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from ..pipeline import extract

GROUP = "figures"


@Language.factory("jobextract", default_config={"published": None})
class Figures:
    """Reads each document as a page; ``published`` (ISO 8601) is the day that 올해 counts from."""

    def __init__(self, nlp: Any, name: str, published: str | None) -> None:
        self._published = published

    def __call__(self, document: Any) -> Any:
        result = extract(document.text, self._published)
        spans = []
        for record in result.records if result.source.text == document.text else ():
            span = document.char_span(
                record.start, record.end, label=record.kind, span_id=record.id, alignment_mode="expand"
            )
            spans += [span] if span is not None else []
        document.spans[GROUP] = spans
        document.user_data["jobextract"] = {record.id: record for record in result.records}
        return document
