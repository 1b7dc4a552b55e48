"""The times near a figure: those that its sentence names or from which one is worked out, those of the figures before, and those that the
text in front of it is told of, each with how it stands to the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...korean.tokens import CLOSE, OPEN, Word
from ...korean.word_lists import pattern, words
from ...temporal import comparison_base, periods
from ...temporal.periods import Time
from ..figure import Figure, measure, nearness
from . import comparisons, derived, expressions, forms, main_period, shifted, time_clauses
from .timeline import BACK, Timeline

_SO_FAR = words("derived.so_far")
#: what makes a span of a day from which something lasts: 21일부터 이틀간
_WHOLE = frozenset(("joined", "lasting"))
#: sentences over which a span goes on, and how spans are worked out that do
_GOES_ON = 3
_SPANS = frozenset(("joined", "lasting", "twelve", "tonow", "entered", "years", "term", "rest", "partend", "yearend"))
_OPENING_YEAR = pattern("derived.opening_year")


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
            facts += [f"counts|plain={plain}", f"counts|plain={plain}|{facts[1]}"]
        facts += _beside_others(draft, line, index, time, facts[0])
        if derived.is_of_another_year(words, index):
            facts += ["otheryear", f"otheryear|{facts[0]}"]
        if derived.refined(words, index):
            facts.append(f"refined|{facts[0]}")
        if derived.ends_another(words, index):
            facts.append("ends")
        yield time, facts
        if time.period.endswith("/.."):
            how = [f"start|{forms.form(time.period[:-3])}"]
            yield Time(time.period[:-3], time.basis), [*how, f"start|{facts[0]}", *(f"start|{f}" for f in facts[4:5])]
        span = main_period.since_new_year(time, line.year)
        if span is not None:
            kind = "until" if time.period.startswith("../") else "at"
            behind = _behind(words, index)
            summed = any(draft.sentence.holds(word) for word in _SO_FAR)
            how = [f"newyear|{kind}", f"newyear|{kind}|{behind}", f"newyear|{kind}|summed={summed}"]
            yield span, [*how, *shared]
            yield time, [f"alt={fact}" for fact in how]


def chosen(draft: Figure) -> list[str]:
    """What says that the rules chose a time: told of every reading of the word that they chose."""
    return ["rule", f"rule={'carried' if draft.carried else 'own'}"]


def _beside_others(draft: Figure, line: Timeline, index: int, time: Time, how: str) -> Iterator[str]:
    """Which other times are worked out from the same word: 작년(26.9도) may be last summer."""
    inside = index < draft.at and comparisons.in_bracket(draft.sentence.words, index, draft.at)
    one = line.beside(draft)
    told = forms.form(one.time.period) if one is not None and one.time is not None else "none"
    for way in line.ways(draft, index, time.period):
        yield f"alt={way}|beside={told}|{one is not None and measure(one) == measure(draft)}"
        yield f"alt={way}"
        yield f"alt={way}|{how}"
        yield f"alt={way}|inside={inside}|{forms.form(time.period)}"


def worked_out(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """Times of the sentence that no single expression names."""
    words, at = draft.sentence.words, draft.at
    before = [i for i in line.dates(draft.sentence) if i < at]
    beside = line.beside(draft)
    for time, index, way in line.derived(draft):
        name, _, base = way.partition("|")
        side = "before" if index < at else "behind"
        later = sum(i > index for i in before)
        figures = sum(words[i].role == "figure" for i in range(min(index, at) + 1, max(index, at)))
        inside = comparisons.in_bracket(words, index, at) if index < at else False
        facts = [f"by={name}", f"by={name}|{base}", f"by={name}|{side}|figures={min(figures, 2)}"]
        facts += [f"by={name}|{side}|later={min(later, 2)}", f"by={name}|inside={inside}"]
        facts += [f"by={name}|{base}|{forms.form(time.period)}", f"by={name}|{base}|inside={inside}"]
        if words[index].role == "date" and comparisons.compares(line.text, draft.sentence, index):
            facts.append(f"by={name}|compared|figures={min(figures, 2)}")
        if line.has_compared(draft.sentence, index, at):
            facts.append(f"by={name}|hascompared")
        if words[index].role != "date":
            facts += _apart(_side(index, at, before), words[min(index, at) + 1 : max(index, at)])
        if beside is not None and beside.time is not None:
            facts.append(f"by={name}|beside={_alike(time, beside.time)}|{measure(beside) == measure(draft)}")
        yield time, facts


def _alike(time: Time, other: Time) -> str:
    """Whether a time is the same part of another year, the same kind of time, or neither."""
    years = periods.year_of(time.period), periods.year_of(other.period)
    if years[0] is not None and years[1] is not None:
        moved = shifted.years_back(other, years[1] - years[0])
        if moved is not None and moved.period == time.period:
            return "same"
    return "kind" if forms.form(time.period) == forms.form(other.period) else "other"


def _relation(draft: Figure, line: Timeline, index: int, before: list[int]) -> Iterator[str]:
    """How a time of the sentence stands to the figure."""
    words, at = draft.sentence.words, draft.at
    word, side = words[index], _side(index, at, before)
    between = words[min(index, at) + 1 : max(index, at)]
    yield from _apart(side, between)
    yield f"own|particle={word.particle or _behind(words, index)}|{side[:6]}"
    if comparisons.compares(line.text, draft.sentence, index):
        yield f"own|compared|{side[:6]}"
    if time_clauses.announces(line.text, draft.sentence, index):
        yield "own|announced"
    if comparisons.in_bracket(words, index, at):
        yield "own|bracket"
    elif index and words[index - 1].text in OPEN and any(w.text in CLOSE for w in between):
        yield "own|closed"
    if line.has_compared(draft.sentence, index, at):
        yield "own|hascompared"
    opened = index + 1 < len(words) and words[index + 1].text in OPEN
    if opened:
        yield f"own|opens|{sum(w.role == 'figure' for w in between)}"
    yield f"own|word={_named(word)}|{side[:6]}"
    for name, predicate in expressions.predicates(line.text, draft.sentence, index):
        yield f"own|{name}={predicate}|{side[:6]}"
    if index == 0:
        yield "own|first"
    if any(w.text == "," for w in between):
        yield f"own|comma|{side}"
    yield f"own|gap={min(len(between) // 3, 4)}|{side[:6]}"


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
    yield f"own={side}|figures={figures}"
    yield f"own={side}|verbs={verbs}"
    yield f"own={side}|figures={figures}|verbs={verbs}"


def _behind(words: tuple[Word, ...], index: int) -> str:
    return words[index + 1].text[:3] if index + 1 < len(words) and words[index + 1].role != "figure" else "-"


def _named(word: Word) -> str:
    """A time by what it is called, its digits left out."""
    return "".join("0" if c.isdigit() else c for c in word.said.text)[:8]


def in_line(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The year that opens the figure's line, though its counter is left out: 2022 318억."""
    year = _OPENING_YEAR.match(line.text, draft.sentence.start, draft.mention.start)
    if year is not None:
        yield Time(year[1], "stated"), ["opensline", f"opensline|{draft.sentence.section}"]


