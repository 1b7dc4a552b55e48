"""Aimed at, announced or so; a difference or a result: one sentence a cue and a trap, and every cue's own sentences."""

from pathlib import Path

import pytest
from figures import of, read

from jobextract import extract
from jobextract.attributes import status as statuses
from jobextract.attributes.bodies.entities import names
from jobextract.attributes.goals import cue_book, difference
from jobextract.attributes.subject import Bodies
from jobextract.korean.tokens import read as words
from jobextract.model import Article
from jobextract.rulebook import loader

SENTENCES = [
    ("1만개", "솔빛군은 올해 쉼터 자리 1만개 목표의 69%를 거뒀다.", "target"),
    ("69%", "솔빛군은 올해 쉼터 자리 1만개 목표의 69%를 거뒀다.", "actual"),
    ("500개", "군은 일자리 500개를 내걸어 530개를 만들었다.", "target"),
    ("530개", "군은 일자리 500개를 내걸어 530개를 만들었다.", "actual"),
    ("43%", "고용률은 43%를 바라봤는데 41.6%에 멈췄다.", "target"),
    ("300곳", "군은 지난해 300곳을 돕기로 했다가 174곳만 도왔다.", "target"),
    ("66.0%", "고용률은 65.4%로 군이 내건 66.0%보다 낮았다.", "target"),
    ("65.4%", "고용률은 65.4%로 군이 내건 66.0%보다 낮았다.", "actual"),
    ("600명", "채용 목표치인 600명을 웃도는 730명이 일자리를 얻었다.", "target"),
    ("730명", "채용 목표치인 600명을 웃도는 730명이 일자리를 얻었다.", "actual"),
    ("2천100개", "구는 일자리 2천100개 창출을 목표로 세웠다.", "target"),
    ("90건", "분야별 목표는 취업 상담 240건, 창업 교육 90건입니다.", "target"),
    ("160명", "면접에 온 사람이 160명으로 목표를 넘어섰다.", "actual"),
    ("52곳", "실적은 목표의 절반을 겨우 넘는 52곳이었다.", "actual"),
    ("300명", "군은 3년 전 300명 고용을 약속했다.", "target"),
    ("75억원", "회사는 공장에 75억원을 투자할 계획이라고 밝혔다.", "plan"),
    ("75억원", "회사는 공장에 75억원을 투자하기로 했다.", "plan"),
    ("130명", "시는 안전요원 130명을 더 두겠다고 말했다.", "plan"),
    ("45대", "도는 마을버스 45대를 새로 들인다.", "plan"),
    ("200만원", "구는 한 집에 200만원을 지원합니다.", "plan"),
    ("83명", "봄 과정에서 83명이 수료했다.", "actual"),
    ("4만명", "회원은 4만명에 이른다.", "actual"),
    ("6대", "순찰차 6대가 마을을 돌며 어르신을 살핀다.", "actual"),
    ("27.5%", "여성 비중은 27.5%다.", "actual"),
    ("512명", "행사장에는 512명이 초대됐다.", "actual"),
    ("21명", "모집 인원은 모두 21명이다.", "plan"),
    ("7명", "설문에 답한 7명이 ‘다시 참여하겠다’고 답했다.", "actual"),
    ("2천 명", "정원을 2천 명에서 3천 명으로 늘리기로 했다.", "actual"),
    ("3천 명", "정원을 2천 명에서 3천 명으로 늘리기로 했다.", "plan"),
    ("66.1%", "고용률은 66.1%에서 0.4%포인트 높은 66.5%로 목표를 잡았다.", "actual"),
    ("66.5%", "고용률은 66.1%에서 0.4%포인트 높은 66.5%로 목표를 잡았다.", "target"),
    ("8동", "군은 창고 8동을 더 지어 20동으로 늘릴 계획이다.", "plan"),
    ("13개", "구는 현재 13개 기업과 맺은 협약을 두 배로 늘릴 계획이다.", "actual"),
    ("9곳", "심사에서 80점 이상을 받은 9곳은 지원금을 더 받는다.", "actual"),
    ("52명", "연구원 52명 가운데 여성이 절반이다.", "actual"),
    ("38.2%", "응답률은 도내가 38.2%, 도외가 21.7%이며 나머지는 한 자릿수다.", "actual"),
    ("110명", "돌봄 일자리로는 110명이 봄부터 일하게 된다.", "plan"),
    ("70곳", "다음 달 박람회에는 기업 70곳이 문을 연다.", "plan"),
    ("1.4%", "연구소는 물가 상승률을 1.4%로 예상했다.", "plan"),
    ("11만명", "11만명이 사는 섬에는 병원이 없다.", "actual"),
    # a difference is told with its result, a share with what it is of
    ("18%", "구는 작년보다 18% 많은 640명을 채용할 계획이다.", "plan"),
    ("18%", "작년보다 18% 많은 640명이 취업했다.", "actual"),
    ("20%", "정원의 20%인 40명을 지역 학생으로 뽑기로 했다.", "plan"),
    # the one who is spoken of has done what the clause about him says
    ("9개", "골 9개를 넣은 공격수는 다음 달 대표팀에 간다.", "actual"),
    ("3명", "아이 3명을 낳은 가정은 매달 30만원을 받게 된다.", "plan"),
    # what something is brought to in the present tense is announced
    ("900원", "새벽 버스 요금이 600원에서 900원으로 오른다.", "plan"),
    ("600원", "새벽 버스 요금이 600원에서 900원으로 오른다.", "actual"),
    # a part of what is there already, of a quota, of a budget
    ("80만톤", "정부는 쌀 비축분 80만톤 가운데 9만톤을 풀기로 했다.", "actual"),
    ("9만톤", "정부는 쌀 비축분 80만톤 가운데 9만톤을 풀기로 했다.", "plan"),
    ("500명", "학교는 모집 인원 500명 중 60명을 면접만으로 뽑는다.", "plan"),
    # nouns that call the figure a target
    ("700건", "상담은 700건 목표에 520건만 이뤄졌다.", "target"),
    ("520건", "상담은 700건 목표에 520건만 이뤄졌다.", "actual"),
    ("230대", "보급 실적은 230대로 계획(200대)을 크게 웃돌았다.", "actual"),
    ("200대", "보급 실적은 230대로 계획(200대)을 크게 웃돌았다.", "plan"),
    ("88%", "병원은 접종률을 연말까지 88%로 올린다는 목표를 세웠다.", "target"),
    ("8%", "관장은 대여율을 3%에서 8%로 높이는 것이 목표라고 했다.", "target"),
    ("40척", "조선소는 수주 목표를 지난해(32척)보다 25% 높인 40척으로 잡았다.", "target"),
    ("25%", "조선소는 수주 목표를 지난해(32척)보다 25% 높인 40척으로 잡았다.", "target"),
    ("350명", "공장을 지을 회사들이 약속한 고용 인원은 350명이다.", "target"),
    ("6만㎡", "불탄 숲은 6만㎡로 축구장 열 곳 넓이에 육박한다.", "actual"),
    ("4억원", "올해 축제 예산은 4억원이 책정됐다.", "plan"),
    ("88%", "환자의 88%는 변이 바이러스 XBB다.", "actual"),
    ("700가구", "이달 신도시에서 700가구가 분양된다.", "plan"),
    ("700명", "일당은 회원 700명을 모집해 돈을 챙긴 혐의를 받는다.", "actual"),
    ("398만대", "올해 생산 목표는 지난해 실적(398만대)보다 1.5% 높다.", "actual"),
    ("9천만원", "재판부는 9천만원을 갚은 점을 고려했다고 밝혔다.", "actual"),
    ("640면", "주차장은 640면, 입장료는 4천원이다.", "actual"),
    ("2.1%", "군은 세금이 2.1% 줄어들 것으로 봤다.", "plan"),
    ("7천개", "시는 일자리 7천개를 만들겠다는 내용의 계획을 공시했다.", "target"),
    ("44.1%", "취업률은 44.1%로 떨어져 넉 달째 내림세다.", "actual"),
    ("8천억원", "8천억원을 들여 2031년까지 풍차 30기를 세우는 사업이다.", "plan"),
    ("210개", "단지에는 일자리 210개가 생긴다.", "plan"),
    ("5배", "표를 잃어버리면 요금의 5배를 내야 한다.", None),
    ("월 2만원"[2:], "회원은 월 2만원만 내면 된다.", None),
    ("열두 분", "손님은 하루 열두 분쯤 오세요.", "actual"),
    # what somebody says is so, a copula that joins clauses, adjectives
    ("300명", "연구소는 찬성이 300명(60%), 반대가 200명(40%)이라고 2일 밝혔다.", "actual"),
    ("40%", "연구소는 찬성이 300명(60%), 반대가 200명(40%)이라고 2일 밝혔다.", "actual"),
    ("3억원", "모인 돈이 3억원이어서 한 해를 더 모아야 한다.", "actual"),
    ("3천원", "상추는 한 단에 3천원으로 어제와 비슷하다.", "actual"),
    ("6점", "두 팀은 승점 6점 차다.", "actual"),
    # the whole of a share, what had been
    ("420명", "센터는 직원 420명의 15%인 63명을 줄일 방침이다.", "actual"),
    ("63명", "센터는 직원 420명의 15%인 63명을 줄일 방침이다.", "plan"),
    ("40명", "학교는 40명이던 정원을 60명으로 늘릴 계획이다.", "actual"),
    ("70척", "조선소는 배 70척을 더 팔아 목표를 채울 생각이다.", "plan"),
    ("40명", "구는 안내원 40명을 모집하며 시급은 1만2천원이다.", "plan"),
    ("40명", "구는 안내원 40명을 모집하고 교육을 마쳤다.", "actual"),
    # allotted, meant for somebody, once something is done
    ("4억원", "군은 축제 예산을 4억원으로 짰다.", "plan"),
    ("1천300명", "초등학생 1천300명이 대상이다.", "plan"),
    ("300대", "골목에는 감지기 300대를 새로 단다.", "plan"),
    ("3만대", "다리가 개통되면 하루 3만대가 다닌다.", "plan"),
    ("80명", "공사에는 80명이 투입되고 완공 뒤에는 40명을 더 뽑는다.", "plan"),
]


