"""Whose figure it is: the body that the rules propose for the article, several bodies in one sentence, quotations."""

import msgspec
import pytest
from figures import of, read

from jobextract.attributes.bodies import (
    body_facts,
    claims,
    entities,
    holding,
    kinds,
    main_body,
    proposals,
    standing,
    tenor,
    topics_before,
)
from jobextract.attributes.items import choice
from jobextract.attributes.subject import Bodies
from jobextract.korean import sentences
from jobextract.korean.tokens import read as words
from jobextract.model import Article, Segment
from jobextract.quantities.recognizer import find
from jobextract.rulebook import loader

NAMES = entities.names(loader.load())
AGAIN = NAMES.offices | NAMES.again


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """A text here is of one or two sentences: what the rules propose is looked at before it is weighed."""
    monkeypatch.setattr(choice, "scorers", lambda: choice.Scorers(None))


LEADS = [
    ("광명시, 청년 공간 늘린다\n광명시는 청년 공간 12곳을 연다고 5일 밝혔다.", "광명시", "41210"),
    ("나눔 일자리 모집\n은평구(구청장 정하늘)가 나눔 일자리 40개를 마련했다.", "은평구", "11380"),
    (
        "인천 서구 고용 평가 1위\n인천 서구(구청장 문가람)는 고용 평가에서 1위에 올랐다고 3일 밝혔다.",
        "인천 서구",
        "28260",
    ),
    ("윤슬기 구미시장 “일자리 늘린다”\n구미시가 일자리 300개를 만든다.", "구미시", "47190"),
    ("해돋이시 청년 수당 신설\n해돋이시는 청년 수당 50만원을 준다고 2일 밝혔다.", "해돋이시", None),
    ("고용노동부, 훈련비 확대\n고용노동부는 훈련비로 800억원을 쓴다고 4일 밝혔다.", "고용노동부", None),
    (
        "달맞이전자 2분기 매출 3천억원\n달맞이전자[012340]는 2분기 매출이 3천억원이라고 7일 공시했다.",
        "달맞이전자",
        None,
    ),
    (
        "2월 수입차 판매 7% 늘어\n지난달 수입차가 2만대 팔렸다.\n관세청이 3일 발표한 자료를 보면 수입액은 9억달러다.",
        "관세청",
        None,
    ),
    (
        "1월 가계대출 줄어\n가계대출이 2조원 줄었다. 11일 한은이 발표한 ‘금융시장 동향’에 따르면 잔액은 900조원이다.",
        "한국은행",
        None,
    ),
    ("석유 3사 실적 엇갈려…노을오일만 흑자\n국내 석유 3사의 실적이 갈렸다.\n노을오일은 3천억원을 벌었다.", None, None),
    ("프로배구 관중 60만명 돌파\n프로배구가 관중 60만명을 넘겼다.", None, None),
    ("출퇴근 버스 늘린다\n소재 업체 가람솔은 통근버스 9대를 새로 들였다.", "가람솔", None),
    ("지난달 취업자 5만명 늘어\n9일 통계청이 발표한 고용동향에 따르면 지난달 취업자는 5만명 늘었다.", "통계청", None),
]


@pytest.mark.parametrize(("text", "subject", "region"), LEADS, ids=[s for _, s, _ in LEADS])
def test_the_body_that_title_and_lead_name(text, subject, region):
    article, rows = read(text, title=True, published="2024-05-07")
    assert (article.subject, article.region) == (subject, region)
    assert all(row.subject == subject for row in rows if row.kind in ("count", "money"))


def test_a_common_noun_that_the_title_begins_with_is_no_body():
    assert read("취업자 12만명 늘었다\n지난달 취업자는 12만명 늘었다.", title=True)[0].subject is None


def test_of_municipalities_told_of_at_once_the_article_is_of_the_first():
    text = "통합 도서관 문 열어\n구리시와 하남시가 도서관을 함께 열었다.\n책은 7만권이다."
    assert read(text, title=True)[0].subject == "구리시"


def test_a_municipality_calls_itself_again():
    text = "군산시, 일자리 늘린다\n군산시가 일자리 대책을 3일 발표했다.\n시는 내년까지 공공근로 240명을 뽑는다."
    assert of("240명", text, title=True).subject == "군산시"


