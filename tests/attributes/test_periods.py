"""Which time a figure is for: what governs it, what does not, what is carried in."""

import pytest
from edtf import parse_edtf
from figures import of, read

from jobextract import extract

NOW = "2026-03-02"
SENTENCES = [
    ("940개", "올해 일자리 940개를 만든다.", "2026"),
    ("1천개", "2028년까지 일자리 1천개를 만든다.", "../2028"),
    ("45명", "해설사 45명을 2027년까지 뽑는다.", "../2027"),
    ("70명", "올해 4월부터 10월까지 참여자 70명을 둔다.", "2026-04/2026-10"),
    ("3천300개", "2023년, 2024년 2년간 3천300개 자리를 마련했다.", "2023/2024"),
    ("81명", "2022년부터 2024년까지 81명이 일자리를 찾았다.", "2022/2024"),
    ("8만1천명", "군 인구는 지난해 11월 기준 8만1천명이다.", "2025-11"),
    # pairs
    ("30명", "정원을 지난해 30명에서 올해 55명으로 높였다.", "2025"),
    ("55명", "정원을 지난해 30명에서 올해 55명으로 높였다.", "2026"),
    ("6천명", "신청자는 2021년 9천명에서 지난해 6천명으로 줄었다.", "2025"),
    # a time alone in the bracket right behind a figure is its own
    ("63%", "고용률은 62%(2023년)에서 63%(2024년)로 올랐다.", "2024"),
    ("4천대", "보급은 3천대('23), 4천대('24)로 늘었다.", "2024"),
    # a comparison governs the figure that it names, not the next
    ("140톤", "올해 수확량은 지난해보다 140톤 많다.", "2026"),
    ("1천톤", "올해 수확량은 지난해 1천톤보다 140톤 많다.", "2025"),
    (
        "1.1%",
        "28일 위원회는 늦게 받았다는 답이 7.1%로 전년(3.5%)보다 높다고 밝혔다.\n강요받았다는 답은 2.2%로 전년(1.1%)보다 높다.",
        "2025",
    ),
    ("4%", "올해 매출은 전년 대비 4% 늘었다.", "2026"),
    # of a rank since a time, the figure of that time is of it, and the next is not
    ("10.8%", "실업률은 14.2%로 2021년 1월 10.8% 이후 가장 높다.", "2021-01"),
    ("61.2%", "고용률은 2015년 3월 61.2% 이래 최저다.", "2015-03"),
    ("14.2%", "실업률은 2021년 1월 10.8% 이후 가장 높은 14.2%다.", None),
    # the day of an announcement governs nothing
    ("12곳", "구는 쉼터 12곳을 연다고 2일 밝혔다.", None),
    ("9천명", "통계청이 지난 1일 발표한 자료에 따르면 실업자는 9천명이다.", None),
    # the time of a clause about something else
    ("연면적 1천㎡"[4:], "지난해 5월 문을 연 도서관은 연면적 1천㎡ 규모다.", None),
    # what is held at a time has its figures then; what was foretold then has not
    ("210명", "지난달 20일 열린 채용 설명회에는 210명이 다녀갔다.", "2026-02-20"),
    ("3천명", "지난해 10월 내놓은 예상 인원 3천명을 웃돌았다.", None),
    # a determiner between the clause and its noun
    ("35명", "2021년 5월 새로 문을 연 이 서점은 직원 35명을 두고 있다.", None),
    # a time from and a time until side by side
    ("620편", "2023년 4월부터 지난달 말까지 620편을 상영했다.", "2023-04/2026-02"),
    # a yearly rate is one of any day, a yearly sum is of its year
    ("4.2%", "지난달 대출 금리는 연 4.2%로 올랐다.", "2026-02"),
    ("6천명", "3월에 시작해 올해 연 6천명을 채울 것으로 본다.", "2026"),
    # the bracket behind what is compared with
    ("1.5%", "올해 생산 목표는 지난해 실적(398만대)보다 1.5% 높다.", "2026"),
    # the bracket belongs to the figure before it
    ("2%", "올해 관객은 1년 전보다 3만명(2%) 늘었다.", "2026"),
    # what is compared with is of the thing then
    ("3%", "올해 벚꽃은 1년 전 조사와 비교하면 3% 늘었다.", "2026"),
    ("9%", "올해 관객은 지난해 기록보다 9% 많다.", "2026"),
    ("9%", "올해 2차 공모 참가자는 지난해 2차 참가자(90명)보다 9% 많다.", "2026"),
    ("60개", "올해는 지난해 목표였던 800개보다 60개 많다.", "2026"),
    ("60개", "지난해에는 목표 800개를 60개 넘는 860개를 만들었다.", "2025"),
    ("860개", "지난해 목표였던 800개보다 60개 많은 860개를 만들었다.", "2025"),
    # a length of time behind the year that it starts in
    ("410가구", "군은 2022년부터 3년 동안 410가구를 맞았다.", "2022/2024"),
    # what is raised for a year was so the year before
    ("30명", "구는 내년에 안전요원을 30명에서 50명으로 늘린다.", "2026"),
    ("50명", "구는 내년에 안전요원을 30명에서 50명으로 늘린다.", "2027"),
    # only the time since then is told
    ("7척", "2009년 첫 배를 띄운 지 16년 만에 7척을 두게 됐다.", None),
    # a forecast of another year leaves the time of the article alone
    ("2위", "지난달 수출은 40억달러로 세계 2위다.", "2026-02"),
    # what had been so at a time
    ("60명", "학교는 지난해 40명이던 정원을 60명으로 늘릴 계획이다.", None),
    # an adjective takes no time to itself; nor has what comes after a year its time
    ("30만원", "구청은 지난달 비슷한 가게에서 벌금 30만원을 거뒀다.", "2026-02"),
    ("9명", "합격자는 2015년 뒤 가장 많은 9명이다.", None),
    # what is so until now is no matter of when it was set up
    ("4만명", "지난해 들여온 짐 배송 서비스는 지금까지 4만명이 썼다.", None),
    # the mean of what is compared with
    ("9%", "쌀값은 지난해 수확기 평균(20만원)보다 9% 낮다.", None),
    # what is needed for what is to be done by a year
    ("45억원", "군은 2030년까지 우물 50곳을 판다. 이를 위해 45억원을 쓴다.", "../2030"),
    # so many years ago is a year; what a multiple is of is not its time
    ("51%", "찬성은 70%로 4년 전 투표율(51%)보다 높다.", "2022"),
    ("1.6배", "올해 딸기는 전년 동월의 1.6배나 팔렸다.", "2026"),
    # places of a list
    ("30명", "2024년과 2025년 각각 30명과 41명을 뽑았다.", "2024"),
    ("41명", "2024년과 2025년 각각 30명과 41명을 뽑았다.", "2025"),
]


