"""What a line is by its looks alone: blank, bulleted, a sentence, a row of a table; and the words that it shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import regex

from ..korean.word_lists import pattern, regex_pattern, words

_BULLET = re.compile(r"(?:[•·ㆍ∙*\-–—▪▸›»☞☛■□◆◇○●▶▷►※+└]|ㄴ\s)\s*+|\d{1,2}\s?[.)]\s+")
_CLOSED = pattern("lines.closed")
_DECLARED = pattern("lines.declared")
_INNER = pattern("lines.inner")
_NOTED = pattern("lines.noted")
_NOUN_PARTICLE = pattern("lines.particles")
_STEM = pattern("lines.stem")
_CELL = regex.compile(r"[-△▲+]?\d[\d,.]*+\s?[^\s\d]{0,6}")
_PARTICLE = regex_pattern("lines.sure_particles")
_PHONE = regex.compile(r"(?<!\d)\d{2,4}[-)]\s?\d{3,4}-\d{4}(?!\d)|(?<!\d)1[5-8]\d\d-\d{4}")
_POLITE = pattern("lines.polite")
_PLAIN = pattern("lines.plain")
_TOLD = pattern("lines.told")
_NOMINAL = pattern("lines.nominal")
_STOPPED = pattern("lines.stopped")
_CARRIED_ON = pattern("lines.carried_on")
_QUOTED = regex.compile(r"""["“‘'][^"“”]{15,}["”’']\.?\Z""")

_COMMON = frozenset(words("lines.common"))


class Shape(NamedTuple):
    """One line: ``start``/``end`` without the newline, ``first``/``last`` without its outer blanks."""

    start: int
    end: int
    first: int
    last: int
    text: str
    core: str

    @property
    def bulleted(self) -> bool:
        """Whether a bullet or a number opens the line."""
        return len(self.core) < len(self.text)


def shapes(text: str) -> list[Shape]:
    """The lines of ``text.split("\\n")``, in order."""
    found, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip(" \t\r\x0b\x0c\xa0\u3000\u200b\ufeff\u2003\u2002\u2009")
        first = start + line.find(stripped) if stripped else start
        bullet = _BULLET.match(stripped)
        core = stripped[bullet.end() :] if bullet else stripped
        found.append(Shape(start, start + len(line), first, first + len(stripped), stripped, core or stripped))
        start += len(line) + 1
    return found


def closed(line: str) -> bool:
    """Whether the line ends as a sentence does: a syllable and a full stop, or a verb's ending and ``!`` or ``?``.

    Strokes behind it are how stations mark the end of a script.
    """
    return _CLOSED.search(line[-12:].rstrip("/")) is not None


def carries_on(line: str) -> bool:
    """Whether the line breaks off in mid-sentence: at a comma, a particle, a connective ending."""
    return _CARRIED_ON.search(line[-6:]) is not None


def prose(line: str) -> bool:
    """Whether the line reads as running text: it ends as a sentence, or sentences end inside it."""
    size = len(line)
    if size < 8:
        return False
    if closed(line):
        return " " in line
    if size >= 40 and _INNER.search(line, 0, 4000):
        return True
    if size >= 35 and "…" not in line[-2:] and _DECLARED.search(line[-8:]):
        return True
    return size >= 20 and _QUOTED.match(line) is not None


def noted(line: str) -> bool:
    """Whether the line tells something as offices note it, without a verb's ending: □ 일자리 3천 개를 만들 예정."""
    if len(line) < 18 or line.count(" ") < 3 or len(line) > 400:
        return False
    return _NOTED.search(line[-8:]) is not None or len(_NOUN_PARTICLE.findall(line)) >= 2


def stems(line: str) -> set[str]:
    """The first two syllables of each word of some meaning: enough to see that two lines are about the same thing."""
    return {word[:2] for word in _STEM.findall(line, 0, 2000)} - _COMMON


def tabular(line: str) -> bool:
    """Whether the line looks like a row of a table: two figures or more, no particle, and no sentence ends in it."""
    if len(line) > 160 or closed(line) or _PHONE.search(line) or _INNER.search(line) or _PARTICLE.search(line):
        return False
    return len(_CELL.findall(line)) >= 2


def wrapped(lines: list[Shape], free: list[bool]) -> set[int]:
    """Indices of lines that a fixed width has cut: neighbours of like length of which the last ends a sentence."""
    found: set[int] = set()
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index < len(lines) and free[index]:
            run.append(index)
            continue
        if len(run) > 1:
            found.update(_wrapped_run(run, lines))
        run = []
    return found


def _wrapped_run(run: list[int], lines: list[Shape]) -> list[int]:
    """The part of a run of neighbours that is one wrapped paragraph: it may begin under a heading of its own."""
    texts = [lines[index].text for index in run]
    if not closed(texts[-1]):
        return []
    widest = max(len(text) for text in texts[:-1])
    if not 14 <= widest <= 70 or len(texts[-1]) > widest + 6:
        return []
    narrow = [i for i, text in enumerate(texts[:-1]) if len(text) < 0.4 * widest and not carries_on(text)]
    start = narrow[-1] + 1 if narrow else 0
    above = texts[start:-1]
    cut = [text for text in above if not closed(text)]
    if not cut or (len(above) == 1 and not (carries_on(above[0]) or _INNER.search(above[0]))):
        return []
    return run[start:] if len(cut) >= 0.6 * len(above) or _in_mid_sentence(cut, above) else []


def _in_mid_sentence(cut: list[str], above: list[str]) -> bool:
    """Whether the lines that end no sentence, a third or more of all, mostly break off in the middle of one."""
    return len(cut) >= max(2, len(above) / 3) and sum(map(carries_on, cut)) >= 0.6 * len(cut)


# --- how a line ends -------------------------------------------------------------------------------------------------


def end(text: str) -> str:
    """How the line ends: as a sentence and in which manner, in mid-sentence, or as headlines and buttons do."""
    return _end(text[-20:])


_LAST_SIGNS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("quote", "\"”’'」』".__contains__),
    ("bracket", ")]】>》〉".__contains__),
    ("digit", str.isdigit),
    ("hangul", lambda sign: chr(0xAC00) <= sign <= chr(0xD7A3)),
    ("latin", lambda sign: sign.isascii() and sign.isalpha()),
)


@lru_cache(maxsize=2048)
def _end(tail: str) -> str:
    if _POLITE.search(tail):
        return "polite" if tail.rstrip("\"”’')] ")[-1:] in ".!?．" else "polite, unstopped"
    if _PLAIN.search(tail):
        return "plain"
    if tail[-1] in "?？" or tail.rstrip("\"”’'")[-1:] in "?!？":
        return "asked"
    if _TOLD.search(tail):
        return "plain, unstopped"
    if _NOMINAL.search(tail):
        return "nominal"
    if _STOPPED.search(tail):
        return "stopped"
    if tail[-1] in ",:：;":
        return "comma" if tail[-1] == "," else "colon"
    if tail.endswith(("…", "...", "··")):
        return "dots"
    if carries_on(tail):
        return "carried on"
    for name, holds in _LAST_SIGNS:
        if holds(tail[-1]):
            return name
    return "sign"
