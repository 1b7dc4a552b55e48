"""Which lines above the first sentence are the article's headline and subtitles, and which are the page's."""

from __future__ import annotations

import regex

from . import timestamps
from .facts import Draft
from .lines import breaks_off, closed, stems

_SITE = regex.compile(r"\s(?:[-|<:·]|::|\|\|)\s.{1,60}\Z")
#: short nouns in a row and nothing else are the sections of the site: 경제 산업 무역
_MENU = regex.compile(r"\[?[가-힣]{2,7}\]?(?:\s[가-힣]{2,7}){1,7}")
_BELOW = 4
_RELATED = 0.3
_SHORT = 8
_LONGEST = 200
_START = 4
_LEAST = 0.6
_RIVAL = 0.7
_SIGHT = 12
_HEADLINE = 70
#: lines under the first of a paragraph, what they are at most wide, and by how much the first may be wider
_FLUSH, _NARROW, _SLACK = 3, 50, 4
_FIGURE = regex.compile(r"(?<![0-9,.])[0-9][0-9,.]*+[십백천만억조]*+[0-9]*+[%가-힣㎡㎞]?")
_STOPPED = regex.compile(r"[.!?][\"”’')\]]*\Z")


def settle(draft: Draft) -> None:
    """Judges the lines above the first sentence that are still open, and later copies of the headline."""
    first = next((i for i, role in enumerate(draft.roles) if role == "body"), len(draft.roles))
    if first == len(draft.roles):
        first = _last_candidate(draft) + 1
    words = _words(draft)
    main = _main(draft, first, words)
    if main is None and _headline_like(draft, first):
        draft.set(first, "title", "title.main")
        for index in _short_below(draft, first):
            draft.set(index, "title", "title.subtitle")
        return
    _lead(draft, first, main)
    for index in _undecided(draft, first):
        _judge(draft, index, main, words)
    if main is not None:
        _beside_subtitles(draft, first, main, words)
        _crawl_date(draft, main)
    _copies(draft)


def _headline_like(draft: Draft, first: int) -> bool:
    """Whether the first line taken for body is the headline: one line without a full stop over sentences with theirs,
    the date, the byline and a subtitle or two between.
    """
    if first >= len(draft.shapes) or draft.roles[first] != "body":
        return False
    line, between = draft.shapes[first].text, _short_below(draft, first)
    below = _neighbour(draft, between[-1] if between else first, 1)
    while below is not None and draft.roles[below] == "meta":
        below = _neighbour(draft, below, 1)
    if below is None or draft.roles[below] != "body":
        return False
    return (
        _SHORT <= len(line) <= _HEADLINE
        and not _STOPPED.search(line)
        and _STOPPED.search(draft.shapes[below].text) is not None
    )


def _short_below(draft: Draft, first: int) -> list[int]:
    """The lines right under the first of the body that are no sentences: its subtitles, where it is the headline."""
    found: list[int] = []
    below = _neighbour(draft, first, 1)
    while below is not None and draft.rules[below] == "body.between" and len(found) < 2:
        found.append(below)
        below = _neighbour(draft, below, 1)
    return found


def _lead(draft: Draft, first: int, main: int | None) -> None:
    """Lines under the headline that break off in mid-sentence, and those after them, are the beginning of the body."""
    below = [i for i in _undecided(draft, first) if main is None or i > main]
    broken = next((i for i in below if breaks_off(draft.shapes[i].text) or _flush(draft, i)), None)
    for index in below if broken is not None else ():
        if index >= broken:
            draft.set(index, "body", "body.prose")


def _flush(draft: Draft, index: int) -> bool:
    """Whether the line begins a paragraph that a fixed width has cut: the metadata stands over it, and the lines right
    under it are as wide and no wider.
    """
    above, size = _neighbour(draft, index, -1), len(draft.shapes[index].text)
    if above is None or not draft.meta[above] or closed(draft.shapes[index].text):
        return False
    widths = [len(shape.text) for shape in draft.shapes[index + 1 : index + 1 + _FLUSH]]
    widest = max(widths, default=0)
    return len(widths) == _FLUSH and 0 not in widths and widest <= _NARROW and 0.7 * widest <= size <= widest + _SLACK


def _last_candidate(draft: Draft) -> int:
    return max((i for i, shape in enumerate(draft.shapes) if shape.text and draft.rules[i] == "blank"), default=-1)


def _words(draft: Draft) -> set[str]:
    """The words of the first article: its sentences up to the next headline."""
    found: set[str] = set()
    for index, role in enumerate(draft.roles):
        if draft.rules[index] == "title.next":
            break
        if role in ("body", "caption"):
            found |= draft.stems(index)
    return found


def _undecided(draft: Draft, first: int) -> list[int]:
    return [i for i in range(first) if draft.shapes[i].text and draft.rules[i] == "blank"]


def _plain(line: str) -> str:
    """A headline without the name of the site after it and without its blanks."""
    return "".join(_SITE.sub("", line).split()) if len(line) < _LONGEST else ""


def _main(draft: Draft, first: int, words: set[str]) -> int | None:
    """The line that is the headline: it shares words with the article, stands twice, or stands over the date."""
    open_lines = _undecided(draft, first)
    candidates = [
        i for i in open_lines if len(draft.shapes[i].text) >= _SHORT - 2 and not breaks_off(draft.shapes[i].text)
    ]
    if not candidates:
        return None
    copies: dict[str, int] = {}
    for index in candidates:
        key = _plain(draft.shapes[index].text)
        copies[key] = copies.get(key, 0) + 1
    weights = {i: _weight(draft, i, words, copies) for i in candidates}
    best = max(candidates, key=lambda i: (weights[i], -i))
    if weights[best] <= _LEAST:
        return None
    over = [] if _over_metadata(draft, best) else [i for i in candidates if i < best and _over_metadata(draft, i)]
    nearest = _neighbour(draft, best, -1)
    above = [nearest] if nearest in candidates else []
    return next((i for i in (*over, *above) if _rivals(draft.shapes[i].text, weights[i], weights[best])), best)


