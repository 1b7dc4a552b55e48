"""Lines that the scrape has glued: the last sentence and the byline, a caption and the lead, spam inside a sentence."""

from __future__ import annotations

import regex

from ..korean.word_lists import regex_pattern, words
from ..model import Part, Role
from ..rulebook.loader import Rulebook
from .bylines import MAIL
from .lines import Shape, closed

_BYLINE = regex_pattern("glued.byline", mail=MAIL)
_NOTICE = regex_pattern("glued.notice")
_CAPTION = regex_pattern("glued.caption")
_STAMPED = regex_pattern("glued.stamped")
_NUMBERED = regex.compile(r"\A(?:NO\.?\s?\d+\s?)?[:：\-\s]*")
_SIGNED = regex_pattern("glued.signed", mail=MAIL)
_SIGNS = words("glued.signs")
_OPENERS = words("glued.openers")
_TAIL = 300
_PHRASE, _PHRASES = 6, 20
_OPENING = 60


def parts(
    shapes: list[Shape],
    roles: list[Role],
    rules: list[str],
    index: int,
    text: str,
    spam: regex.Pattern[str] | None,
    rulebook: Rulebook,
) -> tuple[Part, ...]:
    """The line without its outer blanks, cut where its verdict changes; ``spam`` finds the phrases to cut out."""
    shape, role, rule = shapes[index], roles[index], rules[index]
    if role != "body":
        return (Part(shape.first, shape.last, role, rule),) if shape.text else ()
    front = _front(shape)
    end = shape.text[-_TAIL:]
    back, tail = _back(shape, front) if any(sign in end for sign in _SIGNS) else (shape.last, [])
    found = [Part(shape.first, front, *_head_of(shape))] if front > shape.first else []
    after_body = index > 0 and roles[index - 1] == "body" and not closed(shapes[index - 1].text)
    broken = _broken_in(shape, rulebook) if spam is not None and after_body and front == shape.first else 0
    if broken:
        found.append(Part(front, front + broken, "boilerplate", "glued.spam"))
    return (*found, *_despammed(text, front + broken, back, rule, spam), *tail)


def _broken_in(shape: Shape, rulebook: Rulebook) -> int:
    """Length of an advertising word that opens the line, where the sentence in the line above is not over."""
    word = rulebook.compile(r"\S*(?:(?&line_spam))\S*+(?:\s*+\.)?\s*+", "line_spam")
    match = word.match(shape.text[:_OPENING])
    return match.end() if match else 0


def _head_of(shape: Shape) -> tuple[Role, str]:
    return ("caption", "glued.caption") if _CAPTION.match(shape.text) else ("meta", "glued.date")


def _front(shape: Shape) -> int:
    """Where the body of the line begins, after a caption or a date that is glued to it."""
    start = shape.text[:140]
    if len(shape.text) <= 60 or not any(sign in start for sign in _OPENERS):
        return shape.first
    match = _CAPTION.match(shape.text) or _STAMPED.match(shape.text)
    return shape.first + match.end() if match else shape.first


def _back(shape: Shape, front: int) -> tuple[int, list[Part]]:
    """Where the body of the line ends, and the glued notice and byline after it."""
    line = shape.text
    low = max(front - shape.first, len(line) - _TAIL)
    end, found = len(line), []
    notice = _notice(line, low)
    if notice is not None:
        found.append(Part(shape.first + notice, shape.last, "boilerplate", "glued.notice"))
        end = notice
    stripped = len(line[:end].rstrip())
    byline = next((m for m in _BYLINE.finditer(line, low, stripped) if m.end() == stripped and m.start() > low), None)
    if byline is not None:
        start = byline.start() + len(byline[0]) - len(byline[0].lstrip())
        found.insert(0, Part(shape.first + start, shape.first + stripped, "meta", "glued.byline"))
        end = byline.start()
    return shape.first + len(line[:end].rstrip()), found


def noticed(line: str) -> bool:
    """Whether the notice that ends an article is glued to the end of the line."""
    end = line[-_TAIL:]
    return any(sign in end for sign in _SIGNS) and _notice(line, max(0, len(line) - _TAIL)) is not None


def _notice(line: str, low: int) -> int | None:
    """The start of a notice glued after the end of a sentence or of a byline, in the last stretch of the line."""
    for match in _NOTICE.finditer(line, low):
        before = line[: match.start()].rstrip()
        if closed(before) or _SIGNED.search(before[-60:]):
            return match.start() + len(match[0]) - len(match[0].lstrip())
    return None


def phrases(shapes: list[Shape], rules: list[str]) -> regex.Pattern[str] | None:
    """Advertising phrases that stand alone on the page: only such a phrase is cut out of a sentence."""
    found: set[str] = set()
    for shape, rule in zip(shapes, rules, strict=True):
        if rule == "ad.spam":
            phrase = _NUMBERED.sub("", shape.core)
            if len(phrase) >= _PHRASE:
                found.add(phrase)
    longest = sorted(found, key=len, reverse=True)[:_PHRASES]
    return regex.compile("|".join(map(regex.escape, longest))) if longest else None


def _despammed(text: str, start: int, end: int, rule: str, spam: regex.Pattern[str] | None) -> list[Part]:
    found, at = [], start
    for match in spam.finditer(text, start, end) if spam is not None else ():
        if text[at : match.start()].strip():
            found.append(Part(at, match.start(), "body", rule))
        found.append(Part(match.start(), match.end(), "boilerplate", "glued.spam"))
        at = match.end()
    if at < end:
        found.append(Part(at, end, "body", rule))
    return found


# --- text that the scrape has damaged: flagged, never repaired by a guess ---------------------------------------------

_FLAGS = {
    # 쉼터 휴(休) whose bracket came out empty; a year glued to the bracket before it, where a particle is lost
    "lost-text": regex_pattern("glued.lost_text"),
    # 1119000만원: no such numeral is written, so an 억 or a separator is lost
    "lost-unit": regex_pattern("glued.lost_unit"),
    "mojibake": regex.compile(r"\ufffd|[À-ÿ]{2}[^\s]?[À-ÿ]{2}"),
}


_ANY = regex.compile(r"[(\ufffdÀ-ÿ]|\d{5}")


def flags(line: str) -> tuple[str, ...]:
    """Names of the damage seen in a line: ``lost-text``, ``lost-unit``, ``mojibake``."""
    if _ANY.search(line) is None:
        return ()
    return tuple(name for name, pattern in _FLAGS.items() if pattern.search(line))