TWO = "수원시는 청년 130명을, 용인시는 중장년 210명을 뽑는다."
BOTH = "두 도시 인구 엇갈려\n수원시 인구는 119만명, 용인시 인구는 108만명이다."


@pytest.mark.parametrize(("mention", "subject"), [("130명", "수원시"), ("210명", "용인시")])
def test_two_municipalities_in_one_sentence_each_have_their_own(mention, subject):
    assert of(mention, TWO).subject == subject


@pytest.mark.parametrize(("mention", "subject"), [("119만명", "수원시"), ("108만명", "용인시")])
def test_a_municipality_that_owns_the_topic(mention, subject):
    assert of(mention, BOTH, title=True).subject == subject


def test_a_short_name_means_the_municipality_named_in_full():
    text = "안산시와 시흥시가 손을 잡았다.\n안산은 버스 30대, 시흥은 버스 22대를 늘린다."
    rows = [row for row in read(text)[1] if row.unit == "대"]
    assert [row.subject for row in rows] == ["안산시", "시흥시"]


QUOTES = "여수시, 관광 일자리 만든다\n여수시는 관광 일자리를 만든다고 2일 밝혔다.\n"


def test_a_quotation_belongs_to_the_body_of_the_speaker():
    text = QUOTES + "순천시 관계자는 “우리도 해설사 35명을 뽑는다”고 말했다."
    assert of("35명", text, title=True).subject == "순천시"


def test_the_office_of_the_speaker_names_the_body():
    text = QUOTES + "한가람 시장은 “안내원 18명을 더 두겠다”고 말했다."
    assert of("18명", text, title=True).subject == "여수시"


def test_the_mayor_of_another_city_speaks_for_that_city():
    text = QUOTES + "“체험장 6곳을 열겠다”고 문솔 광양시장은 덧붙였다."
    assert of("6곳", text, title=True).subject == "광양시"


def test_a_ministry_in_an_article_on_a_city_has_its_own_figures():
    text = QUOTES + "중소벤처기업부는 올해 창업 예산 410억원을 푼다."
    assert of("410억원", text, title=True).subject == "중소벤처기업부"


def test_an_institution_that_the_sentence_is_about():
    text = QUOTES + "바다빛해양교육원은 정원 90명을 채웠다."
    assert of("90명", text, title=True).subject == "바다빛해양교육원"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (QUOTES + "광양시는 사정이 낫다.\n취업률은 63.5%로 올랐다.", "광양시"),
        (QUOTES + "금호타이어는 실적이 좋았다.\n회사는 순이익 33억원을 남겼다.", "금호타이어"),
        (QUOTES + "달맞이정밀 노조는 파업했다.\n회사는 7만원을 말했다.", "달맞이정밀"),
        (QUOTES + "○ 광양시\n나무를 심었다.\n꽃을 심었다.", "광양시"),
        (QUOTES + "광양시는 나무를 심었다.\n▲순천시 나무 32그루에 물을 줬다.", "순천시"),
        (QUOTES + "광양시는 나무를 심었다.\n► 순천시 나무 32그루에 물을 줬다.", "순천시"),
        (QUOTES + "광양시는 나무를 심었다.\nㅇ 순천시 나무 32그루에 물을 줬다.", "순천시"),
        (QUOTES + "광양시는 나무를 심었다.\n② 순천시 나무 32그루에 물을 줬다.", "순천시"),
    ],
    ids=[
        "paragraph",
        "the company",
        "the company of a union",
        "heading",
        "point of a list",
        "another mark",
        "a letter",
        "a number",
    ],
)
def test_what_follows_a_body_may_be_its_own(text, subject):
    page, spoken = _parted(text)[0], _lines(text)
    thread = Bodies(page, spoken, text, NAMES).weighed.earlier.thread(spoken[-1])
    assert thread is not None
    assert thread.name == subject


@pytest.mark.parametrize("line", ["(광양시 나무 32그루에 물을 줬다)", "“광양시 나무 32그루에 물을 줬다”고 한다."])
def test_a_bracket_or_quotation_mark_makes_no_point_of_a_list(line):
    text = QUOTES + line
    page, spoken = _parted(text)[0], _lines(text)
    thread = Bodies(page, spoken, text, NAMES).weighed.earlier.thread(spoken[-1])
    assert thread is not None
    assert thread.name == "여수시"


