"""Times that no single expression names, worked out from several words or from what the article is about."""

from datetime import date

import pytest

from jobextract.attributes.periods import comparisons, derived, expressions, forms, report_period, shifted
from jobextract.korean.tokens import read
from jobextract.quantities.recognizer import find
from jobextract.rulebook.loader import load
from jobextract.temporal.periods import Time

DAY = date(2025, 4, 10)


def told(text, base=None, term=None):
    mentions = find(text, 0, len(text), DAY, DAY.year, load())
    sentence = read(text, 0, len(text), mentions, "body", 0)
    bases = [("main0", Time(base, "stated"))] if base else []
    return {
        (one.way.partition("|")[0], one.time.period) for one in derived.times(text, sentence, bases, str(DAY), term)
    }


@pytest.mark.parametrize(
    ("text", "base", "way", "period"),
    [
        ("5일 0시부터 7일 오후 3시까지 90㎜가 내렸다.", None, "joined", "2025-04-05/2025-04-07"),
        ("1일부터 사흘간 9천명이 왔다.", None, "lasting", "2025-04-01/2025-04-03"),
        ("지난해 말 기준 9천명이다.", None, "yearend", "2024-12"),
        ("지난해 같은 기간(8천명)보다 많다.", "2025-01/2025-03", "counted", "2024-01/2024-03"),
        ("1년 전(8천명)보다 많다.", "2025-03-03/2025-03-09", "counted", "2024-03-03/2024-03-09"),
        ("전주(0.14%)보다 커졌다.", "2025-03-10", "before", "2025-03-03"),
        ("전 분기(82.6%)보다 낮다.", "2025-01/2025-03", "before", "2024-36"),
        ("고용률은 상반기 65.3%다.", "2026", "inyear", "2026-40"),
        ("내년 상반기를 1.6%, 하반기를 2.2%로 봤다.", None, "inyear", "2026-41"),
        ("5월에 9원 올리고 7월에 8원 더 올린다.", "2026-05/2026-10", "inyear", "2026-07"),
        ("지난 5년간 2,611건이 났다.", "2023", "years", "2019/2023"),
        ("앞으로 4년간 9천명을 뽑는다.", None, "years", "2025/2028"),
        ("남은 아홉 달 동안 900명을 더 뽑는다.", None, "rest", "2025-04/2025-12"),
        ("연간 목표 900명의 80%를 채웠다.", "2025-01/2025-03", "annual", "2025"),
        ("작년(26.9도)보다 덥다.", "2025-01/2025-03", "moved", "2024-01/2024-03"),
        ("2015년(9천 건) 이래 가장 많다.", "2025-03", "moved", "2015-03"),
        ("전년동월(9천 호) 대비 43% 많다.", "2025-03", "before", "2024-03"),
        ("5년 전엔 15%였다.", "2024", "ago", "2019"),
        ("올 들어 석 달 동안 9천억원을 거뒀다.", None, "entered", "2025-01/2025-03"),
        ("상반기 말 9천억원이 남았다.", None, "partend", "2025-06"),
        ("1월부터 9천명이 탔다.", None, "tonow", "2025-01/2025-03"),
    ],
)
def test_a_time_is_worked_out(text, base, way, period):
    assert (way, period) in told(text, base)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("시행 첫해 900명이 참여했다.", "2019"),
        ("그다음 해 900명으로 늘었다.", "2020"),
        ("3년 뒤 900명으로 늘었다.", "2022"),
        ("3년 동안 900명으로 늘었다.", None),
    ],
)
def test_a_year_is_counted_from_what_was_told_of_last(text, period):
    mentions = find(text, 0, len(text), DAY, DAY.year, load())
    sentence = read(text, 0, len(text), mentions, "body", 0)
    found = derived.times(text, sentence, [], str(DAY), None, [Time("2019-07", "stated")])
    assert [one.time.period for one in found if one.way.startswith("after")] == ([period] if period else [])


def test_a_term_of_office_is_a_span_and_its_part_until_now():
    text = "민선 8기 들어 시가 끌어온 투자는 4조원이다."
    mentions = find(text, 0, len(text), DAY, DAY.year, load())
    sentence = read(text, 0, len(text), mentions, "body", 0)
    term = shifted.term(text, [sentence])
    assert term == ("2022-07", "2026-06")
    found = told(text, term=term)
    assert {("term", "2022-07/2026-06"), ("term", "2022-07/2025-04")} <= found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("이번 주(7∼11일) 집행할 공사는 62건이다.", ["vague", "exact"]),
        ("지난해보다 3% 많다.", ["compared"]),
        ("전년 동분기 대비 3% 많다.", ["compared"]),
        ("작년 동반기보다 3% 많다.", ["compared"]),
        ("12일 밝혔다.", ["announced"]),
        ("30일 결정·공시했다.", ["announced"]),
        ("원유 4월 인도분은 1.39달러 빠졌다.", ["spent"]),
        ("올해 900명을 뽑는다.", ["tells"]),
        ("2016년 3월 2천 명이 빠진 이후 6년 2개월 만에 나빠졌다.", ["compared"]),
        ("2016년 3월 2천 명이 들어온 이후 늘 900명이 왔다.", ["tells"]),
        ("선박 수출은 올해 최대 실적을 냈다.", ["compared"]),
        ("올해 최대 900명을 뽑는다.", ["tells"]),
        ("올해 최고 기온은 38도였다.", ["tells"]),
        ("지난해 최대 실적을 냈다.", ["tells"]),
        ("1월 3일부터 3월 9일까지 900명이 왔다.", ["tells"]),
    ],
)
def test_a_time_plays_a_part_in_its_sentence(text, parts):
    mentions = find(text, 0, len(text), DAY, DAY.year, load())
    sentence = read(text, 0, len(text), mentions, "body", 0)
    assert [one.part for one in expressions.expressions(text, [sentence])] == parts


