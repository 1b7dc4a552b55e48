"""What an HTML page calls no part of its article: boxes of other articles and of ads, lists of links amid the text.

A box goes by the name of its class only where it says nothing itself: what tells a story is left to those who judge its lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import regex

from .. import timestamps
from ..layout import metadata
from . import moments
from .blocks import HEADINGS, Block, blocks, linked, squeezed
from .signed import LABEL, SAID, runs

_WORD = regex.compile(r"[A-Z]?[a-z]++|[A-Z]++(?![a-z])")
_RELATED = frozenset(
    {
        *("rel", "related", "relate", "relation", "relnews", "recommend", "recommended", "rank", "ranking", "ranked"),
        *("popular", "mostview", "mostviewed", "mostread", "reply", "replies", "sns", "share", "sharing"),
    }
)
_ADS = frozenset(
    {
        *("ad", "ads", "adv", "advert", "adverts", "advertisement", "adsense", "adbox", "banner", "sponsor"),
        *("sponsored", "promo", "promotion"),
    }
)
_BOXES = ("div", "section", "aside", "ul", "ol", "dl", "p", "span", "table", "li")
_CLOCK = regex.compile(r"\s*(?:[01]?\d|2[0-4]):[0-5]\d\s*")
_FAT = ("b", "strong", "em", "i", "u", "font", "span")
#: code points of an ad at most, and which share of its page
_LONGEST, _SHARE = 300, 0.2
_ROWS = "⇥"


def cleared(root: Any) -> None:
    """The page without the boxes beside its article; what a clock opens stays one line; heads of articles are no page's head."""
    for element in list(root.iter("header")):
        if any(outer.tag in ("article", "main", "section") for outer in element.iterancestors()):
            element.tag = "div"
    headed = False
    for element in list(root.iter("time", *HEADINGS)):
        if element.tag == "time":
            _tell_time(element, headed)
        else:
            headed = True
    for entry in root.iter("li", "p", "div"):
        _joined(entry)
    for head in list(root.iter("table", "dl")):
        _on_its_line(head)
    size = len("".join(root.itertext()))
    for element in list(root.iter(*_BOXES)):
        if (names := _names(element)) and _is_box(element, names, size):
            _drop(element)
    for block in _lists(blocks(root)):
        _drop(block.element)


def _joined(entry: Any) -> None:
    """The first words of an entry in its line, where they are a clock in bold: 17:40 불길을 잡았다."""
    first = entry[0] if len(entry) and not (entry.text or "").strip() else None
    if first is not None and first.tag in _FAT and len(first) == 0 and _CLOCK.fullmatch(first.text or ""):
        entry.text = f"{entry.text or ''}{first.text} {(first.tail or '').lstrip()}"
        entry.remove(first)


def _on_its_line(head: Any) -> None:
    """The head of a notice, a table or a list of what it is called and by whom, with each label in the line of what it names."""
    own = blocks(head)
    if not any(metadata(block.text) in SAID for block in own) or any(
        _ROWS in block.text or runs(block) for block in own
    ):
        return
    for label in list(head.iter("th", "dt")):
        said, value = " ".join("".join(label.itertext()).split()), label.getnext()
        if value is None or value.tag not in ("td", "dd") or LABEL.fullmatch(said):
            continue
        value.text = f"{said} {(value.text or '').lstrip()}"
        label.getparent().remove(label)
    for element in head.iter("table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"):
        element.tag = "div"


def _tell_time(element: Any, headed: bool) -> None:
    """A tag of time as plain text, with the moment that it carries where it shows none, below a heading: 3시간 전."""
    element.tag = "span"
    carried = moments.moment(element.get("datetime") or "")
    if headed and carried and not timestamps.stamps("".join(element.itertext())):
        for inner in list(element):
            element.remove(inner)
        element.text = carried.replace("T", " ")


def _names(element: Any) -> frozenset[str]:
    """The words that its class and its id are made of, which are those of such boxes."""
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = {word.lower() for word in _WORD.findall(told)} if told.strip() else set()
    found = words & (_RELATED | _ADS)
    return frozenset(found | ({"related"} if any(word.startswith("related") for word in words) else set()))


def _is_box(element: Any, names: frozenset[str], size: int) -> bool:
    own = blocks(element)
    text = "".join(block.text for block in own)
    if _ROWS in text or any(block.element.tag == "h1" for block in own):
        return False
    if names & _ADS and len(text) <= min(_LONGEST, _SHARE * size):
        return True
    if not any(block.linked for block in own) and any(metadata(block.text) in SAID for block in own):
        return False
    return not any(runs(block) and not linked(block) for block in own)


def _lists(told: Sequence[Block]) -> list[Block]:
    """The links amid the text that stand on lines of their own, two or more together."""
    running = [at for at, block in enumerate(told) if runs(block) and not linked(block)]
    if len(running) < 2:
        return []
    amid = {at for at in range(running[0] + 1, running[-1]) if linked(told[at]) and not told[at].heads}
    several = {at for at in amid if at - 1 in amid or at + 1 in amid}
    return [
        told[at] for at in sorted(several) if squeezed("".join(told[at].element.itertext())) == squeezed(told[at].text)
    ]


def _drop(element: Any) -> None:
    """The element is taken out; what stands behind it stays."""
    if (outer := element.getparent()) is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        outer.text = (outer.text or "") + tail
    outer.remove(element)