def test_what_a_bracket_shortens_owns_nothing():
    text = (
        QUOTES + "외국인직접투자(FDI) 목표는 3억달러다. FDI는 2억달러다. 한국바람연구원(KWI)은 2%로 봤다. KWI는 3%다."
    )
    weighed = Bodies(_parted(text)[0], _lines(text), text, NAMES).weighed
    named = {weighed._name(one.words, at) for one in _lines(text) for at in range(len(one.words))}
    assert "FDI" not in named
    assert "KWI" in named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("건강보험심사평가원은 진료비를 본다.\n심평원은 90억원을 돌려받았다.", "건강보험심사평가원"),
        ("심평원은 90억원을 돌려받았다.", "심평원"),
        ("한국철도공사는 열차를 세웠다.\n코레일은 90억원을 잃었다.", "한국철도공사"),
        ("캠코는 90억원을 받았다.", "캠코"),
    ],
)
def test_a_cut_name_is_given_in_full_where_the_article_does(text, name):
    spoken = _lines(text, find(text, 0, len(text), None, None, loader.load()))
    bodies = Bodies(_parted(f"\n{text}")[0], spoken, text, NAMES)
    assert bodies.named(spoken[-1].words[0].stem) == name


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("너른본부세관", True),
        ("달빛지방고용노동청", True),
        ("물결군씨름단", True),
        ("새솔벤처스", True),
        ("지방고용노동청", False),
        ("저비용항공사", False),
        ("시스템반도체", False),
        ("자산운용", False),
    ],
)
def test_the_ending_tells_an_institution_but_not_its_kind(name, body):
    assert entities.is_body_like(name, NAMES) is body


@pytest.mark.parametrize(
    "text",
    ["서해에서 함께 뛰었다\n함정 9척이 서해에 나갔다.", "Q. 얼마나 떠났나요?\n난민은 9만명입니다. Q. 어디로 갔나요?"],
)
def test_a_sea_is_no_district_and_the_mark_of_a_question_no_body(text):
    page, spoken = _parted(text)
    assert not {"서해구", "서해", "Q.", "Q"} & {
        one.text for one in main_body.candidates(page, spoken, text, NAMES, None)
    }


@pytest.mark.parametrize("name", ["덴마크", "우즈베키스탄", "도쿄"])
def test_a_country_or_capital_is_told_as_abroad(name):
    assert kinds.kind_of(name, NAMES) == "abroad"


@pytest.mark.parametrize(
    ("name", "founded"),
    [
        ("국립해달유물관", True),
        ("시립달빛소년소녀합창단", True),
        ("국립바다수목원", True),
        ("국립공원탐방객", False),
        ("국립대학교수", False),
        ("국립공원직원", False),
        ("시립도서관장", False),
    ],
)
def test_institutions_by_how_their_names_begin_and_end(name, founded):
    assert entities.is_founded(name) is founded


class _Counted(set):
    """Names that count how often all of them are looked through."""

    looks = 0

    def __iter__(self):
        _Counted.looks += 1
        return super().__iter__()


def test_names_are_looked_through_once_for_all_that_is_called_by_their_ending():
    bodies = Bodies(Article(number=1, first_line=1, last_line=1), [], "", NAMES)
    bodies.stems = _Counted({"달빛박물관", "해솔박물관", "새해솔박물관"})
    assert [bodies.again("박물관") for _ in range(50)] == [""] * 50
    assert _Counted.looks < 5


def test_a_short_name_is_compared_with_those_alone_that_share_letters_with_it(monkeypatch):
    names, asked = [f"{a}{b}정보진흥원" for a in "가나다라마바사아" for b in "고노도로모보소오"], []
    weighed = Bodies(Article(number=1, first_line=1, last_line=1), [], "", NAMES).weighed
    weighed._often.update(names)
    monkeypatch.setattr(standing, "is_cut_of", lambda short, full: asked.append(full))
    assert weighed.full("가고") == "가고정보진흥원"
    asked.clear()
    for name in names:
        weighed.full(f"{name[:2]}원")
    assert len(asked) < 64 * 64 / 4