def _rivals(text: str, weight: float, best: float) -> bool:
    """Whether a line right above the best one, or over the date where that stands below, is the headline: of two, the
    first; the other is its subtitle or a picture's text.
    """
    return weight >= _RIVAL * best and len(stems(text)) > 3 and not _SITE.search(text)


def _weight(draft: Draft, index: int, words: set[str], copies: dict[str, int]) -> float:
    text = draft.shapes[index].text
    own = draft.stems(index)
    weight = 3 * len(own & words) / max(len(own), 3)
    weight += 1.5 if copies[_plain(text)] > 1 else 0
    weight += 1 if _over_metadata(draft, index) else 0
    weight += 0.5 if len(text) >= 14 else 0
    weight += 0.3 if index == _neighbour(draft, -1, 1) else 0
    weight -= 1 if _SITE.search(text) else 0
    weight -= 1 if _MENU.fullmatch(text) else 0
    return weight


def _over_metadata(draft: Draft, index: int) -> bool:
    """Whether the date or the byline follows within a few lines, with no other open line between."""
    steps = 0
    for i in range(index + 1, len(draft.shapes)):
        if draft.meta[i]:
            return True
        if draft.shapes[i].text:
            steps += 1
        if steps > 1 or i - index > _BELOW:
            return False
    return False


def _judge(draft: Draft, index: int, main: int | None, words: set[str]) -> None:
    text = draft.shapes[index].text
    if index == main:
        draft.set(index, "title", "title.main")
    elif main is None:
        draft.drop(index, "head.unrelated")
    elif _plain(text) == _plain(draft.shapes[main].text):
        draft.set(index, "title", "title.main")
    elif _subtitle(draft, index, main, words):
        draft.set(index, "title", "title.subtitle")
    else:
        draft.drop(index, "head.unrelated")


def _subtitle(draft: Draft, index: int, main: int, words: set[str]) -> bool:
    """A second headline: next to the first or under it, of several words, about what the article is about."""
    text = draft.shapes[index].text
    if index < main and _MENU.fullmatch(text):
        return False
    if draft.soft[index] or len(text) < _SHORT or len(draft.stems(index)) < 2 or (index < main and _SITE.search(text)):
        return False
    near = index in (_neighbour(draft, main, -1), _neighbour(draft, main, 1)) or draft.roles[index - 1] == "title"
    close = draft.shared(index, words)
    if (near and close > 0 and _twice(draft, index, main)) or (
        index > main and close > 0 and _same_figure(draft, text)
    ):
        return True
    return close > 0 if near and index > main else close >= _RELATED and (index > main or (near and close >= 0.5))


def _same_figure(draft: Draft, text: str) -> bool:
    """Whether a figure of the line, of three signs or more, stands in the article too."""
    figures = [figure for figure in _FIGURE.findall(text) if len(figure) > 2]
    body = (
        [shape.text for shape, role in zip(draft.shapes, draft.roles, strict=True) if role == "body"] if figures else []
    )
    return any(figure in line for figure in figures for line in body)


def _beside_subtitles(draft: Draft, first: int, main: int, words: set[str]) -> None:
    """A line right above or below a subtitle that shares a word with the article is a subtitle too."""
    for index in range(main + 1, first):
        beside = (draft.rules[i] for i in (index - 1, index + 1) if i < len(draft.shapes))
        if draft.rules[index] == "head.unrelated" and "title.subtitle" in beside and draft.shared(index, words) > 0:
            draft.set(index, "title", "title.subtitle")


def _twice(draft: Draft, index: int, main: int) -> bool:
    """Whether the line stands again about the headline: pages that print the headline twice print its subtitle so too."""
    about = draft.shapes[max(0, main - _SIGHT) : main + _SIGHT]
    key = _plain(draft.shapes[index].text)
    return sum(_plain(shape.text) == key for shape in about if shape.text) > 1


def _neighbour(draft: Draft, index: int, step: int) -> int | None:
    """The nearest line with words before (-1) or after (1) the line."""
    index += step
    while 0 <= index < len(draft.shapes):
        if draft.shapes[index].text:
            return index
        index += step
    return None


def _crawl_date(draft: Draft, main: int) -> None:
    """A date without a label above the headline is the day on which the page was fetched."""
    for index in range(main):
        line = draft.shapes[index].core
        bare = all(stamp.role == "bare" for stamp in timestamps.stamps(line)) and not timestamps.only_label(line)
        if draft.rules[index] == "meta.date" and bare:
            draft.set(index, "boilerplate", "page.clock")


def _copies(draft: Draft) -> None:
    """Of headlines that say the same, the first without the name of the site is kept."""
    titles = [i for i, role in enumerate(draft.roles) if role == "title"]
    clean = {_plain(draft.shapes[i].core) for i in titles if not _SITE.search(draft.shapes[i].text)}
    seen: set[str] = set()
    known = {_plain(draft.shapes[i].core) for i in titles}
    starts = {draft.shapes[i].core[:_START] for i in titles}
    for index, shape in enumerate(draft.shapes):
        if not shape.text or draft.roles[index] not in ("title", "body", "boilerplate") or draft.reads[index]:
            continue
        if shape.core[:_START] not in starts:
            continue
        key = _plain(shape.core)
        if key not in known:
            continue
        suffixed = bool(_SITE.search(shape.text)) and key in clean
        if key in seen or suffixed:
            draft.set(index, "boilerplate", "title.repeat")
        elif draft.roles[index] == "title":
            seen.add(key)
