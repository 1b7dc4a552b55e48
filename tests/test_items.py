"""What a figure counts: one sentence a construction, and the traps beside it."""

import pytest
from figures import of, read

SENTENCES = [
    # the bare noun before the figure
    ("80명", "센터는 수강생 80명을 새로 받았다.", "수강생"),
    ("3천240개", "군은 올해 일자리 창출 3천240개를 목표로 잡았다.", "일자리 창출"),
    ("7.4대 1", "공채 경쟁률 지난해 7.4대 1을 넘었다.", "공채 경쟁률"),
    # the noun behind the counter
    ("75개", "재단이 75개 동아리를 돕는다.", "동아리"),
    ("5천여개", "3년 동안 5천여개 공공근로 자리를 마련했다.", "공공근로 자리"),
    ("1천120개", "내년까지 1천120개의 돌봄 일자리를 만든다.", "돌봄 일자리"),
    ("4개", "민간 부문 4개 분야에서 사람을 찾는다.", "분야"),
    # the topic or subject
    ("58.3%", "청년 고용률은 58.3%를 기록했다.", "청년 고용률"),
    ("9만3천210명", "읍내 인구 규모는 지난달 기준 9만3천210명이다.", "읍내 인구 규모"),
    ("12.5%", "수출은 3억달러로 12.5% 늘었다.", "수출"),
    ("32.1%", "20~34세 비중이 32.1%로 높다.", "20~34세 비중"),
    ("스무 명", "오늘 모인 아이가 스무 명이다.", "아이"),
    # lists: each its own label
    ("44명", "선발 분야는 △숲길지기(62명) △바다돌봄이(44명) 등이다.", "바다돌봄이"),
    ("310건", "내역은 취업 상담 520건, 직업 교육 310건, 창업 컨설팅 41건이다.", "직업 교육"),
    # what something is brought to, and what the money is for
    ("900만 원", "가게 이전 지원금을 900만 원으로 올린다.", "가게 이전 지원금"),
    ("70명", "정원을 40명에서 70명으로 늘린다.", "정원"),
    ("26억원", "노후 상수도 교체에 26억원을 쓴다.", "노후 상수도 교체"),
    ("300만원", "간판 교체비로 300만원을 준다.", "간판 교체비"),
    # deeds
    ("27명", "과정을 마친 사람 가운데 27명이 취업에 성공했다.", "취업"),
    ("512명", "사흘 동안 512명이 참가해 성황을 이뤘다.", "참가"),
    ("11회", "찾아가는 상담회를 열어 11회 운영했다.", "상담회"),
    # parts
    ("18.2%", "응답자의 18.2%가 이직을 생각한다.", "응답자"),
    ("9명", "수강생 12명 중 9명이다.", "수강생"),
    ("1천600명", "재검사 판정을 받은 1천600명은 따로 진료를 받았다.", "재검사 판정"),
    # brackets and comparisons
    ("1.9%", "구직자는 7천300명으로 140명(1.9%) 줄었다.", "구직자"),
    ("2천900톤", "포도 생산량은 지난해 2천900톤보다 300톤 많다.", "포도 생산량"),
    # counters that name the thing, prices
    ("41만 가구", "41만 가구가 쓰는 전기다.", "가구"),
    ("3천800원", "애호박 두 개는 3천800원이다.", "애호박"),
]


@pytest.mark.parametrize(("mention", "text", "item"), SENTENCES, ids=[f"{m} {i}" for m, _, i in SENTENCES])
def test_item(mention, text, item):
    assert of(mention, text).item == item


def test_an_elliptic_list_takes_the_thing_from_the_sentence_before():
    text = "도는 2028년까지 마을카페 60곳을 연다.\n올해 15곳, 2027년 20곳, 2028년 25곳이다."
    rows = [row for row in read(text, published="2026-02-03")[1] if row.kind == "count"]
    assert [(row.text, row.item) for row in rows[1:]] == [("15곳", "마을카페"), ("20곳", "마을카페"), ("25곳", "마을카페")]


def test_a_target_by_years_is_a_target_of_the_thing_named_before():
    text = "군은 2027년까지 일자리 6천300개를 만든다.\n연도별 목표는 올해 3천100개, 2027년 3천200개다."
    rows = [row for row in read(text, published="2026-02-03")[1] if row.kind == "count"]
    assert {row.item for row in rows[1:]} == {"일자리 목표"}


def test_a_group_of_a_breakdown_keeps_what_is_broken_down():
    text = "지난달 취업자는 31만명으로 2천명 늘었다.\n산업별로는 운수업에서 3천명 늘었다."
    assert of("3천명", text).item == "운수업 취업자"


def test_a_table_gives_row_and_column():
    text = "구분 작년 올해\n도로 310억원 355억원\n공원 42억원 40억원"
    assert [row.item for row in read(text)[1]] == ["도로 작년", "도로 올해", "공원 작년", "공원 올해"]


def test_a_quoted_noun_is_a_noun():
    assert of("7만2천명", "구직을 단념한 '그냥 쉼'은 7만2천명이다.").item == "그냥 쉼"


def test_the_body_whose_figure_it_is_is_not_what_is_counted():
    assert of("85개", "광명시는 85개를 골랐다.").item is None


def test_particles_that_belong_to_the_noun_stay():
    assert of("33명", "모집 인원은 △산불지킴이(33명) 등이다.").item == "산불지킴이"


@pytest.mark.parametrize("text", ["올해 2월 3일 문을 연다.", "지난 5월 9일이었다."])
def test_dates_count_nothing(text):
    assert all(row.item is None for row in read(text, published="2026-02-03")[1])