def test_what_a_body_calls_itself_is_read_in_its_own_article():
    text = "새롬대 소식\n새롬대는 장학금 3억원을 준다.\n\n다른 소식\n우리 대학 학생이 늘었다."
    page, spoken = _parted(text.split("\n\n")[0])[0], sentences_of(text.split("\n\n")[0])
    seen = proposals.Proposals(page, spoken, NAMES, text)
    assert body_facts.BodyFacts(page, seen, []).ours == set()
    whole = proposals.Proposals(_parted(text)[0], sentences_of(text), NAMES, text)
    assert body_facts.BodyFacts(_parted(text)[0], whole, []).ours == {"대"}
    none = proposals.Proposals(_parted(text)[0], sentences_of(text), msgspec.structs.replace(NAMES, again={}), text)
    assert body_facts.BodyFacts(_parted(text)[0], none, []).ours == set()


def test_bodies_leave_the_sentences_as_they_are():
    text = "해오름누리는 나무를 심었다.\n해오름누리는 꽃을 심었다.\n나무는 해오름누리가 샀다."
    spoken = _lines(text)
    before = [sentence.words for sentence in spoken]
    Bodies(_parted(text)[0], spoken, text, NAMES)
    assert [sentence.words for sentence in spoken] == before


def test_figures_of_nobody_have_no_subject():
    assert of("40명", "골목에는 손님 40명이 줄을 섰다.").subject is None


def test_a_body_in_brackets_compared_with():
    text = "김해시는 고용률이 64.2%로 양산시(61.8%)보다 높다."
    assert [row.subject for row in read(text)[1]] == ["김해시", "양산시"]


FIRMS = "솔빛항공 3분기 매출 2조원\n솔빛항공[098760]은 3분기 매출 2조원을 올렸다고 6일 공시했다.\n"


@pytest.mark.parametrize(
    ("mention", "text", "subject"),
    [
        ("614억원", "2분기에 614억원의 영업손실을 냈던 에어부산 역시 3분기에는 52억원을 남겼다.", "에어부산"),
        ("52억원", "2분기에 614억원의 영업손실을 냈던 에어부산 역시 3분기에는 52억원을 남겼다.", "에어부산"),
        ("778억원", "금호타이어의 연결 기준 영업이익은 778억원이다.", "금호타이어"),
        ("6%", "경쟁사인 누리항공은 매출이 6% 줄었다.", "누리항공"),
        ("1조원", "중국은 매출이 1조원으로 줄었다.", "솔빛항공"),
        ("9%", "유류비는 실적을 9% 깎았다.", "솔빛항공"),
    ],
    ids=["clause before it", "too", "owner", "rival", "a country", "a cost"],
)
def test_a_company_that_takes_over_has_the_figures_of_its_sentence(mention, text, subject):
    assert of(mention, FIRMS + text, title=True).subject == subject


def test_a_bare_institution_is_the_one_that_the_article_names_or_nobody():
    text = QUOTES + "교육청은 돌봄교실을 31곳으로 늘린다."
    assert of("31곳", text, title=True).subject is None
    named = QUOTES + "달빛도교육청이 12개 학교를 살폈다.\n교육청은 돌봄교실을 31곳으로 늘린다."
    assert of("31곳", named, title=True).subject == "달빛도교육청"


@pytest.mark.parametrize("text", ["그는 순천시의 한 식당에서 3명을 만났다.", "순천시에서 광양시까지 3명을 태웠다."])
def test_a_place_that_is_only_passed_owns_nothing(text):
    assert of("3명", QUOTES + text, title=True).subject == "여수시"


def test_a_clause_that_modifies_a_municipality_tells_of_it():
    assert of("4만 명", QUOTES + "4만 명이 사는 보성군은 바다를 낀다.", title=True).subject == "보성군"


@pytest.mark.parametrize("firm", ["달빛금융", "새벽식품", "바다해운", "한울모빌리티"])
def test_a_company_is_known_by_the_ending_of_its_name(firm):
    text = f"누리은행은 1분기 순이익이 3천200억원이라고 공시했다.\n{firm}의 1분기 순이익은 2천100억원이다."
    assert of("2천100억원", text, published="2024-05-02").subject == firm