@pytest.mark.parametrize(
    ("text", "figure", "how"),
    [
        ("순익은 87억 원에서 69억 원으로 줄었다.", "87억 원", "starts"),
        ("순익은 87억 원→69억 원이다.", "87억 원", "starts"),
        ("사람은 5만 명이던 것이 4만 명으로 줄었다.", "5만 명", "starts"),
        ("나래은행은 87억 원(69억 원)을 벌었다.", "69억 원", "bracket"),
        ("순익은 87억 원에서 69억 원으로 줄었다.", "69억 원", None),
        ("나래은행은 87억 원(5.1%)을 벌었다.", "5.1%", None),
        ("공장은 4천 명인 것으로 보인다. 5천 명은 넘는다.", "4천 명", None),
    ],
)
def test_a_figure_is_set_against_another(text, figure, how):
    sentence = read(text, 0, len(text), find(text, 0, len(text), DAY, DAY.year, load()), "body", 0)
    at = next(i for i, word in enumerate(sentence.words) if word.role == "figure" and word.said.text == figure)
    assert comparisons.counterpart(sentence.words, at) == how


def test_the_former_year_is_the_one_before_the_last_that_was_told():
    text = "그 전해에는 8천 명이었다."
    sentence = read(text, 0, len(text), find(text, 0, len(text), DAY, DAY.year, load()), "body", 0)
    found = derived.times(text, sentence, [], str(DAY), None, [Time("2023", "stated")])
    assert "2022" in {one.time.period for one in found}


def test_a_heading_is_a_short_line_between_the_parts_that_ends_in_no_sentence():
    lines = [
        "나래군은 해마다 길을 닦아 왔다.",
        "2019년",
        "길 12km를 닦았다. 돈은 9억 원이 들었다.",
        "2021년에 한 일",
        "- 다리 3곳을 놓았다.",
        "- 2022년 일은 미뤘다",
        "[2022년 계획]",
        "다리 2곳을 놓는다.",
        "앞으로 할 일",
        "다리 9곳을 더 놓는다.",
    ]
    text = "\n".join(lines)
    spoken, start = [], 0
    for number, line in enumerate(lines):
        end = start + len(line)
        spoken.append(read(text, start, end, find(text, start, end, DAY, DAY.year, load()), "body", number))
        start = end + 1
    found = expressions.headings(text, spoken, expressions.expressions(text, spoken))
    told = [(lines[one.sentence], one.time.period if one.time else None) for one in found]
    assert told == [("2019년", "2019"), ("2021년에 한 일", "2021"), ("[2022년 계획]", "2022"), ("앞으로 할 일", None)]


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        ("2025-03-03/2025-03-09", "week"),
        ("2025-03-01/2025-03-20", "monthsofar"),
        ("2025-03-17/2025-03-19", "fewdays"),
        ("2025-04/2025-06", "quarter"),
        ("2025-01/2025-06", "half"),
        ("2025-01/2025-09", "yearsofar"),
        ("2022/2026", "years"),
        ("2024-07/2024", "span"),
        ("../2030", "deadline"),
    ],
)
def test_a_span_is_of_a_kind(period, kind):
    assert forms.finer(period) == kind


@pytest.mark.parametrize(
    ("period", "others", "how"),
    [
        ("2025-03", ["2025-03"], "this"),
        ("2025-03-01/2025-03-20", ["2025"], "within"),
        ("2025", ["2025-01/2025-03"], "around"),
        ("2024", ["2025-03"], "other"),
        ("2024", [], "none"),
    ],
)
def test_a_time_stands_to_those_of_the_headline(period, others, how):
    assert forms.against(period, others) == how


def test_the_days_of_a_survey_stand_for_the_week_that_names_it():
    fixed = {"surveyed": Time("2025-03-17/2025-03-19", "published")}
    assert report_period.surveyed_in(Time("2025-03-17/2025-03-23", "published"), fixed) == fixed["surveyed"]
    assert (
        report_period.surveyed_in(Time("2025-03-03/2025-03-09", "published"), fixed).period == "2025-03-03/2025-03-09"
    )


def test_a_bracket_behind_a_time_holds_all_its_figures():
    text = "지난해(704건·769kg)보다 22% 많다."
    mentions = find(text, 0, len(text), DAY, DAY.year, load())
    words = read(text, 0, len(text), mentions, "body", 0).words
    figures = [at for at, word in enumerate(words) if word.role == "figure"]
    assert [comparisons.in_bracket(words, 0, at) for at in figures] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("분야별로는(괄호 안은 작년 같은 기간) 상담 640건(590건), 취업 512건(487건)이다.", "작년"),
        ("품목별 판매(괄호는 지난달)는 사과 72톤(61톤)이다.", "지난달"),
        ("서별로는 남부 118건(전년 동기 124건), 서부 107건(101건) 차례다.", "전년"),
        ("괄호 안의 명단은 지난해 받은 이들이고 올해는 12명이다.", None),
        ("지난해(124건)보다 줄어 118건이다.", None),
        ("올해 118건(잠정)이 걸렸다.", None),
    ],
)
def test_a_legend_says_of_which_time_the_figures_in_brackets_are(text, word):
    """The figures outside the brackets are of another time than the one that the legend names."""
    mentions = find(text, 0, len(text), DAY, DAY.year, load())
    sentence = read(text, 0, len(text), mentions, "body", 0)
    told = [comparisons.legend(sentence.words, i) for i, one in enumerate(sentence.words) if one.role == "date"]
    assert [one for one in told if one] == ([word] if word else [])
