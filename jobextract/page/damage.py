"""Text that the scrape has damaged: flagged for the reader, never repaired by a guess."""

from __future__ import annotations

import regex

_FLAGS = {
    # 쉼터 휴(休) whose bracket came out empty; a year glued to the bracket before it, where a particle is lost
    "lost-text": regex.compile(r"(?<=[가-힣])\(\s*\)|(?<=[가-힣]\))(?=(?:19|20)\d\d년)"),
    # 1119000만원: no such numeral is written, so an 억 or a separator is lost
    "lost-unit": regex.compile(r"(?<![\d,.])\d{6,}만(?=\s?원)|(?<![\d,.])\d{5,}억(?=\s?원)"),
    "mojibake": regex.compile(r"\ufffd|[À-ÿ]{2}[^\s]?[À-ÿ]{2}"),
}


_ANY = regex.compile(r"[(\ufffdÀ-ÿ]|\d{5}")


def flags(line: str) -> tuple[str, ...]:
    """Names of the damage seen in a line: ``lost-text``, ``lost-unit``, ``mojibake``."""
    if _ANY.search(line) is None:
        return ()
    return tuple(name for name, pattern in _FLAGS.items() if pattern.search(line))