RIVALS = "편의점 세 곳 실적 엇갈려\n편의점 업계가 2분기 매출 7조2천억원을 올렸다.\n"


@pytest.mark.parametrize(
    ("mention", "text", "subject"),
    [
        ("2조4천억원", "회사별 매출은 누리마트 2조4천억원, 새벽25 1조3천억원 순이다.", "누리마트"),
        ("1조3천억원", "회사별 매출은 누리마트 2조4천억원, 새벽25 1조3천억원 순이다.", "새벽25"),
        ("320곳", "회사별로는 누리마트가 매출 1위다.\n누리마트는 점포 320곳을 새로 냈다.", "누리마트"),
        ("210억원", "한들유통은 점포를 줄이고, 도담팜은 창고에 210억원을 쓴다.", "도담팜"),
        ("4%", "기자재 업체인 태솔밸브만 4% 내렸다.", "태솔밸브"),
        ("2.4%", "영업이익률은 가온식품 3.1%, 누리식품 2.4%로 올랐다.", "누리식품"),
    ],
    ids=[
        "first of a list",
        "next of a list",
        "named in a list before",
        "second clause",
        "called a company",
        "known ending",
    ],
)
def test_companies_told_by_turns_each_have_their_own(mention, text, subject):
    assert of(mention, RIVALS + text, title=True).subject == subject


def test_a_common_noun_with_the_ending_of_a_company_is_none():
    assert of("30%", RIVALS + "재생에너지는 매출의 30%다.", title=True).subject is None


@pytest.mark.parametrize(
    ("mention", "text", "subject"),
    [
        ("812명", "가온대는 812명을 뽑는다.", "가온대"),
        ("5.2대 1", "경쟁률은 가온대 4.1대 1, 샛별대 5.2대 1이다.", "샛별대"),
        ("12%", "지원자 확대는 12%에 그쳤다.", None),
    ],
    ids=["topic", "list", "no university"],
)
def test_universities_by_turns(mention, text, subject):
    assert of(mention, "정시 경쟁률 올라\n서울 대학 정시 모집이 끝났다.\n" + text, title=True).subject == subject


@pytest.mark.parametrize(
    ("mention", "subject"), [("31만2천명", "너울즈"), ("29만명", "푸른사자"), ("1만9천석", "푸른사자")]
)
def test_teams_by_turns_behind_the_names_of_their_towns(mention, subject):
    text = "프로축구 관중 신기록\n프로축구 구단이 관중을 모았다.\n부산 너울즈(31만2천명)가 앞섰고 대구 푸른사자가 29만명을 모았다.\n대구 푸른사자는 1만9천석을 채웠다."
    assert of(mention, text, title=True).subject == subject


def test_a_province_calls_itself_again_where_another_body_leads():
    text = "산림청, 숲 피해 조사\n산림청은 숲 300㏊가 탔다고 4일 밝혔다. 전남도는 이재민을 돕는다. 도는 복구비를 40억원으로 봤다."
    assert of("40억원", text, title=True).subject == "전남도"


def test_the_body_before_the_nouns_that_are_counted():
    text = "질병관리청, 백신 접종 시작\n질병관리청은 접종을 시작한다고 2일 밝혔다.\n정부 비축분 900만 개를 푼다."
    assert of("900만 개", text, title=True).subject == "정부"


def test_a_town_in_a_breakdown_takes_nothing_over():
    text = "통계청, 혼인 통계 발표\n통계청은 혼인이 늘었다고 3일 밝혔다.\n시도별로는 혼인이 부산시에서 늘고 울산시는 30건 줄었다. 이혼은 7천200건이다."
    rows = {row.text: row.subject for row in read(text, title=True)[1]}
    assert (rows["30건"], rows["7천200건"]) == ("울산시", "통계청")


def test_banks_of_the_country_are_no_bank_of_the_article():
    text = "금융감독원, 연체율 발표\n금융감독원은 국내 은행의 연체율이 0.57%라고 4일 밝혔다."
    assert of("0.57%", text, title=True).subject == "금융감독원"


def test_a_company_of_the_same_group():
    text = FIRMS + "같은 그룹의 도담모비스는 매출 5조원을 올렸다."
    assert of("5조원", text, title=True).subject == "도담모비스"