@pytest.mark.parametrize(("mention", "text", "period"), SENTENCES, ids=[f"{m} {p}" for m, _, p in SENTENCES])
def test_period(mention, text, period):
    assert of(mention, text, published=NOW).period == period


STATISTICS = "2월 수입차 판매는 2만1천대로 집계됐다."


@pytest.mark.parametrize(
    ("mention", "text", "period"),
    [
        ("1만9천대", "1년 전(1만9천대)보다 10.5% 늘었다.", "2025-02"),
        ("10.5%", "1년 전(1만9천대)보다 10.5% 늘었다.", "2026-02"),
        ("1만9천대", "전달(1만9천대)보다 10.5% 늘었다.", "2026-01"),
        ("1만8천대", "지난해 같은 달(1만8천대)과 견주면 늘어난 수준이다.", "2025-02"),
        ("2만5천대", "전월(2만5천대)보다는 줄었다.", "2026-01"),
        ("2만3천대", "1월에는 지난해 같은 달(2만3천대)보다 줄었다.", "2025-01"),
    ],
)
def test_what_statistics_compare_with_is_counted_from_their_own_time(mention, text, period):
    assert of(mention, f"{STATISTICS}\n{text}", published=NOW).period == period


def test_the_quarter_before_is_counted_from_the_quarter_told():
    text = "4분기 판매량은 31만대로 전 분기(28만대)보다 늘었다.\n직전 분기 손실은 90억원이었다."
    assert [of(m, text, published="2026-01-20").period for m in ("31만대", "28만대", "90억원")] == [
        "2025-10/2025-12",
        "2025-07/2025-09",
        "2025-07/2025-09",
    ]


