"""spaCy's own format: a ``DocBin`` of documents with the figures in ``doc.spans["figures"]``."""

from __future__ import annotations

import msgspec

from .formats import Job, writer

GROUP = "figures"


@writer(".spacy", form="spacy", media="application/octet-stream", extra="spacy", modules=("spacy",))
class Documents:
    """One document a text, held until the file is closed: the format has no other way."""

    def __init__(self, job: Job) -> None:
        import spacy
        from spacy.tokens import DocBin

        self._job, self._vocab = job, spacy.blank("xx").vocab
        self._documents = DocBin(store_user_data=True)
        if job.earlier is not None:
            self._documents.from_disk(job.earlier)

    def add(self, records: bytes, articles: bytes, checks: bytes) -> None:
        from spacy.tokens import Doc

        for line in records.splitlines():
            row = msgspec.json.decode(line)
            document = Doc(self._vocab, words=row["words"], spaces=row["spaces"])
            document.user_data["source"] = row["source"]
            spans = (
                document.char_span(span["start"], span["end"], label=span["label"], span_id=span["id"])
                for span in row["spans"]
            )
            document.spans[GROUP] = [span for span in spans if span is not None]
            self._documents.add(document)

    def close(self) -> None:
        self._job.draft.write_bytes(self._documents.to_bytes())
