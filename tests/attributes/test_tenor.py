"""What is known of an article as a whole: how its lead is told, and how far back its times lie."""

from __future__ import annotations

import pytest

from jobextract.attributes.figure import Figure
from jobextract.attributes.periods import tenor, timeline
from jobextract.korean.tokens import read
from jobextract.model import Mention


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("늘솔시는 청년 300명을 뽑기로 했다.", "will"),
        ("새 다리는 내년 3월 열릴 예정이다.", "will"),
        ("물류창고에서 불이 나 12명이 다쳤다.", "past"),
        ("취업자는 20만 명 늘었습니다.", "past"),
        ("한들시에는 도서관 7곳이 있다.", "state"),
        ("늘솔시 청년 300명", "other"),
    ],
)
def test_how_a_sentence_is_told(said: str, expected: str) -> None:
    assert tenor.tense(said, read(said, 0, len(said), [], "body", 0)) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-03-04", "day=1"),
        ("2024-03-05", "day=0"),
        ("2024-03-06", "day=-1"),
        ("2024-02-28", "day=week"),
        ("2024-02-10", "day=month"),
        ("2023-06-01", "day=past"),
        ("2024-03-09", "day=ahead"),
        ("2024-03-01/2024-03-03", "days=2"),
        ("2024-02", "month=1"),
        ("2023-10/2023-12", "months=3"),
        ("2023", None),
    ],
)
def test_how_far_back_a_time_lies(period: str, expected: str | None) -> None:
    assert tenor.distance(period, "2024-03-05") == expected


def test_without_a_day_nothing_is_far_or_near() -> None:
    assert tenor.distance("2024-03-04", "2024") is None


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