def test_quarters_of_a_breakdown_are_of_the_year_that_is_broken_down():
    text = "지난해 혼인은 20만건이었다.\n분기별로는 1분기 5만4천건, 2분기 4만9천건이었다."
    rows = read(text, published=NOW)[1]
    assert [row.period for row in rows if row.text in ("1분기", "5만4천건", "4만9천건")] == [
        "2025-01/2025-03",
        "2025-01/2025-03",
        "2025-04/2025-06",
    ]


def test_a_quarter_that_names_its_year_is_of_it_in_a_breakdown_too():
    text = "농장은 지난해 상을 받았다.\n분기별 집계를 보면 일꾼은 2023년 4분기 312명에서 2025년 4분기 405명으로 늘었다."
    records = read(text, published="2026-02-04")[1]
    told = {record.text: record.period for record in records}
    assert told["2023년 4분기"] == told["312명"] == "2023-10/2023-12"
    assert told["405명"] == "2025-10/2025-12"


def test_the_days_of_a_survey_hold_for_its_shares_and_nothing_else():
    text = (
        "소리조사연구소가 지난달 3∼5일 성인 1천명을 대상으로 실시한 조사에서 44%가 이사를 생각한다고 답했다.\n"
        "30대는 58%로 가장 높았다.\n시는 이사비 20만원을 준다."
    )
    assert of("58%", text, published=NOW).period == "2026-02-03/2026-02-05"
    assert (of("1천명", text, published=NOW).status, of("44%", text, published=NOW).status) == ("actual", "actual")
    assert of("20만원", text, published=NOW).period is None


def test_the_days_of_a_festival_go_on_where_its_length_or_a_bare_comparison_is_told():
    text = "지난달 6∼8일 연 얼음축제에 5만명이 왔다. 지난해(4만명)보다 25% 늘었다.\n축제 기간 쓴 돈은 9억원이다.\n시 인구는 8만명이다."
    assert [of(m, text, published=NOW).period for m in ("4만명", "25%", "9억원", "8만명")] == [
        "2025",
        "2026-02-06/2026-02-08",
        "2026-02-06/2026-02-08",
        None,
    ]


def test_parts_with_times_of_their_own_are_not_done_until_the_time_of_the_whole():
    text = "구는 2029년까지 쉼터 7곳을 세운다. 올해 2곳, 내년 4곳이다."
    assert [(of(m, text).status, of(m, text).period) for m in ("2곳", "4곳")] == [("plan", None), ("plan", None)]


def test_what_a_multiple_is_of_is_not_its_time():
    text = "올해 태어난 새끼는 21마리로 2023년(7마리)의 세 배다."
    assert [of(m, text, published=NOW).period for m in ("21마리", "7마리", "세 배")] == ["2026", "2023", "2026"]


def test_the_day_of_a_source_governs_nothing():
    assert of("800가구", "1일 조사업체 새집에 따르면 물량은 800가구다.", published=NOW).period is None


def test_a_headline_has_the_time_of_the_same_figure_in_the_body():
    text = "혼자 하는 가게 412만곳 ‘뚝’\n지난 1월 가게는 530만곳이었다.\n혼자 하는 곳은 지난해 412만곳으로 줄었다."
    assert of("412만곳", text, title=True, published=NOW).period == "2025"


def test_an_event_told_again_has_its_day():
    text = "1일 새벽 들꽃시 공장에서 불이 났다. 차량 14대가 출동했다.\n이 화재로 3명이 다쳤다.\n공장에는 60명이 다닌다."
    assert of("3명", text, published=NOW).period == "2026-03-01"
    assert of("60명", text, published=NOW).period is None


def test_a_past_long_gone_is_not_the_time_of_the_article():
    text = "학교는 1987년 한옥 두 채로 문을 열었다.\n학생은 410명이다."
    assert of("410명", text, published=NOW).period is None


