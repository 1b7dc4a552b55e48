"""Over what a figure is counted: a season, a year, all that came before."""

from __future__ import annotations

import pytest

from jobextract.attributes.figure import Figure
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
