"""What a line shows by itself: its length, how it begins and ends, the signs in it. Facts without a word of any article."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from ...korean.word_lists import pattern
from .. import bylines, timestamps
from ..lines import carries_on, tabular

_FIRST, _LAST = chr(0xAC00), chr(0xD7A3)
_HANGUL = re.compile(f"[{_FIRST}-{_LAST}]+")
_SIZES = (4, 9, 15, 22, 32, 45, 65, 100, 160, 300)
_WORDS = (2, 3, 5, 8, 13, 25)
_PARTICLE = pattern("lines.particles")
_FIGURE = re.compile(r"\d[\d,.]*")
_INNER = pattern("lines.sentences_inside")
_POLITE = pattern("lines.polite")
_ASKS = pattern("lines.asks")
_PLAIN = pattern("lines.plain")
_TOLD = pattern("lines.told")
_NOMINAL = pattern("lines.nominal")
_STOPPED = pattern("lines.stopped")
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
    ("day", pattern("lines.sign_of_day"), ""),
    ("degrees", pattern("lines.sign_of_degrees"), ""),
    ("middle dot", pattern("lines.sign_of_middle_dot"), ""),
    ("comma", re.compile(r", "), ","),
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


def looks(text: str, core: str) -> tuple[str, ...]:
    """The facts of a line without its outer blanks; ``core`` is the line without its bullet."""
    return (_known if len(text) <= 60 else _looks)(text, core)


def _looks(text: str, core: str) -> tuple[str, ...]:
    head = text if len(text) <= 400 else text[:200] + " " + text[-200:]
    words = head.count(" ") + 1
    ending = end(text)
    starts = next((name for name, sign in _STARTS if sign.match(text)), "other")
    figures = len(_FIGURE.findall(head))
    hangul = sum(map(len, _HANGUL.findall(head)))
    size = f"{bisect_right(_SIZES, len(text))}"
    found = [
        f"size:{size}",
        f"particles:{min(len(_PARTICLE.findall(head)), 4)},{bisect_right((20, 40, 80), len(text))}",
        f"words:{bisect_right(_WORDS, words)}",
        f"end:{ending}",
        f"start:{starts}",
        f"figures:{min(figures, 4)}",
        f"hangul:{4 * hangul // len(head)}",
        f"size, end:{size},{ending}",
        f"start, end:{starts},{ending}",
        f"word length:{min(len(head) // words, 8)}",
    ]
    signs = set(head)
    found += [
        f"sign:{name}"
        for name, sign, needs in _SIGNS
        if (not needs or not signs.isdisjoint(needs)) and sign.search(head)
    ]
    if _INNER.search(text, 0, 2000):
        found.append("sentences inside")
    if figures > 1 and tabular(text):
        found.append("tabular")
    if text[:1] in "[(【<〔" and bylines.dateline(text[:120]) is not None:
        found.append("dateline")
    if _ASKS.search(text[-16:]):
        found.append("speaks to the reader")
    if len(core) < len(text):
        found.append("bulleted")
    if timestamps.only_label(core[:30]) if len(core) <= 30 else None:
        found.append("label of a date")
    return tuple(found)


_known = lru_cache(maxsize=8192)(_looks)


def end(text: str) -> str:
    """How the line ends: as a sentence and in which manner, in mid-sentence, or as headlines and buttons do."""
    return _end(text[-20:])


@lru_cache(maxsize=4096)
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
    if tail[-1] in "\"”’'」』":
        return "quote"
    if tail[-1] in ")]】>》〉":
        return "bracket"
    return (
        "digit"
        if tail[-1].isdigit()
        else "hangul"
        if _FIRST <= tail[-1] <= _LAST
        else "latin"
        if tail[-1].isascii() and tail[-1].isalpha()
        else "sign"
    )