def test_sentences_without_verbs_are_no_rows_under_dates():
    text = "의회는 다음 달 10일부터 23일까지 감사를 한다. 지난해에는 지적이 215건 나왔다."
    assert (of("215건", text, published=NOW).status, of("215건", text, published=NOW).period) == ("actual", "2025")


def test_the_parts_of_a_plan_are_for_its_time():
    text = "시는 지난달 나무를 심었다. 내년에는 나무 620그루를 심는다. 느티나무 500그루, 벚나무 120그루다."
    assert [of(m, text, published=NOW).period for m in ("500그루", "120그루")] == ["2027", "2027"]


def test_a_past_that_is_only_surpassed_is_not_the_time_of_the_lead():
    text = "봄꽃축제 관람객이 지난해 46만명을 뛰어넘었다.\n주차장에는 버스 300대가 섰다."
    assert of("46만명", text, published=NOW).period == "2025"
    assert of("300대", text, published=NOW).period is None


def test_the_quoted_name_of_a_release_says_when_its_figures_are_for():
    text = "관세청이 1일 발표한 ‘2026년 2월 통관으로 본 무역 동향’을 보면 수출액은 520억달러다."
    assert of("520억달러", text, published=NOW).period == "2026-02"


def test_a_budget_bill_is_for_its_year_until_another_is_said():
    text = (
        "도는 새해보다 앞서 2027년도 예산안을 도의회에 냈다.\n복지에는 3천억원을 배정했다.\n"
        "올해 예산은 2천800억원이었다.\n관광 예산은 410억원이다."
    )
    assert of("3천억원", text, published=NOW).period == "2027"
    assert of("2천800억원", text, published=NOW).period == "2026"
    assert of("410억원", text, published=NOW).period == "2027"


def test_the_year_that_the_lead_plans_for_goes_on_for_plans_and_not_for_facts():
    text = (
        "구는 내년 마을버스를 올해 40대에서 52대로 늘린다.\n운전사도 90명을 더 뽑을 계획이다.\n"
        "주민 800명이 설문에 답했다."
    )
    assert of("52대", text, published=NOW).period == "2027"
    assert of("90명", text, published=NOW).period == "2027"
    assert of("800명", text, published=NOW).period == "2026"


def test_a_year_that_is_planned_for_behind_the_lead_does_not_go_on():
    text = "시는 우물을 고친다.\n주민 반응은 좋다.\n시는 2030년에 쉼터 90곳을 연다.\n설명회에는 주민 600명이 올 것으로 보인다."
    assert of("600명", text, published=NOW).period is None


def test_what_is_so_today_is_not_of_a_time_long_gone():
    text = "10년 전만 해도 버스는 하루 스무 번이었다. 요금은 1천200원이다. 2008년에는 기사 1천400명이 일했다. 지금은 610명이 남았다."
    assert [of(m, text, published=NOW).period for m in ("스무 번", "1천200원", "1천400명", "610명")] == [
        "2016",
        None,
        "2008",
        None,
    ]


def test_a_plan_takes_no_month_that_is_over():
    text = "지난 1월 아이가 병원 11곳을 떠돌았다. 정부는 병원에 10억원씩 준다."
    assert [of(m, text, published=NOW).period for m in ("11곳", "10억원")] == ["2026-01", None]


def test_a_sentence_without_figures_sets_the_time_of_its_paragraph():
    text = "작년 방문객은 9만명이었다.\n올해는 발길이 더 는다. 도서관은 강좌 70개를 연다.\n이용료는 2천원이다."
    assert of("70개", text, published=NOW).period == "2026"


def test_a_day_goes_on_for_the_same_measure_and_for_what_happened_like_it():
    text = "1일 부두에서는 배 12척이 묶였고 화물 40t이 밀렸다. 승객 300명이 발길을 돌렸다. 터미널은 넓이가 900㎡다."
    assert of("300명", text, published=NOW).period == "2026-03-01"
    assert of("900㎡", text, published=NOW).period is None