@pytest.mark.parametrize(("mention", "text", "status"), SENTENCES, ids=[f"{m} {s}" for m, _, s in SENTENCES])
def test_status(mention, text, status):
    assert of(mention, text).status == status


HEADLINES = [
    ("1만5천개", "해돋이시, 내년 일자리 1만5천개 목표", "target"),
    ("30만명", "바다숲길 방문객 30만명 돌파", "actual"),
    ("1.2%", "석 달째 내림세…실업률 1.2% 하락", "actual"),
    ("20억", "골목시장에 20억 푼다", "plan"),
    ("90명", "숲 해설사 90명 모집", "plan"),
    ("31억", "‘31억 투자사기’ 일당 항소심서 감형", "actual"),
    ("4.1%p", "두 후보 격차 4.1%p, 오차범위 안", "actual"),
    ("91%", "수두 환자 급증…초등생이 91%", "actual"),
    ("720세대", "달맞이지구 첫 분양 720세대…봄 입주", "plan"),
    ("16대", "산골 마을에 통학버스 16대 제공", "plan"),
    ("3천 명", "17개 마을에서 3천 명 일자리 기대", "plan"),
    ("5천명", "골목상권 살린다…상인 5천명 혜택", "plan"),
    ("7명", "새내기 10명 중 7명은 자취", "actual"),
]