def spans_before(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The spans that the sentences before are told for, where no single expression names them: 7월 말 기준 최근 1년간, 11일 개막한 뒤 23일간."""
    at, seen = line.number[id(draft)], draft.sentence
    place = line.place[id(draft.sentence)]
    for other in reversed(line.drafts[max(0, at - BACK) : at]):
        if other.sentence is seen or other.mention.kind in ("date", "time"):
            continue
        seen = other.sentence
        gap = place - line.place[id(seen)]
        if gap > _GOES_ON:
            return
        near = f"{gap}|{seen.paragraph == draft.sentence.paragraph}"
        for time, index, way in line.derived(other):
            name = way.partition("|")[0]
            if name in _SPANS and index < other.at:
                yield time, [f"span={name}", f"span|{near}", f"span={name}|{forms.finer(time.period)}"]


def figures_before(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The times of the figures before, the nearest first."""
    at = line.number[id(draft)]
    seen: set[str] = set()
    for step, other in enumerate(reversed(line.drafts[max(0, at - BACK) : at])):
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
                f"back={len(seen)}|step={min(step, 3)}",
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
    """The times that the text in front of the figure's sentence is about, the last first, and the first behind it."""
    place = line.place[id(draft.sentence)]
    at = bisect_left(line.named, place, key=lambda one: one.sentence)
    seen: list[str] = []
    for one in reversed(line.named[max(0, at - BACK) : at]):
        if one.time.period in seen:
            continue
        gap = place - one.sentence
        far = "1" if gap == 1 else "2" if gap == 2 else "3" if gap <= 4 else "5" if gap <= 9 else "10"
        near = line.spoken[one.sentence].paragraph == draft.sentence.paragraph
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
                f"told={rank}|near={near}",
                f"told={rank}|figures={figures}",
                f"told={rank}|opens={one.word == 0}",
                f"told={rank}|{forms.form(one.time.period)}",
                *(f"told={rank}|{forms.form(one.time.period)}|{act}" for act in line.acts),
            ],
        )
        span = main_period.since_new_year(one.time, line.year)
        if span is not None:
            kind = "until" if one.time.period.startswith("../") else "at"
            yield (
                span,
                [f"newyear|told={rank}", f"newyear|told={rank}|{kind}|{far}", f"newyear|told={rank}|near={near}"],
            )
        if rank == 2:
            break
    if not seen:
        behind = next((one for one in line.named[at:] if one.tells and one.sentence > place), None)
        if behind is not None:
            yield behind.time, ["later", f"later|{draft.sentence.section}"]
