"""Over what a figure is counted: a season, a year, all that came before."""

from __future__ import annotations

import pytest

import jobextract
from jobextract.attributes.figure import Figure
from jobextract.attributes.goals import evidence
from jobextract.attributes.periods import timeline
from jobextract.korean.tokens import read
from jobextract.model import Mention


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


def test_the_figures_of_a_paragraph_are_asked_up_to_a_number() -> None:
    mention = Mention(start=0, end=2, text="3개", kind="count")
    sentence = read("3개", 0, 2, [mention], "body", 0)
    drafts = [Figure(mention, sentence, 0, status="plan") for _ in range(1000)]
    near = evidence.Neighbours(drafts, [sentence])
    assert len(near.paragraphs[0]) == len(near.sentences[id(sentence)]) == evidence.ASKED + 1
    assert near.most(near.paragraphs[0], drafts[0]) == "plan!"
