"""What a line shows by itself: its length, how it begins and ends, the signs in it. Facts without a word of any article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...korean.word_lists import pattern
from ...learning.tables import Tables, Worth
from .. import bylines, timestamps
from ..layout import Layout
from ..lines import tabular

_HANGUL = re.compile(f"[{chr(0xAC00)}-{chr(0xD7A3)}]+")
_SIZES = (4, 9, 15, 22, 32, 45, 65, 100, 160, 300)
_WORDS = (2, 3, 5, 8, 13, 25)
_PARTICLE = pattern("lines.particles")
_FIGURE = re.compile(r"\d[\d,.]*")
_INNER = pattern("lines.sentences_inside")
_ASKS = pattern("lines.asks")
#: the name of a sign, its pattern, and characters one of which has to stand in the line, where that is known
_SIGNS = (
    ("mail", re.compile(r"[\w.+-]@[\w-]"), "@"),
    ("phone", re.compile(r"\d{2,4}[-).]\s?\d{3,4}-\d{4}|(?<!\d)1[5-8]\d\d-\d{4}"), "-"),
    ("copyright", pattern("lines.sign_of_copyright"), ""),
    ("address", re.compile(r"https?:|www\.|\.(?:com|co\.kr|net|kr|org|example)\b"), ".:"),
    ("stroke", re.compile(r"[|ㅣ│]"), "|ㅣ│"),
    ("arrow", re.compile(r"[>›»→]\s?\S"), ">›»→"),
    ("dots", re.compile(r"…|\.{3}|···"), "….·"),
    ("hash", re.compile(r"#\S"), "#"),
    ("writer", pattern("lines.sign_of_writer"), ""),
    ("brackets", re.compile(r"\A[\[<【〈《(]"), "[<【〈《("),
    ("quoted", re.compile(r"\A[\"“‘'「『]"), "\"“‘'「『"),
    ("spoken", re.compile(r"[\"“].{8,}[\"”]"), '"“'),
    ("pairs", re.compile(r"[:：]\s?\S"), ":："),
    ("picture", pattern("lines.sign_of_picture"), ""),
    ("moment", re.compile(r"\d{1,2}:\d\d"), ":"),
    ("day", pattern("lines.sign_of_day"), "0"),
    ("degrees", pattern("lines.sign_of_degrees"), "0123456789"),
    ("middle dot", pattern("lines.sign_of_middle_dot"), "·ㆍ"),
    ("comma", re.compile(r", "), ","),
    ("gap", re.compile(r"\S(?:\t|\s{2,})\S"), " \t"),
    ("gaps", re.compile(r"\S(?:\t|\s{2,})\S.*\S(?:\t|\s{2,})\S"), " \t"),
    ("moved", re.compile(r"\d[^\s\d]{0,3}\s?[▲▼△▽↑↓]\s?\d"), "▲▼△▽↑↓"),
    ("reaction", re.compile("[♥♡❤★☆\U0001f300-\U0001faff]"), ""),
    ("reply", re.compile(r"\A(?:└|↳|⤷|ㄴ\s)"), "└↳⤷ㄴ"),
)
_STARTS = (
    ("list", pattern("lines.starts_listed")),
    ("mark", re.compile(r"[■□◆◇▶▷►◀△▲▽▼☞☛※★☆✔✓]")),
    ("number", pattern("lines.starts_numbered")),
    ("figure", re.compile(r"\d")),
    ("bracket", re.compile(r"[\[<【〈《(]")),
    ("quote", re.compile(r"[\"“‘'「『]")),
    ("latin", re.compile(r"[A-Za-z]")),
    ("hangul", pattern("lines.starts_in_hangul")),
)


#: each sign with its pattern, and the characters it needs
_SOUGHT = tuple(((f"sign:{name}", sign), needs) for name, sign, needs in _SIGNS)
_NEEDED = frozenset("".join(needs for _, _, needs in _SIGNS))
_SHORT = 60


class Looks(NamedTuple):
    """What a line shows, in grades; ``signs`` are facts by their names."""

    size: int
    starts: str
    particles: tuple[int, int, int]
    figures: tuple[int, int, int]
    signs: tuple[str, ...]


def looks(layout: Layout, tables: Tables[Worth]) -> Iterator[list[Worth]]:
    """The facts of each line without its outer blanks."""
    sized, spoken = tables("size:{0}", "start:{1}", "end:{2}"), tables("particles:{0},{1}", "words:{2}")
    counted = tables("figures:{0}", "hangul:{1}", "word length:{2}")
    signed = tables()
    for line in layout.lines:
        text, core = line.shape.text, line.shape.core
        size, starts, particles, figures, signs = (_known if len(text) <= _SHORT else _looks)(text, core)
        yield [sized[size, starts, line.end], spoken[particles], counted[figures], signed[signs]]


def _looks(text: str, core: str) -> Looks:
    """``core`` is the line without its bullet."""
    head = text if len(text) <= 400 else text[:200] + " " + text[-200:]
    words = head.count(" ") + 1
    figures = len(_FIGURE.findall(head))
    hangul = sum(map(len, _HANGUL.findall(head)))
    return Looks(
        bisect_right(_SIZES, len(text)),
        next((name for name, sign in _STARTS if sign.match(text)), "other"),
        (min(len(_PARTICLE.findall(head)), 4), bisect_right((20, 40, 80), len(text)), bisect_right(_WORDS, words)),
        (min(figures, 4), 4 * hangul // len(head), min(len(head) // words, 8)),
        _signs(text, core, head, figures),
    )


# the pages of a site say the same short lines again and again
_known = lru_cache(maxsize=8192)(_looks)


def _signs(text: str, core: str, head: str, figures: int) -> tuple[str, ...]:
    more = (
        ("sentences inside", _INNER.search(text, 0, 2000) is not None),
        ("tabular", figures > 1 and tabular(text)),
        ("dateline", text[0] in "[(【<〔" and bylines.dateline(text[:120]) is not None),
        ("speaks to the reader", _ASKS.search(text[-16:]) is not None),
        ("bulleted", len(core) < len(text)),
        ("label of a date", len(core) <= 30 and timestamps.only_label(core) is not None),
    )
    found = [name for name, sign in _able(_NEEDED.intersection(head)) if sign.search(head)]
    return (*found, *(name for name, holds in more if holds))


@lru_cache(maxsize=2048)
def _able(present: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The signs that a line with these characters can hold."""
    return tuple(sign for sign, needs in _SOUGHT if not needs or not present.isdisjoint(needs))