def test_a_figure_read_at_an_hour_is_of_its_day():
    assert of("45%", "1일 오후 3시에는 전력 예비율이 45%까지 올랐다.", published=NOW).period == "2026-03-01"


@pytest.mark.parametrize(
    "text",
    ["올 시즌 홈 관중은 41만명이다.", "올 들어 바다거북 41만명이 구경했다.", "지난달까지 올 시즌 41만명이 왔다."],
)
def test_the_season_or_what_has_passed_of_it_is_this_year(text):
    assert of("41만명", text, published=NOW).period == "2026"


def test_the_columns_of_a_table_have_the_years_that_head_them():
    text = "군은 올해 예산을 짰다.\n구분 2025년 2026년 증감\n도로 310억 290억 -20억\n공원 55억 75억 20억"
    assert [of(m, text, published=NOW).period for m in ("310억", "290억", "55억", "75억")] == [
        "2025",
        "2026",
        "2025",
        "2026",
    ]


def test_the_year_after_which_something_is_the_first_is_a_point_and_one_from_which_it_lasts_an_open_span():
    assert of("2011년", "2011년 이후 가장 많은 40명이 떠났다.").period == "2011"
    assert of("2011년부터", "2011년부터 40명이 떠났다.").period == "2011/.."


def test_the_trading_day_of_the_article_goes_on_to_the_next_paragraph():
    text = "이날 노을제약 주가는 4.2% 올랐다.\n코스닥은 0.3% 내린 채 거래를 마쳤다.\n직원은 1천200명이다."
    assert [of(m, text, published=NOW).period for m in ("4.2%", "0.3%", "1천200명")] == [
        "2026-03-02",
        "2026-03-02",
        None,
    ]


def test_the_time_that_the_lead_names_in_passing_is_that_of_the_article():
    text = "올해 시험을 치르는 학생이 3만명을 넘었다.\n원서를 낸 학생은 3만1천명이다."
    assert of("3만1천명", text, published=NOW).period == "2026"


def test_the_sum_of_several_years_is_not_of_the_year_of_the_lead():
    text = "올해 공장 두 곳을 짓는다.\n앞으로 5년간 9천명을 고용하기로 했다. 올해는 700명을 뽑는다."
    assert [of(m, text, published=NOW).period for m in ("9천명", "700명")] == [None, "2026"]


def test_the_time_of_a_cause_goes_no_further():
    text = "지난달 주택 지수는 112로 내렸다. 1월 대책으로 한도가 6억원으로 묶인 영향이다. 전세 지수는 104였다."
    assert [of(m, text, published=NOW).period for m in ("112", "6억원", "104")] == ["2026-02", "2026-01", "2026-02"]


def test_ranks_and_bare_figures_take_the_time_around_and_what_was_compared_with_lends_none():
    text = "지난달 이직률은 2.1%였다. 2022년 3.8%와 견주면 절반 수준이다. 순위로는 전국 3위다. 다시 온 직원은 71명이다."
    assert [of(m, text, published=NOW).period for m in ("2.1%", "3위", "71명")] == ["2026-02"] * 3


def test_a_forecast_made_in_another_month_leaves_the_time_of_the_lead():
    text = "지난해 흑자는 900억달러였다. 은행이 지난해 11월 내놓은 전망치 810억달러를 웃돌았다."
    assert of("810억달러", text, published=NOW).period == "2025"


def test_a_forecast_goes_on_by_naming_values_of_the_same_measure():
    text = "4일 아침 최저기온은 영하 9도까지 떨어지겠다.\n지역별로는 철새시 -11도, 갯벌시 -4도다."
    rows = [of(m, text, published=NOW) for m in ("-11도", "-4도")]
    assert [(row.status, row.period) for row in rows] == [("plan", "2026-03-04")] * 2


def test_a_list_by_years():
    text = "군은 마을버스를 늘린다.\n연도별로는 올해 11대, 2027년 14대, 2028년 9대다."
    rows = [row for row in read(text, published=NOW)[1] if row.unit == "대"]
    assert [(row.period, row.year) for row in rows] == [("2026", 2026), ("2027", 2027), ("2028", 2028)]