@pytest.mark.parametrize(("mention", "text", "status"), HEADLINES, ids=[m for m, _, _ in HEADLINES])
def test_a_headline_that_breaks_off_at_a_noun(mention, text, status):
    assert of(mention, text, title=True).status == status


def test_a_rate_that_is_to_be_brought_to_a_level_is_aimed_at_and_what_it_was_is_so():
    text = "청년 고용률은 지난해 51.0%에서 2028년 55.5%로 높인다."
    rows = {row.text: row.status for row in read(text, published="2026-03-02")[1]}
    assert (rows["51.0%"], rows["55.5%"]) == ("actual", "target")


def test_what_a_budget_bill_allots_is_planned_whatever_the_tense():
    text = "도, 추경안 4천억원 제출\n도는 추경안을 짜 도의회에 냈다.\n경로당 냉방비에 64억원을 배정했다."
    assert of("64억원", text, title=True).status == "plan"
    assert of("64억원", "도는 경로당 냉방비에 64억원을 배정했다.").status == "actual"


def test_a_share_of_what_a_budget_bill_allots_is_planned():
    text = (
        "시는 내년 예산안 9천억원을 의회에 냈다.\n복지에는 전체의 31%인 2천790억원을 배정했다. 자립도는 12%에 그친다."
    )
    assert of("31%", text, published="2026-11-02").status == "plan"
    assert of("12%", text, published="2026-11-02").status == "actual"


