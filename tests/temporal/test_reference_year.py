"""The year of an article without a date."""

import pytest
from figures import read

from jobextract.model import Article, Segment
from jobextract.temporal import reference_year

UNDATED = [
    ("쉼터는 올해 14곳, 2027년 20곳, 2028년 9곳이다.", 2026),
    ("쉼터는 올해 14곳, 내년 20곳, 2028년 9곳이다.", 2026),
    ("군은 2027년까지 우물 40곳을 판다. 올해 10곳, 내년 30곳이다.", 2026),
    ("2023년 120명, 2024년 150명, 올해 190명을 뽑는다.", 2025),
    ("향후 3년간(2025~2027) 일자리를 늘린다.", 2025),
    ("올해부터 2028년까지 4년간 예산을 댄다.", 2025),
    ("지난해(2023년) 참가자는 90명이었고 올해는 더 는다.", 2024),
    ("2021년 9월 운행을 시작한 지 3년여 만에 손님이 5만명을 넘었다.", 2024),
    ("2019년 70명, 2020년 64명으로 줄었고 작년에는 81명이 왔다. 2021년 문을 연 분관도 있다.", 2022),
    ("이용객은 2021년 3천명에서 2022년 4천명으로 늘었고, 올해 6천명을 넘었다.", 2023),
    ("조합은 2019년부터 지난해까지 5년간 나무 8만 그루를 심었다.", 2024),
    ("1995년 문을 연 극장은 올해로 개관 30주년을 맞았다.", 2025),
    ("2022년 합격자는 40명이었다. 2023년 합격자는 52명이었다.\n작년 3월 문을 열었다.", 2023),
    ("올해 상을 받았다. ‘2023 전국 평가’에서 뽑혔다.\n군은 2024년에도 사업을 이어 갈 계획이다.", 2023),
]


@pytest.mark.parametrize(("text", "year"), UNDATED, ids=[str(y) + t[:6] for t, y in UNDATED])
def test_the_years_that_the_text_states_tell_which_one_is_this(text, year):
    article, _ = read(text)
    assert (article.year, article.year_basis) == (year, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "올해 일자리 300개를 만든다.",
        "2019년 이후 가장 많다. 올해는 더 늘었다.",
        "올해부터 2027년까지 일자리를 늘린다.",
        "1998년 문을 연 시장은 올해도 붐빈다.",
        "2015년 70명, 2020년 64명이었고 작년에는 81명이 왔다.",
        "군은 2027년까지 우물 40곳을 판다. 올해 10곳, 내년 12곳이다.",
        "올해 14곳, 2027년 20곳이다. 지난해(2021년) 9곳이었다.",
    ],
)
def test_null_rather_than_a_guess(text):
    assert read(text)[0].year is None


def test_a_published_date_decides():
    article, _ = read("쉼터는 올해 14곳, 2027년 20곳이다.", published="2024-02-01")
    assert (article.year, article.year_basis) == (2024, "published")


def test_an_article_takes_the_year_of_the_other_on_its_page():
    text = "구는 올해 300명을 뽑는다.\n쉼터는 올해 14곳, 2027년 20곳이다."
    cut = text.index("\n")
    parts = [
        Article(number=1, first_line=1, last_line=1, segments=(Segment("body", 0, cut),)),
        Article(number=2, first_line=2, last_line=2, segments=(Segment("body", cut + 1, len(text)),)),
    ]
    assert [article.year for article in reference_year.infer_years(text, parts)] == [2026, 2026]
