"""The times near a figure: those that its sentence names or from which one is worked out, those of the figures before, and those that the
text in front of it is told of, each with how it stands to the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...korean.tokens import CLOSE, OPEN, Word
from ...korean.word_lists import words
from ...temporal import comparison_base
from ...temporal.periods import Time
from ..figure import Figure, measure, nearness
from . import comparisons, expressions, forms, main_period
from .timeline import BACK, Timeline

_SO_FAR = words("derived.so_far")
#: what makes a span of a day from which something lasts: 21일부터 이틀간
_WHOLE = frozenset(("joined", "lasting"))


def of_sentence(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    words = draft.sentence.words
    dates = line.dates(draft.sentence)
    before = [i for i in dates if i < draft.at]
    readings = line.readings(draft)
    for index in dates:
        worked = readings.get(index, ())
        whole = next((one.time for one in worked if one.way in _WHOLE), None)
        time = whole or line.known(draft.sentence, index)
        if time is None:
            continue
        facts = list(_relation(draft, line, index, before))
        ruled = draft.time is not None and draft.time.period == time.period
        shared = [*facts, *(chosen(draft) if ruled else ())]
        yield from ((one.time, shared) for one in worked if one.time.period != time.period)
        if comparison_base.is_counted(line.text, words[index], draft.sentence.end):
            plain = words[index].said.period == time.period
            facts.append(f"counts|plain={plain}")
        facts += _beside_others(draft, line, index, time)
        yield time, facts
        span = main_period.since_new_year(time, line.year)
        if span is not None:
            kind = "until" if time.period.startswith("../") else "at"
            summed = any(draft.sentence.holds(word) for word in _SO_FAR)
            yield span, [f"newyear|{kind}", f"newyear|{kind}|summed={summed}", *shared]


def chosen(draft: Figure) -> list[str]:
    """What says that the rules chose a time: told of every reading of the word that they chose."""
    return ["rule", f"rule={'carried' if draft.carried else 'own'}"]


def _beside_others(draft: Figure, line: Timeline, index: int, time: Time) -> Iterator[str]:
    """Which other times are worked out from the same word: 작년(26.9도) may be last summer."""
    inside = index < draft.at and comparisons.in_bracket(draft.sentence.words, index, draft.at)
    one = line.beside(draft)
    told = forms.form(one.time.period) if one is not None and one.time is not None else "none"
    for way in line.ways(draft, index, time.period):
        yield f"alt={way}|beside={told}|{one is not None and measure(one) == measure(draft)}"
        yield f"alt={way}|inside={inside}|{forms.form(time.period)}"


def worked_out(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """Times of the sentence that no single expression names."""
    words, at = draft.sentence.words, draft.at
    before = [i for i in line.dates(draft.sentence) if i < at]
    for time, index, way in line.derived(draft):
        name, _, base = way.partition("|")
        side = "before" if index < at else "behind"
        later = sum(i > index for i in before)
        figures = sum(words[i].role == "figure" for i in range(min(index, at) + 1, max(index, at)))
        inside = comparisons.in_bracket(words, index, at) if index < at else False
        facts = [f"by={name}", f"by={name}|{base}", f"by={name}|{side}|figures={min(figures, 2)}"]
        facts += [f"by={name}|{side}|later={min(later, 2)}", f"by={name}|inside={inside}"]
        facts += [f"by={name}|{base}|{forms.form(time.period)}", f"by={name}|{base}|inside={inside}"]
        if words[index].role != "date":
            facts += _apart(_side(index, at, before), words[min(index, at) + 1 : max(index, at)])
        yield time, facts


def _relation(draft: Figure, line: Timeline, index: int, before: list[int]) -> Iterator[str]:
    """How a time of the sentence stands to the figure."""
    words, at = draft.sentence.words, draft.at
    word, side = words[index], _side(index, at, before)
    between = words[min(index, at) + 1 : max(index, at)]
    yield from _apart(side, between)
    yield f"own|particle={word.particle or _behind(words, index)}|{side[:6]}"
    if index and words[index - 1].text in OPEN and any(w.text in CLOSE for w in between):
        yield "own|closed"
    yield f"own|word={_named(word)}|{side[:6]}"
    for name, predicate in expressions.predicates(line.text, draft.sentence, index):
        yield f"own|{name}={predicate}|{side[:6]}"
    if index == 0:
        yield "own|first"


def _side(index: int, at: int, before: Sequence[int]) -> str:
    """Where a time stands: behind the figure, or how many others stand between the two."""
    if index >= at:
        return "behind"
    later = sum(other > index for other in before)
    return f"before{min(later, 3)}"


def _apart(side: str, between: Sequence[Word]) -> Iterator[str]:
    """How many figures and verbs part the two."""
    figures = min(sum(w.role == "figure" for w in between), 3)
    verbs = min(sum(w.role in ("verb", "modifier") for w in between), 2)
    yield f"own={side}"
    yield f"own={side}|figures={figures}|verbs={verbs}"


def _behind(words: tuple[Word, ...], index: int) -> str:
    return words[index + 1].text[:3] if index + 1 < len(words) and words[index + 1].role != "figure" else "-"


def _named(word: Word) -> str:
    """A time by what it is called, its digits left out."""
    return "".join("0" if c.isdigit() else c for c in word.said.text)[:8]


def figures_before(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The times of the figures before, the nearest first."""
    at = line.number[id(draft)]
    seen: set[str] = set()
    for other in reversed(line.drafts[max(0, at - BACK) : at]):
        if other.time is None or other.time.period in seen:
            continue
        seen.add(other.time.period)
        place = nearness(other, draft)
        date = other.mention.kind in ("date", "time")
        alike = measure(other) == measure(draft)
        aside = not date and comparisons.is_aside(other.sentence, other.at)
        yield (
            other.time,
            [
                f"back={len(seen)}|{place}",
                f"back|{place}|date={date}|alike={alike}|aside={aside}",
                f"back|{place}|{other.status == draft.status}|{other.carried}",
            ],
        )
        if len(seen) == 3:
            return