TOWNS = [
    ("30대", "화천 농가 시름\n화천군 감자 농가 20곳이 문을 닫았다.\n군은 트랙터 30대를 산다.", "화천군"),
    ("20곳", "화천 농가 시름\n화천군 감자 농가 20곳이 문을 닫았다.\n군은 트랙터 30대를 산다.", "화천군"),
    ("14t", "반딧불 돌아온 노을군\n노을군 개울 3곳이 되살아났다.\n군은 쓰레기 14t을 치웠다.", "노을군"),
    ("90대", "구름시 마을버스 늘린다\n구름시에 마을버스가 돌아온다.\n시는 마을버스 90대를 더 산다.", "구름시"),
    ("310억원", "물길시의회, 감사 마쳐\n물길시의회가 12일 감사를 끝냈다.\n시는 하수관에 310억원을 썼다.", "물길시"),
    ("7만t", "해양수산부, 김 값 잡는다\n해양수산부가 대책을 냈다.\n해수부는 김 7만t을 푼다.", "해양수산부"),
    ("8만t", "해수부, 미역 값 잡는다\n해수부는 미역 8만t을 푼다.", "해수부"),
]


@pytest.mark.parametrize(("mention", "text", "subject"), TOWNS)
def test_towns_that_no_list_knows_councils_and_ministries_in_full(mention, text, subject):
    assert of(mention, text, title=True).subject == subject


def test_an_occasion_or_a_kind_of_town_is_no_town():
    text = "위성도시 인구 늘었다\n위성도시 인구가 9만명이다.\n시는 버스 30대를 더 산다."
    assert of("30대", text, title=True).subject is None


@pytest.mark.parametrize(
    ("own", "stem"),
    [("전남도", "전남"), ("강원특별자치도", "강원"), ("대전교육청", "대전광역시교육청"), ("대구", "대구시")],
)
def test_another_form_of_the_name_is_the_same_body(own, stem):
    bodies = Bodies(Article(number=1, first_line=1, last_line=1), [], "", NAMES)
    bodies.own = own
    assert bodies.named(stem) == own
    assert bodies.named("부산") == "부산"


PAGES = [
    ("이천시", "주민 현황 알림", "이천시"),
    ("나래군 전자책 서비스", "이 글은 나래군에 있습니다", None),
    (None, "서산시장실\n공약 추진상황", "서산시"),
    ("한밭신문", "여행 가이드", None),
]


@pytest.mark.parametrize(("publisher", "text", "body"), PAGES)
def test_a_page_may_bear_the_name_of_its_body(publisher, text, body):
    page = Article(
        number=1, first_line=1, last_line=1, publisher=publisher, segments=(Segment("body", len(text), len(text)),)
    )
    found = list(main_body.outside(page, text, NAMES))
    assert found == ([body] if body else [])


def test_a_court_is_a_body_and_a_common_noun_is_no_town():
    text = "‘가짜 계약’ 일당 실형\n인천지법 형사2부는 4일 사기 혐의로 기소된 3명에게 실형을 선고했다."
    page, spoken = _parted(text)
    assert "인천지법" in [one.text for one in main_body.candidates(page, spoken, text, NAMES, None)]
    text = "내년 예산 확정\n내년 예산은 3억원이다. 예산은 이사회가 정했다."
    page, spoken = _parted(text)
    assert not {"예산", "예산군"} & {one.text for one in main_body.candidates(page, spoken, text, NAMES, None)}


def test_what_the_text_uses_as_a_name_is_weighed_though_it_is_made_of_common_nouns():
    text = "두레커피 29종 값 올려\n매장 70곳을 둔 두레커피가 값을 올린다. 회사는 원두 탓이라고 했다. 두레커피의 매출은 9억원이다."
    page, spoken = _parted(text)
    assert "두레커피" in [one.text for one in main_body.candidates(page, spoken, text, NAMES, None)]
    text = "우리 학교는 괜찮은가\n본보가 새롬대 자료를 보니 학생 80명이 그만뒀다."
    page, spoken = _parted(text)
    assert "새롬대" in [one.text for one in main_body.candidates(page, spoken, text, NAMES, None)]
    text = "도시철도 손실 늘어\n도시철도는 손님을 8만명 날랐다. 도시철도의 손실이다."
    page, spoken = _parted(text)
    assert "도시철" not in [one.text for one in main_body.candidates(page, spoken, text, NAMES, None)]


