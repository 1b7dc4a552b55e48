"""The time that a figure has together with others, where what was learned leaves it open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from jobextract.attributes.figure import Figure
from jobextract.attributes.frame import NOTHING
from jobextract.attributes.periods import expressions
from jobextract.attributes.periods.settling import shared_time
from jobextract.attributes.periods.timeline import Timeline
from jobextract.korean import sentences
from jobextract.korean.tokens import read
from jobextract.quantities import recognizer
from jobextract.temporal.periods import Time

NOW = date(2026, 2, 18)


def told(
    text: str,
    figure: str,
    likeliest: str | None = None,
    given: str | None = None,
    before: Mapping[str, str] | None = None,
    section: str = "body",
) -> str | None:
    """The period of the figure written ``figure``; ``before`` holds those of other figures."""
    mentions = recognizer.find(text, 0, len(text), NOW, NOW.year)
    spoken = [read(text, *piece, mentions, section, 0) for piece in sentences.split(text, 0, len(text))]
    drafts = [
        Figure(word.mention, sentence, at)
        for sentence in spoken
        for at, word in enumerate(sentence.words)
        if word.mention is not None
    ]
    named = expressions.expressions(text, spoken)
    line = Timeline(text, spoken, drafts, NOTHING, f"{NOW}", Time("2026", "published"), {}, named, {})
    times = {one.mention.text: one for one in drafts}
    known = {id(times[other]): Time(period, "stated") for other, period in (before or {}).items()}
    sure, chosen = (None if one is None else Time(one, "stated") for one in (likeliest, given))
    time = shared_time.told_with(times[figure], line, sure, chosen, known)
    return time.period if time else None


def test_this_span_is_the_one_told_of_last() -> None:
    text = "장터는 2월 13일부터 18일까지 섰다. 이 기간 배 604척이 들어왔다."
    assert told(text, "604척", "2026", "2026") == "2026-02-13/2026-02-18"
    assert told(text.replace("이 기간", "이 마을에"), "604척", "2026", "2026") == "2026"
    assert told(text.replace("이 기간", "이 기간 지난해"), "604척", None, "2025") == "2025"
    assert told(text.replace("배", "지난해 장터보다 배"), "604척", None, "2025") == "2026-02-13/2026-02-18"
    assert told("장터는 올해 섰다. 이 기간 배 604척이 들어왔다.", "604척") is None


SURVEY = "이번 조사는 2월 2일부터 6일까지 했다. 조합은 16일 잔치를 열었다. "


@pytest.mark.parametrize(
    ("said", "figure", "likeliest", "given", "period"),
    [
        ("빵이 좋다는 답이 52%다.", "52%", "2026-02-02/2026-02-06", None, "2026-02-02/2026-02-06"),
        ("빵이 좋다는 답이 52%다.", "52%", "2026-02-16", "2026-02-16", "2026-02-02/2026-02-06"),
        ("조합은 16일 주민 812명을 대상으로 물은 것을 내놨다.", "812명", None, "2026-02-16", "2026-02-02/2026-02-06"),
        # what leads is something else; a day before the survey; guests of the day; a figure with a time of its own
        ("빵이 좋다는 답이 52%다.", "52%", "2026", None, None),
        ("빵이 좋다는 답이 52%다.", "52%", "2026-01-30", "2026-01-30", "2026-01-30"),
        ("잔치에 온 손님은 812명이다.", "812명", "2026-02-16", "2026-02-16", "2026-02-16"),
        ("지난해 빵이 좋다는 답은 48%였다.", "48%", "2026-02-02/2026-02-06", None, None),
    ],
)
def test_what_a_survey_brings_out_is_of_its_days(
    said: str, figure: str, likeliest: str | None, given: str | None, period: str | None
) -> None:
    assert told(SURVEY + said, figure, likeliest, given) == period


def test_of_two_surveys_neither_is_taken() -> None:
    other = "지난 조사는 1월 5일부터 9일까지 했다. "
    assert told(other + SURVEY + "빵이 좋다는 답이 52%다.", "52%", "2026-02-02/2026-02-06") is None


def test_a_sentence_that_points_back_is_of_the_figure_before_it() -> None:
    text = "빵집은 1월에 930곳이었다. 이는 지난해 같은 달보다 12% 늘어난 수치다."
    assert told(text, "12%", before={"930곳": "2026-01"}) == "2026-01"
    assert told(text, "12%", given="2025-01", before={"930곳": "2026-01"}) == "2025-01"
    assert told(text.replace("이는", "값은"), "12%", before={"930곳": "2026-01"}) is None
    base = "빵집은 1월에 930곳이었다. 이는 지난해 812곳보다 많은 수다."
    assert told(base, "812곳", before={"930곳": "2026-01"}) is None


@pytest.mark.parametrize(
    ("said", "figure", "likeliest", "period"),
    [
        ("들꽃동이 459명(38.8%)을 보냈다.", "38.8%", "2025", "2025"),
        ("빵집 459명 38.8%를 보냈다.", "38.8%", "2025", "2025"),
        ("들꽃동이 459명(38.8%)을 보냈다.", "38.8%", "2026", None),
        ("들꽃동이 459명(302명)을 보냈다.", "302명", "2025", None),
        ("빵집 459명, 302곳을 보냈다.", "302곳", "2025", None),
        ("들꽃동이 459명을 보냈고 38.8%를 맡았다.", "38.8%", "2025", None),
    ],
)
def test_a_figure_of_another_measure_right_beside_has_the_time_of_the_first(
    said: str, figure: str, likeliest: str, period: str | None
) -> None:
    assert told(said, figure, likeliest, before={"459명": "2025"}) == period


def test_how_large_a_thing_of_a_year_is() -> None:
    assert told("구의회는 4조 원 규모의 2027년도 본예산을 통과시켰다.", "4조 원") == "2027"
    assert told("구의회는 지난해 4조 원 규모의 2027년도 본예산을 통과시켰다.", "4조 원") is None
    assert told("구의회는 4조 원 규모의 본예산을 통과시켰다.", "4조 원") is None


def test_what_is_so_now_is_of_no_year_that_is_over() -> None:
    assert told("2024년에는 9곳이 썼다. 현재 31곳이 쓴다.", "31곳", given="2024") is None
    assert told("2024년에는 9곳이 썼다. 현재 31곳이 쓴다.", "31곳", given="2026") == "2026"
    assert told("2024년에는 9곳이 썼다. 모두 31곳이 쓴다.", "31곳", given="2024") == "2024"
