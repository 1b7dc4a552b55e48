"""Over what a figure is counted: a season, a year, all that came before."""

from __future__ import annotations

import pytest

import jobextract
from jobextract.attributes.figure import Figure
from jobextract.attributes.goals import evidence
from jobextract.attributes.periods import candidates, forms, shifted, timeline
from jobextract.korean.tokens import read
from jobextract.learning import linear
from jobextract.model import Mention
from jobextract.temporal import periods


@pytest.mark.parametrize(
    ("said", "figure", "expected"),
    [
        ("한들은 시즌 13승을 거뒀다", "13승", "season"),
        ("지금까지 누적 480억원을 받았다", "480억원", "total"),
        ("누적 방문객이 늘었고 표는 9천장이 나갔다", "9천장", "none"),
        ("연간 2천명을 뽑는다", "2천명", "annual"),
    ],
)
def test_over_what_a_figure_is_counted(said: str, figure: str, expected: str) -> None:
    start = said.index(figure)
    mention = Mention(start=start, end=start + len(figure), text=figure, kind="count")
    sentence = read(said, 0, len(said), [mention], "body", 0)
    at = next(number for number, word in enumerate(sentence.words) if word.mention is mention)
    assert timeline.scope(said, Figure(mention, sentence, at)) == expected


def test_a_figure_said_a_thousand_times_is_compared_with_some_of_its_like(monkeypatch) -> None:
    """One line of megabytes says the same figure at every turn: the work for each does not grow with the line."""
    asked = [0]
    governs = timeline.Timeline._governs

    def counted(*arguments) -> bool:
        asked[0] += 1
        return governs(*arguments)

    monkeypatch.setattr(timeline.Timeline, "_governs", counted)
    worked = []
    for times in (100, 400):
        asked[0] = 0
        jobextract.extract("한들시는 올해 공공 일자리 1만2천개를 만들 계획이라고 밝혔다. " * times)
        worked.append(asked[0])
    assert worked[1] < 6 * worked[0]


ARTICLE = """나래군 일자리, 9월까지 900개

나래군은 9월 말 현재 일자리 900개를 만들어 올해 목표(1천개)의 90%를 채웠다고 5일 밝혔다.
지난해 같은 기간(700개)보다 많고 지난해 말 950개에 가깝다.
2분기에만 300개가 늘었다. 군은 내년 5월까지 120개를 더 만든다.
2023년 7월부터 3년간 든 돈은 80억원이다.
박람회는 1일부터 사흘간 6천명을 모았다. 이 가운데 청년은 2천100명이다.
"""


def test_what_is_scored_of_a_time_is_what_is_learned_of_it(monkeypatch) -> None:
    """The scorer sums kept tables and never spells a fact out; training does: the two have to say the same."""
    scored: list[int] = []

    def held(several, scorer):
        found = score(several, scorer)
        for one, total in zip(several, found, strict=True):
            assert total == linear.scores(scorer.weights, one.facts)[0]
        scored.extend(found)
        return found

    score = candidates.score
    monkeypatch.setattr(candidates, "score", held)
    jobextract.extract(ARTICLE)
    assert len(scored) > 20


def test_the_figures_of_a_paragraph_are_asked_up_to_a_number() -> None:
    mention = Mention(start=0, end=2, text="3개", kind="count")
    sentence = read("3개", 0, 2, [mention], "body", 0)
    drafts = [Figure(mention, sentence, 0, status="plan") for _ in range(1000)]
    near = evidence.Neighbours(drafts)
    assert len(near.paragraphs[0]) == evidence.ASKED + 1
    assert near.most(near.paragraphs[0], drafts[0]) == "plan!"


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("8월 말까지", "../2024-08", "2024-08"),
        ("2027년 말까지", "../2027", "2027"),
        ("8월까지", "../2024-08", "../2024-08"),
        ("2022년 3분기", "2022-07/..", "2022-35"),
        ("2021년 하반기", "2021-07/..", "2021-41"),
        ("지난해 5월", "2023-05/..", "2023-05"),
        ("지난해 5월부터", "2023-05/..", "2023-05/.."),
    ],
)
def test_a_date_is_what_its_own_words_name(text: str, period: str, expected: str) -> None:
    time = forms.stated(Mention(start=0, end=len(text), text=text, kind="date", period=period))
    assert time is not None
    assert time.period == expected


def test_a_span_without_a_beginning_or_an_end_lies_in_no_other_year() -> None:
    assert shifted.years_back(periods.Time("../2024-03", "stated"), 1) is None
    assert shifted.years_back(periods.Time("2024-01/2024-03", "stated"), 1) == periods.Time("2023-01/2023-03", "stated")
