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
    ("올해부터 2028년까지 4년간 예산을 댄다.", 2025),
    ("지난해(2023년) 참가자는 90명이었고 올해는 더 는다.", 2024),
    ("2019년 70명, 2020년 64명으로 줄었고 작년에는 81명이 왔다. 2021년 문을 연 분관도 있다.", 2022),
    ("2024년 올해 참가자는 90명이다.", 2024),
    ("지난해인 2022년 참가자는 90명이었다.", 2023),
    ("이날(2024년 3월 5일) 모두 90명이 왔다.", 2024),
    ("구는 2021년, 2022년 2년간 일자리 900개를 댔고 올해에도 400개를 댄다.", 2023),
    ("솔빛구, 상 받는다\n구는 올해 ‘2023 전국 배움터 대회’에서 최우수상을 받았다고 5일 밝혔다.", 2023),
    ("솔빛구, 상 받는다\n구는 올해 ‘2023 전국 배움터 대회’에서 우수상을 받아 3년 내리 이름을 올렸다.", 2023),
    ("수당은 내년 3월 1일, 그러니까 2026년부터 오른다. 올해는 7만원이다.", 2025),
    ("2022년 6월 말, 그러니까 지난해 중반 812명이던 학생이 5월에는 790명이다.", 2023),
    ("통계청이 오늘 내놓은 ‘2024년 5월 인구동향’을 보면 올해 2천명이 태어났다.", 2024),
    ("군은 지난 3월 공시한 2024년 일자리 목표의 80%를 채웠다. 올해 목표는 900개다.", 2024),
    ("시는 2025년 6월 말 기준 공약 이행률이 61%라고 했다. 올 연말에는 70%로 올린다.", 2025),
    ("물난리로 스무 명 넘게 숨진 것은 2021년 이후 4년 만이다.", 2025),
    ("2026년 달라지는 청년 지원\n올해 뭐가 달라지는지 적어 본다.", 2026),
    ("이용객은 2021년 3천명에서 2022년 4천명으로 늘었고, 올해 6천명을 넘었다.", 2023),
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
        "통계청이 오늘 내놓은 ‘2023년 12월 인구동향’을 보면 작년보다 줄었다.",
        "시는 2024년 12월 말 기준 이행률이 61%라고 했다. 올 연말에는 70%로 올린다.",
        "지난해 끌어온 투자는 6억원이다. 목표를 넘긴 것은 2021년 이후 3년 만이다.",
        "2026년 달라지는 제도를 미리 본다.",
        # a year that is only mentioned, a coming or a first one, an anniversary, a past event
        "구는 내년 수당을 13만원으로 올린다. 수당은 2018년 7만원, 2019년 9만원으로 늘어 왔다. 부장은 2022년 인상분을 돌려준다.",
        "2018년부터 지난해까지 시급은 38% 올랐다. 같은 5년간 이웃 나라는 20% 올랐다. 노조는 올해 9500원을 요구한다.",
        "회사는 2015년과 2018년 두 부서를 떼어 냈고 2019년 지분을 팔았다. 3분기 매출은 작년보다 늘었다.",
        "1995년 문을 연 극장은 올해로 개관 30주년을 맞았다.",
        "향후 3년간(2025~2027) 올해처럼 일자리를 늘린다.",
        "조합은 2019년부터 지난해까지 5년간 나무 8만 그루를 심었다.",
        "2021년 9월 운행을 시작한 지 3년여 만에 올해 손님이 5만명을 넘었다.",
        "‘2023 전국 평가’에서 뽑혔다. 올해 상을 받았다. 군은 2024년에도 사업을 이어 갈 계획이다.",
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