def of_heading(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The time that the last heading in front of the figure's sentence names, or the one before it where that names none."""
    place = line.place[id(draft.sentence)]
    at = bisect_left(line.headings, place, key=lambda one: one.sentence)
    own = f"own={bool(line.dates(draft.sentence))}"
    for back, heading in enumerate(reversed(line.headings[max(0, at - 2) : at])):
        if heading.time is None:
            continue
        gap = min(place - heading.sentence, 4)
        since = bisect_left(line.named, heading.sentence + 1, key=lambda one: one.sentence)
        later = any(one.tells and one.sentence < place for one in line.named[since : since + BACK])
        named = f"heading={back}"
        yield (
            heading.time,
            [
                named,
                f"{named}|{own}|later={later}",
                f"{named}|gap={gap}|later={later}",
                f"{named}|{own}|{forms.form(heading.time.period)}",
            ],
        )
        return


def told_of(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The times that the text in front of the figure's sentence is about, the last first."""
    place = line.place[id(draft.sentence)]
    at = bisect_left(line.named, place, key=lambda one: one.sentence)
    seen: list[str] = []
    for one in reversed(line.named[max(0, at - BACK) : at]):
        if one.time.period in seen:
            continue
        gap = place - one.sentence
        far = "1" if gap == 1 else "2" if gap == 2 else "3" if gap <= 4 else "5" if gap <= 9 else "10"
        if not one.tells:
            yield one.time, [f"aside|{one.part}|{far}"]
            continue
        rank = len(seen)
        seen.append(one.time.period)
        figures = any(w.role == "figure" for w in line.spoken[one.sentence].words[one.word :])
        yield (
            one.time,
            [
                f"told={rank}",
                f"told={rank}|{far}",
                f"told={rank}|figures={figures}",
                f"told={rank}|opens={one.word == 0}",
                f"told={rank}|{forms.form(one.time.period)}",
            ],
        )
        if rank == 2:
            break