def test_what_a_budget_bill_is_compared_with_and_what_is_owed_already_are_so():
    text = (
        "군은 2027년도 예산안을 의회에 냈다.\n올해 예산 5천억원보다 4% 늘었다. 복지가 1천억원으로 20%를 차지한다.\n"
        "출산지원금은 300만원에서 500만원으로 오른다. 빚은 9월 말 기준 70억원이다."
    )
    told = [
        of(m, text, published="2026-11-02") for m in ("5천억원", "4%", "1천억원", "20%", "300만원", "500만원", "70억원")
    ]
    assert [row.status for row in told] == ["actual", "plan", "plan", "plan", "actual", "plan", "actual"]
    assert [row.period for row in told] == ["2026", "2027", "2027", "2027", "2026", "2027", "2026-09"]


def test_a_sentence_that_only_qualifies_the_last_one_is_of_its_status():
    planned = "군은 올해 일꾼 700명을 들인다. 지난해 560명보다 25% 많은 규모다."
    done = "군은 올해 일꾼 700명을 들였다. 지난해 560명보다 25% 많은 규모다."
    assert (of("25%", planned).status, of("560명", planned).status) == ("plan", "actual")
    assert of("25%", done).status == "actual"
    assert (
        of("10%", "내년 학생은 30만명으로 줄 전망이다. 올해(33만명)보다 10% 적다.", published="2026-03-02").status
        == "plan"
    )


def test_parts_that_nearly_make_up_a_planned_total_are_planned_and_for_its_time():
    text = "정부는 발전 설비를 2032년까지 90GW로 늘리기로 했다. 태양광이 60GW, 풍력이 22GW다."
    assert (of("60GW", text).status, of("60GW", text).period) == ("plan", "../2032")
    hired = "회사는 하반기에 1천명을 뽑는다. 지난해 하반기(800명)보다 200명 많다."
    assert of("800명", hired, published="2026-03-02").status == "actual"
    assert of("60GW", "발전 설비는 90GW다. 태양광이 60GW, 풍력이 22GW다.").status == "actual"


def test_a_sentence_without_figures_makes_its_paragraph_speak_of_targets():
    text = "올해 목표는 엇갈렸다. 고래시는 900명으로 올리고, 물개시는 700명으로 내렸다.\n지난해는 달랐다. 고래시는 800명으로 늘었다."
    assert [of(m, text).status for m in ("900명", "700명", "800명")] == ["target", "target", "actual"]


def test_a_headline_without_a_verb_follows_the_text_below_it():
    told = "새벽항공 탑승률 91%…세계 3위\n새벽항공은 지난달 승객을 90만명 태웠다.\n탑승률은 91%로 세계 3위에 올랐다."
    assert [of(m, told, title=True).status for m in ("91%", "3위")] == ["actual", "actual"]
    planned = "산나물시 버스 12대\n산나물시는 내년에 마을버스 20대를 더 두기로 했다."
    assert of("12대", planned, title=True).status == "plan"


def test_a_figure_that_its_headline_calls_a_target_is_one_in_the_body():
    text = "들꽃시 올해 일자리 8천400개 목표\n들꽃시는 일자리 8천400개를 만들기로 했다."
    assert [row.status for row in read(text, title=True)[1] if row.text == "8천400개"] == ["target", "target"]


def test_the_parts_of_a_plan_are_planned():
    text = "대학은 신입생 900명을 뽑는다.\n인문 350명, 자연 410명, 예술 140명이다."
    assert {row.status for row in read(text)[1]} == {"plan"}


def test_a_headline_learns_from_the_body():
    text = "공공일자리 410개…골목 살린다\n구는 지난해 공공일자리 410개를 만들었다."
    assert of("410개", text, title=True, published="2026-03-02").status == "actual"


OFFER = "늘봄건설, 솔숲마을에 820세대 분양\n늘봄건설이 20일 솔숲마을에 견본주택을 연다.\n"


def test_the_terms_of_flats_on_sale_are_planned_and_what_is_so_beside_them_is_not():
    text = OFFER + "녹지율은 38%이고 계약금은 10%다.\n9만세대가 사는 솔숲시는 집을 찾는 사람이 많다."
    rows = {row.text: row.status for row in read(text, title=True, published="2025-03-04")[1]}
    assert (rows["38%"], rows["10%"], rows["9만세대"]) == ("plan", "plan", "actual")