def test_the_time_of_the_lead_is_carried_to_sentences_without_one():
    text = "구는 올해 일자리 500개를 만들 계획이다.\n청년 120명에게 교육을 한다."
    row = of("120명", text, published=NOW)
    assert (row.period, row.period_basis) == ("2026", "published")


def test_what_is_carried_does_not_contradict_the_status():
    text = "구는 내년 일자리 500개를 만든다.\n교육에는 120명이 참가했다."
    assert of("120명", text, published=NOW).period is None


def test_a_time_in_a_bracket_or_a_comparison_is_not_carried():
    text = "영업이익은 2천895억원이다.\n이는 2019년 3분기(영업이익 3천132억원) 이후 6년 만에 가장 많다.\n매출은 6.1% 줄었다."
    assert of("3천132억원", text, published=NOW).period == "2019-07/2019-09"
    assert of("6.1%", text, published=NOW).period is None


def test_the_figure_of_a_bracket_has_the_time_before_it_and_the_next_has_not():
    text = "지난달 취업자는 31만명으로 작년 같은 달(30만9천명)보다 0.3% 많았다."
    rows = {row.text: row.period for row in read(text, published=NOW)[1]}
    month = rows["31만명"]
    assert rows["30만9천명"] == f"{int(month[:4]) - 1}{month[4:]}"
    assert rows["0.3%"] == month


def test_a_target_of_last_year_and_what_was_reached_are_of_that_year():
    text = "시는 지난해 목표였던 5천개보다 300개 많은 5천300개의 일자리를 만들었다."
    assert {row.period for row in read(text, published=NOW)[1]} == {str(int(NOW[:4]) - 1)}


def test_the_last_year_of_a_list_is_not_carried():
    text = "도는 올해 90명, 2027년 120명, 2028년 140명을 뽑는다. 정착 지원금은 한 달 100만 원이다."
    assert of("100만 원", text, published=NOW).period is None


def test_the_years_that_a_sentence_spans_are_not_one_of_them():
    text = "인구는 2021년 41만 명에서 2025년 37만 명으로 줄었다. 이 기간 고용률은 42.7%로 올랐다."
    assert of("42.7%", text, published=NOW).period is None


def test_a_headline_without_a_time_takes_that_of_the_lead():
    text = "고용률 61.2%…여성은 52.3%\n지난달 취업자는 31만명이다."
    assert of("61.2%", text, title=True, published="2025-12-10").period == "2025-11"


def test_what_holds_every_year_takes_no_year():
    text = "구는 올해 일자리 500개를 만들 계획이다.\n해마다 80명을 뽑는다."
    assert of("80명", text, published=NOW).period is None


def test_a_sum_for_the_whole_year_in_an_article_on_a_quarter():
    text = "3분기 매출은 4천억원이다.\n연간 매출 목표는 1조5천억원이다."
    row = of("1조5천억원", text, published="2026-10-30")
    assert (row.period, row.year) == ("2026", 2026)


def test_the_year_that_a_deadline_counts_for_is_its_last():
    row = of("1천개", "2028년까지 일자리 1천개를 만든다.")
    assert (row.year, row.period_basis) == (2028, "stated")


def test_nothing_is_resolved_without_a_date():
    assert of("940개", "올해 일자리 940개를 만든다.").period is None


def test_the_year_in_the_name_of_an_event():
    text = "구는 ‘2025 마을 일자리 평가’에서 3위에 올랐다."
    assert of("3위", text, published=NOW).period == "2025"


def test_a_bare_relative_word_governs_and_is_no_record_itself():
    rows = read("올해 일자리 940개를 만든다.", published=NOW)[1]
    assert [row.text for row in rows] == ["940개"]


def test_every_period_is_edtf():
    for mention, text, _ in SENTENCES:
        period = of(mention, text, published=NOW).period
        assert period is None or parse_edtf(period)


