"""Aimed at, announced or so; a difference or a result: one sentence a cue and a trap, and every cue's own sentences."""

import pytest
from figures import of, read

from jobextract import rulebook, statuses
from jobextract.claims import names
from jobextract.phrases import read as words
from jobextract.subjects import Bodies

SENTENCES = [
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
    ("열두 분", "손님은 하루 열두 분쯤 오세요.", "actual"),
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
]


@pytest.mark.parametrize(("mention", "text", "status"), HEADLINES, ids=[m for m, _, _ in HEADLINES])
def test_a_headline_that_breaks_off_at_a_noun(mention, text, status):
    assert of(mention, text, title=True).status == status


def test_a_year_that_is_over_makes_the_present_tense_actual_and_one_to_come_a_plan():
    text = "청년 고용률은 지난해 51.0%에서 2028년 55.5%로 높인다."
    rows = {row.text: row.status for row in read(text, published="2026-03-02")[1]}
    assert (rows["51.0%"], rows["55.5%"]) == ("actual", "plan")


def test_what_a_budget_bill_allots_is_planned_whatever_the_tense():
    text = "도, 추경안 4천억원 제출\n도는 추경안을 짜 도의회에 냈다.\n경로당 냉방비에 64억원을 배정했다."
    assert of("64억원", text, title=True).status == "plan"
    assert of("64억원", "도는 경로당 냉방비에 64억원을 배정했다.").status == "actual"


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


def test_without_an_announcement_the_same_words_tell_what_is_so():
    assert of("900억 원", "지난해 다리가 놓였다.\n사업비는 900억 원이다.").status == "actual"


def test_yearly_figures_that_make_up_a_target_are_targets():
    text = "시는 일자리 6천개 창출을 목표로 세웠다.\n해마다 만들 일자리는 올해 1천개, 2026년 2천개, 2027년 3천개다."
    rows = [row for row in read(text, published="2025-03-04")[1] if row.kind == "count"]
    assert [row.status for row in rows] == ["target"] * 4


CHANGES = [
    ("2만4천명", "지난달 실업자가 2만4천명 줄었다.", "decrease"),
    ("31억원", "예산이 31억원 늘어난 840억원이다.", "increase"),
    ("840억원", "예산이 31억원 늘어난 840억원이다.", None),
    ("1.3%p", "고용률이 1.3%p 떨어졌다.", "decrease"),
    ("5천명", "가입자가 5천명으로 늘었다.", None),
    ("5천명", "제조업에서 5천명, 건설업에서 3천명 줄었다.", "decrease"),
]


@pytest.mark.parametrize(("mention", "text", "change"), CHANGES, ids=[f"{m} {c}" for m, _, c in CHANGES])
def test_change(mention, text, change):
    assert of(mention, text).change == change


def _examples(key):
    return [(cue, line) for cue in rulebook.load().cues for line in getattr(cue, key)]


def _deciding(cue, line):
    """The ids of the cues that decide the marked figures of a cue's own sentence."""
    book = rulebook.load()
    cues = statuses.book(book)
    text = line.replace("{{", "").replace("}}", "")
    if cue.field in ("status.bill", "status.offer", "status.terms"):
        return {found.cue for found in [statuses.first(text, cues.cues(cue.field))] if found}
    marked = [part.split("}}")[0] for part in line.split("{{")[1:]]
    headline = cue.field.startswith("status.title")
    found = [row for row in read(text, title=headline)[1] if row.text in marked]
    assert found, f"no figure of {line} is a record"
    mentions = [_mention(row) for row in found]
    section = "title" if headline else "body"
    sentence = words(text, 0, len(text), mentions, section, 0)
    bodies = Bodies(None, [sentence], text, names(book))
    figures = [i for i, word in enumerate(sentence.words) if word.mention]
    if cue.field.startswith("change"):
        return {statuses.change(text, sentence, i, cues).cue for i in figures}
    return {statuses.status(text, sentence, i, cues, bodies.is_body).cue for i in figures}


def _mention(row):
    from jobextract.model import Mention

    return Mention(start=row.start, end=row.end, text=row.text, kind=row.kind, value=row.value, unit=row.unit)


@pytest.mark.parametrize(("cue", "line"), _examples("finds"), ids=[f"{c.id}-{i}" for i, (c, _) in enumerate(_examples("finds"))])
def test_a_cue_decides_its_own_sentences(cue, line):
    assert cue.id in _deciding(cue, line)


@pytest.mark.parametrize(("cue", "line"), _examples("ignores"), ids=[f"{c.id}-{i}" for i, (c, _) in enumerate(_examples("ignores"))])
def test_a_cue_leaves_its_traps_alone(cue, line):
    assert cue.id not in _deciding(cue, line)