def test_what_an_announcement_costs_and_pays_is_announced_with_it():
    text = "회사는 공장을 지어 4만㎡를 쓸 계획이다.\n투자비는 900억 원 내외, 새 일자리는 120개다."
    rows = {row.text: row.status for row in read(text, published="2025-03-04")[1]}
    assert (rows["900억 원 내외"], rows["120개"]) == ("plan", "plan")


def test_the_present_tense_behind_a_plan_goes_on_with_it_and_habits_do_not():
    text = "도서관은 열람석 120석을 더 놓기로 했다. 이동식 서가 9대도 손본다. 도서관에서는 40명이 일한다."
    rows = {row.text: row.status for row in read(text)[1]}
    assert rows == {"120석": "plan", "9대": "plan", "40명": "actual"}


def test_a_group_that_a_clause_tells_apart_is_not_the_one_planned_for():
    text = "올해 대학 90곳은 2천명을 면접으로 뽑는다. 시험을 없앤 대학은 12곳이다."
    assert of("12곳", text, published="2026-03-02").status == "actual"


def test_what_was_so_before_a_difference_is_no_part_of_the_plan():
    text = "내년 시급은 1만2천원으로 오를 전망이다. 올해(1만1천500원)보다 500원 오른 금액이다."
    assert [of(m, text, published="2026-03-02").status for m in ("1만1천500원", "500원")] == ["actual", "plan"]


def test_what_something_was_is_no_part_of_what_is_announced():
    text = "시는 공연장을 짓기로 했다. 올해 예산은 21억원이었다."
    assert of("21억원", text, published="2026-03-02").status == "actual"


def test_without_an_announcement_the_same_words_tell_what_is_so():
    assert of("900억 원", "지난해 다리가 놓였다.\n사업비는 900억 원이다.").status == "actual"


def test_yearly_figures_that_make_up_a_target_are_targets():
    text = "시는 일자리 6천개 창출을 목표로 세웠다.\n해마다 만들 일자리는 올해 1천개, 2026년 2천개, 2027년 3천개다."
    rows = [row for row in read(text, published="2025-03-04")[1] if row.kind == "count"]
    assert [row.status for row in rows] == ["target"] * 4


def test_an_aim_that_is_moved_by_so_much_is_an_aim_where_it_ends():
    text = "도는 올해 수출 목표를 당초보다 4억 달러 늘려 62억 달러로 수정했다고 5일 밝혔다."
    assert of("62억 달러", text, published="2026-03-05").status == "target"


def test_an_aim_that_was_announced_once_is_an_aim():
    text = "앞서 구는 2028년까지 돌봄 일자리 4천2백개 창출, 취업률 61.5% 달성이라는 일자리 목표를 공시한 바 있다."
    assert [of(m, text, published="2026-03-05").status for m in ("4천2백개", "61.5%")] == ["target", "target"]


CHANGES = [
    ("2만4천명", "지난달 실업자가 2만4천명 줄었다.", "decrease"),
    ("31억원", "예산이 31억원 늘어난 840억원이다.", "increase"),
    ("840억원", "예산이 31억원 늘어난 840억원이다.", None),
    ("1.3%p", "고용률이 1.3%p 떨어졌다.", "decrease"),
    ("5천명", "가입자가 5천명으로 늘었다.", None),
    ("5천명", "제조업에서 5천명, 건설업에서 3천명 줄었다.", "decrease"),
    ("4.1%", "실업자는 3만명(4.1%) 줄었다.", "decrease"),
    ("27만원", "집세가 1년 새 27만원(8.8%)이 급등했다.", "increase"),
    ("30%", "회원은 300명(30%)으로 늘었다.", None),
    ("2만명", "산업별로는 운수업(2만명, 3.3%), 숙박업(1만명, 2.5%) 등에서 늘었다.", "increase"),
    ("3.3%", "산업별로는 운수업(2만명, 3.3%), 숙박업(1만명, 2.5%) 등에서 늘었다.", "increase"),
    ("7억원", "위로금 7억원을 준 은행은 두 곳이다.", None),
]


@pytest.mark.parametrize(("mention", "text", "change"), CHANGES, ids=[f"{m} {c}" for m, _, c in CHANGES])
def test_change(mention, text, change):
    assert of(mention, text).change == change


def _examples(key):
    return [(cue, line) for cue in loader.load().cues for line in getattr(cue, key)]