CLASSES = [
    # the quarters and months of a series have each their own year
    (
        "335만원",
        "분기별 값은 2019년 1분기 310만원, 2분기 335만원, 2020년 1분기 380만원, 2분기 401만원으로 올랐다.",
        None,
        "2019-04/2019-06",
    ),
    (
        "401만원",
        "분기별 값은 2019년 1분기 310만원, 2분기 335만원, 2020년 1분기 380만원, 2분기 401만원으로 올랐다.",
        NOW,
        "2020-04/2020-06",
    ),
    ("335만원", "분기별 값은 '19.1분기 310만원, 2분기 335만원, 3분기 380만원으로 올랐다.", NOW, "2019-04/2019-06"),
    # a past that something is only compared with goes no further
    (
        "395만원",
        "전세가는 2015년 1분기 210만원보다 64만원 올랐다.\n동네별로는 솔밭동이 420만원, 은행동이 395만원이었다.",
        None,
        None,
    ),
    # all since a year, but not a rank since then
    ("9만 명", "1998년 이후 청년이 모두 9만 명 빠져나갔다.", NOW, "1998/.."),
    ("9만 명", "1998년 이후 가장 많은 9만 명이 찾았다.", NOW, None),
    # a share of growth is of the time that grows, not of the one before
    ("142%", "3분기 매출은 1840억원으로 작년 동기 760억원 대비 142% 늘었다.", "2025-11-28", "2025-07/2025-09"),
    # the days of a survey, not the day on which it is told of
    (
        "61.2%",
        "도는 28일 설문조사 결과를 발표했다. 조사는 지난달 21일부터 23일까지 했다.\n응답자 중 61.2%가 찬성했다.",
        "2025-12-28",
        "2025-11-21/2025-11-23",
    ),
    # what lies ahead of a survey is not its time
    ("6명", "내년 3월 임기가 끝나는 것을 앞두고 노조원 10명 중 6명은 외부 인사를 원했다.", "2025-12-28", None),
]


@pytest.mark.parametrize(
    ("mention", "text", "published", "period"), CLASSES, ids=[f"{m} {p}" for m, _, _, p in CLASSES]
)
def test_period_of_a_class(mention, text, published, period):
    assert of(mention, text, published=published).period == period


def test_no_period_is_anything_but_edtf():
    from jobextract.temporal import edtf

    text = "이날 오전 9시까지 92.5㎜, 13월 2일까지 3명, 2025년 2월 30일 4명, 0시부터 5명, 24시까지 6명, 99분기 7명이다."
    for published in (NOW, None):
        assert all(row.period is None or edtf.valid(row.period) for row in read(text, published=published)[1])


def test_a_comparison_is_seen_through_a_long_bracket_and_a_thing_of_two_words():
    text = "늘솔군은 올해 3만 점을 땄다. 지난해 바다 대회(금 41·은 50·동 79, 3만4,870점)와 견주면 1,542점 올랐다."
    assert of("1,542점", text, published=NOW).period != "2025"


def test_a_year_that_nobody_knows_is_no_other_year() -> None:
    """지난해 on a page without a date: neither the deadline around it nor another year of the page holds for its figures."""
    page = (
        "다온시, 2029년까지 쉼터 400곳 연다\n\n"
        "다온시는 2029년까지 쉼터 400곳을 열겠다고 12일 밝혔다.\n"
        "시는 쉼터를 실내 쉼터 210곳, 나무 그늘 120곳, 물가 쉼터 70곳으로 나눠 짓는다. 동마다 한 곳은 밤에도 문을 연다.\n"
        "시는 민선 동안 쉼터를 만드는 일에 힘을 기울여 왔다. 더위를 피할 곳이 모자란다는 말이 많았다.\n"
        "지난해에는 목표 80곳보다 5곳 많은 85곳을 열어 달성률 106.3%를 기록했다.\n"
        "시는 쉼터마다 돌봄 인력 3명을 두고 저녁에도 문을 열 계획이다. 이용료는 받지 않는다.\n"
        '이용자 만족도는 2029년 90%까지 높인다. 시장은 "그늘이 모자란 동네부터 짓겠다"고 말했다.'
    )
    figures = {record.text: record.period for record in extract(page).records}
    assert figures["400곳"] == "../2029"
    assert figures["80곳"] is None and figures["85곳"] is None and figures["106.3%"] is None