@pytest.mark.parametrize(
    "text, name",
    [
        ("관중 넘쳤다\n프로야구 해담 코끼리스가 관중 9만명을 모았다.", "해담 코끼리스"),
        ("시즌권 동났다\n연맹이 센 K리그2 너른FC의 관중은 9천명이다.", "너른FC"),
        ("신입 뽑는다\n한국하늘길관리원은 90명을 뽑는다.", "한국하늘길관리원"),
        ("새내기 둘\n강원 인제군 별그늘초등학교. 학생은 9명이다.", "별그늘초등학교"),
        ("세무조사 시작\n국세청 43명 조사. 국세청은 자료를 모았다.", "국세청"),
    ],
)
def test_clubs_behind_their_league_and_institutions_are_weighed_wherever_they_stand(text, name):
    page, spoken = _parted(text)
    assert name in [one.text for one in main_body.candidates(page, spoken, text, NAMES, None)]


def test_a_province_is_weighed_once_under_its_longest_name():
    text = "경남, 일자리 늘린다\n경상남도는 일자리 3만개를 만든다. 경남도는 예산 9억원을 쓴다. 용인특례시의회는 용인시에 물었다."
    page, spoken = _parted(text)
    bodies = Bodies(page, spoken, text, NAMES)
    named = {one.text for one in bodies.candidates}
    assert {"경상남도", "용인특례시의회"} <= named and not {"경남", "경남도"} & named
    assert [bodies.named(form) for form in ("경남", "경남도", "경상남도")] == ["경상남도"] * 3


def test_words_that_mean_one_body_are_its_forms_and_a_word_that_two_share_is_neither_ones():
    stems = ["저축은행", "선관위", "누리지검", "달빛대", "충남도선거관리위원회", "한울은행", "한울", "모금회", "달빛시"]
    lasts = [
        "충남도선거관리위원회",
        "한울저축은행",
        "누리저축은행",
        "누리지방검찰청",
        "달빛대학교",
        "강원모금회",
        "달빛시의회",
    ]
    assert holding.forms(lasts, stems, NAMES) == {
        "충남도선거관리위원회": ("충남도선거관리위원회",),
        "한울저축은행": ("한울저축은행", "한울은행", "한울"),
        "누리저축은행": ("누리저축은행",),
        "누리지방검찰청": ("누리지방검찰청", "누리지검"),
        "달빛대학교": ("달빛대학교", "달빛대"),
        "강원모금회": ("강원모금회", "모금회"),
        "달빛시의회": ("달빛시의회",),
    }
    assert holding.is_called("달빛대학교", "대") and not holding.is_called("달빛시", "군")


def test_who_speaks_for_a_body_leads_its_figures():
    text = "해담모금회 나무별 회장은 3억원을 모았다.\n작년엔 2억원이었다.\n달빛시가 1억원을 냈다."
    heard = _lines(text, find(text, 0, len(text), None, None, loader.load()))
    names = {"해담모금회": ("해담모금회",), "달빛시": ("달빛시",)}
    assert holding.Holding(heard, names, NAMES, {}).held == {"해담모금회": 2, "달빛시": 1}


def test_the_names_before_a_figure_are_topics_heads_of_lists_and_the_first_of_several():
    text = "○ 새솔은행 : 순이익 늘어\n◆ 관악구\n새솔은행과 두레은행, 한결은행은 다시 밝혔다.\n책을 샀다."
    heard = _lines(text)
    told = topics_before.Topics(heard, lambda words, at: claims.first_named(words, at, NAMES) or words[at].stem, {})
    assert told.leading(heard) == {"새솔은행": 2, "관악구": 1}
    assert told.before(heard[2]) == ["관악구", "새솔은행"]