def _deciding(cue, line):
    """The ids of the cues that decide the marked figures of a cue's own sentence."""
    book = loader.load()
    cues = cue_book.book(book)
    text = line.replace("{{", "").replace("}}", "")
    if cue.field in ("status.bill", "status.offer", "status.terms"):
        return {found.cue for found in [cue_book.first(text, cues.cues(cue.field))] if found}
    marked = [part.split("}}")[0] for part in line.split("{{")[1:]]
    headline = cue.field.startswith("status.title")
    found = [row for row in read(text, title=headline)[1] if row.text in marked]
    assert found, f"no figure of {line} is a record"
    mentions = [_mention(row) for row in found]
    section = "title" if headline else "body"
    sentence = words(text, 0, len(text), mentions, section, 0)
    bodies = Bodies(Article(number=1, first_line=1, last_line=1), [sentence], text, names(book))
    figures = [i for i, word in enumerate(sentence.words) if word.mention]
    if cue.field.startswith("change"):
        return {difference.change(text, sentence, i, cues).cue for i in figures}
    return {statuses.status(text, sentence, i, cues, bodies.is_body).cue for i in figures}


def _mention(row):
    from jobextract.model import Mention

    return Mention(start=row.start, end=row.end, text=row.text, kind=row.kind, value=row.value, unit=row.unit)


@pytest.mark.parametrize(
    ("cue", "line"), _examples("finds"), ids=[f"{c.id}-{i}" for i, (c, _) in enumerate(_examples("finds"))]
)
def test_a_cue_decides_its_own_sentences(cue, line):
    assert cue.id in _deciding(cue, line)


@pytest.mark.parametrize(
    ("cue", "line"), _examples("ignores"), ids=[f"{c.id}-{i}" for i, (c, _) in enumerate(_examples("ignores"))]
)
def test_a_cue_leaves_its_traps_alone(cue, line):
    assert cue.id not in _deciding(cue, line)


CLASSES = [
    ("5천 명", "지난 한 해 5천 명 넘는 자연감소가 일어난 섬은 더욱 심각합니다.", "actual"),
    ("40~90㎜", "내일부터 모레까지 예상 강수량은 나루 40~90㎜, 한들 20~60㎜ 등이다.", "plan"),
    ("38만호", "정부가 내년 공급하기로 한 집은 모두 38만호입니다.", "plan"),
    ("6120명", "유형별 일자리 공급계획은 공공부문 6120명, 직업훈련 280명, 취업 알선 1340건이다.", "plan"),
    ("820억원", "한들시의 내년도 체육 예산은 국비 820억원 등 1230억원으로 올해 1010억원 대비 21.8% 늘어났다.", "plan"),
    ("3만 원", "햄버거 값이 3만 원을 훌쩍 넘지만 30일부터 받는 예약 2천 석이 금세 찼다.", "actual"),
    ("6명", "내년 3월 임기 만료를 앞두고 노조원 10명 중 6명은 외부 인사를 원한다는 조사 결과가 나왔다.", "actual"),
]


@pytest.mark.parametrize(("mention", "text", "status"), CLASSES, ids=[f"{m} {s}" for m, _, s in CLASSES])
def test_status_of_a_class(mention, text, status):
    assert of(mention, text, published="2025-12-28").status == status


def test_the_members_of_a_list_have_one_status() -> None:
    """Six goals of a year told one after the other, two of which by themselves look reached or like nothing."""
    article = extract((Path(__file__).parents[2] / "seeds/plan-2024.txt").read_text(encoding="utf-8"))
    members = ("직접 일자리 3천485개", "직업 능력 개발 1천260건", "고용서비스 3천402건", "고용 인프라 확충 252건")
    listed = [record for record in article.records if record.sentence and all(m in record.sentence for m in members)]
    assert [record.status for record in listed] == ["target"] * 6


@pytest.mark.parametrize(
    ("text", "figure", "change"),
    [
        ("산불이 난 곳은 마을과 1㎞ 떨어진 산이다.", "1㎞", None),
        ("정류장은 시장에서 300m 떨어져 있다.", "300m", None),
        ("저수지 수위가 2m 떨어졌다.", "2m", "decrease"),
        ("일주일에 일하는 시간이 37시간으로 1.3시간 감소했다.", "1.3시간", "decrease"),
        ("구급차가 닿는 시간이 30초 늘었다.", "30초", "increase"),
        ("회의는 3시간 이어졌다.", "3시간", None),
    ],
)
def test_lengths_and_times_are_differences_where_they_fall_or_rise(text: str, figure: str, change: str | None) -> None:
    assert next(record for record in extract(text).records if record.text == figure).change == change
