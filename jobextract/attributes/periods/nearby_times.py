"""The times near a figure: those that its sentence names or from which one is worked out, those of the figures before, and those that the
text in front of it is told of, each with how it stands to the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...korean.tokens import OPEN, Word
from ...korean.word_lists import pattern, words
from ...temporal import comparison_base, periods
from ...temporal.periods import Time
from ..figure import Figure, measure, nearness
from . import comparisons, derived, expressions, forms, governing_time, main_period, shifted, time_clauses
from .timeline import BACK, Timeline

_FROM, _SO_FAR = words("derived.from"), words("derived.so_far")
#: what makes a span of a day from which something lasts: 21일부터 이틀간
_WHOLE = frozenset(("joined", "lasting"))
_OPENING_YEAR = pattern("derived.opening_year")


def of_sentence(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    words = draft.sentence.words
    dates = line.dates(draft.sentence)
    before = [i for i in dates if i < draft.at]
    whole = {one.at: one.time for one in line.derived(draft) if one.way in _WHOLE}
    for index in dates:
        time = whole.get(index) or line.known(draft.sentence, index)
        if time is None:
            continue
        facts = list(_relation(draft, line, index, before))
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
            yield span, [*how, *(f"{fact}+" for fact in facts[:4])]


def _beside_others(draft: Figure, line: Timeline, index: int, time: Time, how: str) -> Iterator[str]:
    """Which other times are worked out from the same word: 작년(26.9도) may be last summer."""
    inside = index < draft.at and comparisons.in_bracket(draft.sentence.words, index, draft.at)
    for way in line.ways(draft, index, time.period):
        yield f"alt={way}"
        yield f"alt={way}|{how}"
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
        if words[index].role == "date" and comparisons.compares(line.text, draft.sentence, index):
            facts.append(f"by={name}|compared|figures={min(figures, 2)}")
        if line.has_compared(draft.sentence, index, at):
            facts.append(f"by={name}|hascompared")
        yield time, facts


def before_that(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """What a figure starts from is of the span before that of what it comes to."""
    own = governing_time.mentioned(line.text, draft.sentence)[:1]
    told = [("main", time) for time, _ in line.mains.get(main_period.group(draft), ())[:1]]
    for name, base in [*(("own", time) for time in own), *told]:
        for time, way in earlier(base):
            yield time, [f"from={way}", f"from={way}|{name}", f"from={way}|{name}|{forms.form(time.period)}"]


def _relation(draft: Figure, line: Timeline, index: int, before: list[int]) -> Iterator[str]:
    """How a time of the sentence stands to the figure."""
    words, at = draft.sentence.words, draft.at
    word = words[index]
    side = (
        f"before{before[::-1].index(index)}"
        if index in before and len(before) - before.index(index) <= 3
        else "before3"
        if index < at
        else "behind"
    )
    between = words[min(index, at) + 1 : max(index, at)]
    figures = sum(w.role == "figure" for w in between)
    verbs = sum(w.role in ("verb", "modifier") for w in between)
    yield f"own={side}"
    yield f"own={side}|figures={min(figures, 3)}"
    yield f"own={side}|verbs={min(verbs, 2)}"
    yield f"own={side}|figures={min(figures, 3)}|verbs={min(verbs, 2)}"
    yield f"own|particle={word.particle or _behind(words, index)}|{side[:6]}"
    if comparisons.compares(line.text, draft.sentence, index):
        yield f"own|compared|{side[:6]}"
    if time_clauses.announces(line.text, draft.sentence, index):
        yield "own|announced"
    if comparisons.in_bracket(words, index, at):
        yield "own|bracket"
    if line.has_compared(draft.sentence, index, at):
        yield "own|hascompared"
    opened = index + 1 < len(words) and words[index + 1].text in OPEN
    if opened:
        yield f"own|opens|{figures}"
    yield f"own|word={_named(word)}|{side[:6]}"
    for name, predicate in expressions.predicates(line.text, draft.sentence, index):
        yield f"own|{name}={predicate}|{side[:6]}"
    if index == 0:
        yield "own|first"
    if any(w.text == "," for w in between):
        yield f"own|comma|{side}"
    yield f"own|gap={min(len(between) // 3, 4)}|{side[:6]}"


def _behind(words: tuple[Word, ...], index: int) -> str:
    return words[index + 1].text[:3] if index + 1 < len(words) and words[index + 1].role != "figure" else "-"


def _named(word: Word) -> str:
    """A time by what it is called, its digits left out."""
    return "".join("0" if c.isdigit() else c for c in word.said.text)[:8]


def is_from(words: Sequence[Word], at: int) -> bool:
    """49.9%에서 53.6%로: whether the figure is what another starts from."""
    if words[at].particle not in _FROM:
        return False
    following = next((word for word in words[at + 1 : at + 5] if word.role == "figure"), None)
    return following is not None and following.said.kind == words[at].said.kind


def earlier(time: Time) -> Iterator[tuple[Time, str]]:
    """The same span a year back, and the one right before it."""
    year = shifted.years_back(time, 1)
    if year is not None:
        yield year, "year"
    quarter = shifted.as_quarter(time)
    before = periods.quarters_before(quarter, 1) or periods.months_before(time, 1)
    if before is not None:
        yield before, "span"


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
        if rank == 2:
            break
    if not seen:
        behind = next((one for one in line.named[at:] if one.tells and one.sentence > place), None)
        if behind is not None:
            yield behind.time, ["later", f"later|{draft.sentence.section}"]


def in_line(draft: Figure, line: Timeline) -> Iterator[tuple[Time | None, list[str]]]:
    """The year that opens the figure's line, though its counter is left out: 2022 318억."""
    year = _OPENING_YEAR.match(line.text, draft.sentence.start, draft.mention.start)
    if year is not None:
        yield Time(year[1], "stated"), ["opensline", f"opensline|{draft.sentence.section}"]
