"""Figures and dates that the layout of a page breaks or widens."""

from decimal import Decimal

import pytest

from jobextract import extract

LEAD = "나루군은 빈집을 고쳐 젊은 사람들에게 빌려주는 일을 올해도 이어 간다. 군은 마을마다 뜻을 물어\n집을 고르고 있다고 20일 밝혔다.\n"
HEAD = "나루군, 빈집 고친다\n{date} 새벽신문 한가람 기자\n\n"


@pytest.mark.parametrize(
    ("upper", "lower", "value", "unit"),
    [
        (
            "나루군은 올해 이웃한 마을 세 군데의 빈집을 고치는 데 34",
            "억원을 들인다고 20일 밝혔다.",
            3_400_000_000,
            "KRW",
        ),
        ("나루군은 지난해 이웃한 마을을 모두 더해 나무를 5천", "  4백그루 심었다고 20일 밝혔다.", 5400, "그루"),
        ("나루군은 내년 이웃한 마을까지 더해 일꾼을 모두 3백60", "  명 더 뽑기로 했다고 20일 밝혔다.", 360, "명"),
        (
            "갈래는 ▲도우미 6천8백개 ▲이웃한 마을의 길잡이 3천",
            "  5백개 ▲강사 1천1백개로 나뉜다고 20일 밝혔다.",
            3500,
            "개",
        ),
    ],
)
def test_a_figure_that_the_end_of_a_line_breaks_is_read_whole(upper, lower, value, unit):
    text = HEAD.format(date="2024-05-20") + f"{LEAD}\n{upper}\n{lower} 군은 해마다 빈집을\n고쳐 왔다고 설명했다.\n"
    found = extract(text)
    broken = [record for record in found.records if "\n" in record.text]
    assert [(record.value, record.unit) for record in broken] == [(Decimal(value), unit)]
    assert all(text[record.start : record.end] == record.text for record in found.records)


def test_two_lines_that_are_no_sentence_are_not_one_figure():
    text = (
        HEAD.format(date="2024-05-20")
        + "나루군은 빈집을 고친다고 20일 밝혔다. 다음과 같다.\n\n빈집 3천\n\n2백개 마을\n"
    )
    assert not any("\n" in record.text for record in extract(text).records)


def test_a_line_of_date_and_writer_in_full_width_is_read_as_its_twin():
    body = "나루군은 올해 빈집 300채를 고치기로 했다. 지난해에는 187채를 고쳤고 12가구가 들어왔다.\n"
    wide, plain = (extract(HEAD.format(date=date) + body) for date in ("２０２４년 ３월 ７일", "2024년 3월 7일"))
    (one,), (twin,) = wide.articles, plain.articles
    assert (one.published, one.publisher, one.reporter) == ("2024-03-07", "새벽신문", "한가람")
    assert (one.published, one.publisher, one.reporter) == (twin.published, twin.publisher, twin.reporter)
    assert [record.period for record in wide.records] == [record.period for record in plain.records]
