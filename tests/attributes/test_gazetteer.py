"""Names of municipalities and their codes, by day and by what stands in the text."""

from collections import Counter

import pytest

from jobextract.attributes import gazetteer
from jobextract.rulebook import loader

BOOK = gazetteer.gazetteer(loader.load())


def code(name, text="", day="2025-03-01"):
    return gazetteer.resolve(name, text, day, BOOK).code


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("광명시", "41210"),
        ("광명", "41210"),
        ("경기 광명시", "41210"),
        ("서울 종로구", "11110"),
        ("경기도", "41"),
        ("세종시", "36"),
        ("서울시", "11"),
        ("전남", "46"),
        ("제주", "50"),
        ("울릉군", "47940"),
        ("수원시 장안구", "41110"),
        ("용인특례시", "41460"),
        ("달나라시", None),
    ],
)
def test_names_and_short_forms(name, expected):
    assert code(name) == expected


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("강원도", "2023-06-10", "42"),
        ("강원특별자치도", "2023-06-11", "51"),
        ("춘천시", "2023-06-10", "42110"),
        ("춘천시", "2023-06-11", "51110"),
        ("전라북도", "2024-01-17", "45"),
        ("전북특별자치도", "2024-01-18", "52"),
        ("군위군", "2023-06-30", "47720"),
        ("군위군", "2023-07-01", "27720"),
        ("미추홀구", "2018-07-01", "28177"),
        ("인천 남구", "2018-06-30", "28170"),
        ("인천 서구", "2026-06-30", "28260"),
        ("검단구", "2026-07-01", "28290"),
        ("제물포구", "2026-07-01", "28125"),
        ("목포시", "2026-06-30", "46110"),
        ("목포시", "2026-07-01", "12110"),
        ("여주군", "2013-01-01", "41730"),
        ("여주시", "2014-01-01", "41670"),
    ],
)
def test_the_day_decides_between_codes(name, day, expected):
    assert code(name, day=day) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("서구", "대전 유성구와 서구가 함께 연다.", "30170"),
        ("서구", "서구는 일자리를 늘린다.", None),
        ("인천 서구", "", "28260"),
        ("강서구", "서울시 자치구 가운데 강서구가 크다.", "11500"),
        ("강서구", "부산 사상구와 강서구를 잇는다.", "26440"),
        ("고성군", "강원 속초시와 고성군의 해변.", "51820"),
        ("고성군", "경남 통영시와 고성군의 바다.", "48820"),
        ("고성군", "고성군의 바다.", None),
        ("광주시", "경기 이천시와 광주시의 도자기.", "41610"),
        ("광주", "대전과 부산, 대구에 이어 광주에서도 열린다.", "29"),
        ("광주", "경기 이천시와 여주시, 광주의 도자기.", "41610"),
        ("중구", "중구와 동구.", None),
    ],
)
def test_a_shared_name_is_decided_by_the_text_or_not_at_all(name, text, expected):
    assert code(name, text) == expected


def test_what_the_text_does_not_decide_keeps_its_candidates():
    found = gazetteer.resolve("서구", "서구는 넓다.", "2025-03-01", BOOK)
    assert found.code is None
    assert sorted(place.code for place in found.candidates) == ["26140", "27170", "28260", "29140", "30170"]


def test_early_2026_has_17_provinces_and_226_municipalities():
    places = {place for group in BOOK.places.values() for place in group if place.holds("2026-03-01")}
    assert sum(len(place.code) == 2 for place in places) == 17
    own = [p for p in places if len(p.code) == 5 and p.name not in ("제주시", "서귀포시", "세종시")]
    assert len(own) == 226


def test_every_code_stands_once_at_a_time_and_begins_with_its_province():
    places = {place for group in BOOK.places.values() for place in group}
    for day in ("2016-01-01", "2024-06-01", "2026-08-01"):
        now = [place for place in places if place.holds(day)]
        assert len({place.code for place in now}) == len(now)
        provinces = {place.code for place in now if len(place.code) == 2}
        assert all(place.code[:2] in provinces for place in now)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"경남도": 3, "경상남도": 1}, {"경남도": "경상남도"}),
        ({"강원": 1, "강원도": 1, "강원특별자치도": 2}, {"강원": "강원특별자치도", "강원도": "강원특별자치도"}),
        ({"용인시": 2, "용인특례시": 1}, {"용인시": "용인특례시"}),
        ({"경북": 4, "경북도": 1}, {}),
        ({"경북도": 1, "경남도": 1, "용인시": 1}, {}),
        ({"고성": 1, "고성군": 2}, {}),
        ({"광주시": 3, "광주광역시": 1}, {"광주시": "광주광역시"}),
        ({"광주시": 3, "광주광역시": 1, "경기도": 1}, {}),
    ],
    ids=["province", "renamed", "large city", "the region itself", "others", "shared", "city", "town of another"],
)
def test_the_longest_form_of_a_place_stands_for_the_shorter_ones(said, expected):
    assert gazetteer.in_full(Counter(said), BOOK) == expected


def test_a_province_is_named_as_the_body_that_it_is():
    """Of the bare name of the region and that of its government the article's body is the second, however seldom it is said."""
    assert gazetteer.as_body("충남", ["충남", "공주시", "충남도"], BOOK) == "충남도"
    assert gazetteer.as_body("울산", ["울산", "울산시", "부산시"], BOOK) == "울산시"
    assert gazetteer.as_body("충남", ["충남", "공주시", "전남도"], BOOK) == "충남"
    assert gazetteer.as_body("충남도", ["충남도", "충청남도"], BOOK) == "충남도"
    assert gazetteer.as_body("새벽항공", ["새벽항공", "충남도"], BOOK) == "새벽항공"


def test_without_a_day_a_town_and_the_former_province_of_its_name_are_told_apart_by_the_text_alone():
    assert code("광주시", "광주시는 15일 기업 9곳과 협약을 맺었다.", day=None) is None
    assert code("광주시", "광주시는 광산구에 공장을 짓는 기업을 돕는다.", day=None) != "41610"
    assert code("광주시", "경기도 안의 광주시와 이천시가 도로를 넓힌다.", day=None) == "41610"
    assert code("강원도", day=None) == "51"