def test_the_text_stays_on_a_body_until_it_speaks_of_another_whatever_the_article_is_about():
    text = "강북구는 늘렸다.\n책을 샀다.\n이웃 도봉구는 줄였다.\n구는 예산을 깎았다.\n구청장은 웃었다.\n종로구 관계자는 말했다.\n관악구\n300명"
    bodies = {"강북구", "도봉구", "종로구", "관악구"}
    told = topics_before.Topics(
        heard := _lines(text), lambda words, at: words[at].stem if words[at].stem in bodies else None, AGAIN
    )
    threads = [told.thread(sentence) for sentence in heard]
    assert [(one.name, one.how, one.sentences) for one in threads if one] == [
        ("강북구", "named", 0),
        ("강북구", "named", 1),
        ("도봉구", "named", 0),
        ("도봉구", "again", 0),
        ("도봉구", "again", 0),
        ("종로구", "staff", 0),
        ("관악구", "head", 0),
        ("관악구", "head", 1),
    ]
    told = topics_before.Topics(
        heard := _lines("강북구는 늘렸다.\n이 구는 줄였다."), lambda words, at: words[at].stem, AGAIN
    )
    assert told.thread(heard[1]).how == "this"


def test_a_topic_that_ends_one_longer_name_is_that_body_and_holds_its_figures():
    text = "군산의료원은 병상 40개를 둔다.\n의료원은 의사 9명을 뽑는다.\n적자는 3억원이다.\n시민단체는 5명을 모았다."
    heard = _lines(text, find(text, 0, len(text), None, None, loader.load()))
    use = standing.Standing("", heard, text)
    assert use.tails == {"의료원": "군산의료원"}
    names = {"군산의료원": ("군산의료원",), "시민단체": ("시민단체",)}
    held = holding.Holding(heard, names, NAMES, use.tails)
    assert (held.held, held.strict) == ({"군산의료원": 3, "시민단체": 1}, {"군산의료원": 2, "시민단체": 1})


def test_of_a_firm_the_beginning_of_its_name_is_the_firm_and_a_number_before_a_name_is_none():
    bodies = Bodies(Article(number=1, first_line=1, last_line=1), [], "", NAMES)
    bodies.own = "한울머티리얼즈"
    assert bodies.named("한울") == "한울머티리얼즈"
    assert bodies.named("①영천시") == "영천시"
    bodies.own = "대구은행"
    assert bodies.named("대구") == "대구"
    bodies = Bodies(Article(number=1, first_line=1, last_line=1), [], "", NAMES)
    bodies.own = "한국바람공사"
    assert bodies.named("한국") is None


def _lines(text, mentions=()):
    ends = [at for at, letter in enumerate(f"{text}\n") if letter == "\n"]
    starts = [0, *(end + 1 for end in ends)]
    spans = enumerate(zip(starts, ends, strict=False))
    return [words(text, *span, list(mentions), "body", number) for number, span in spans]


def _parted(text):
    end = text.index("\n")
    page = Article(
        number=1, first_line=1, last_line=2, title=text[:end], segments=(Segment("body", end + 1, len(text)),)
    )
    return page, [words(text, 0, end, [], "title", 0), words(text, end + 1, len(text), [], "body", 1)]


def sentences_of(text):
    return [words(text, start, end, [], "body", 0) for start, end in sentences.split(text, 0, len(text))]


def test_a_town_that_no_list_knows_is_known_by_its_head_and_its_desks():
    text = "물결군수는 27일 마을버스를 늘린다고 밝혔다. 해솔군 교통행정과가 조사했다. 금융시장은 조용했다."
    told = entities.with_towns(sentences_of(text), NAMES, text)
    assert told.towns == {"물결군", "해솔군"}


def test_who_only_counted_is_told_from_who_plans():
    text = "통계청이 4일 내놓은 ‘10월 소비자물가동향’을 보면 물가가 2.3% 올랐다. 쌀은 21% 상승했다."
    told = tenor.Tenor("10월 소비자물가 2.3%↑", sentences_of(text), text)
    assert "news counted" in list(told.facts("national"))
    assert "source1of1" in list(told.of_source("통계청", "national", 1))
    plan = "새롬시는 내년 예산 300억원을 편성해 청년 지원 사업을 추진할 계획이라고 밝혔다."
    assert "source0of1" in list(
        tenor.Tenor("새롬시 내년 예산 300억원", sentences_of(plan), plan).of_source("새롬시", "시", 1)
    )
