"""A target and what came of it where the text calls neither by name: which two may be set against each other, and what then is told of both."""

import pytest
from figures import read

from jobextract.attributes.goals.couples import choice as couples
from jobextract.attributes.goals.couples import facts as couple_facts
from training.figures import desks
from training.pages import LabelledPage

#: what makes the sentence one of an article
AROUND = (
    "센터는 지난해 상담 창구를 2곳 열었다.\n창구에는 직원 9명이 일한다.\n{}\n"
    "강사 14명이 수업을 맡았다.\n방문객은 하루 40명 안팎이다.\n건물은 3층이다.\n주차장은 80면이다."
)


def desk(text):
    page = LabelledPage("page", "author", text, ["B"] * (text.count("\n") + 1), [{"published": "2025-01-05"}], [])
    return next(iter(desks(page)))


def told(text):
    drafts = desk(text).drafts
    return [(one.mention.text, other.mention.text) for one, other in couples.candidates(drafts)]


def test_a_figure_may_be_set_against_the_next_of_its_measure():
    assert told("사람 45명을 넘겨 7곳에 52명을 보냈고 3명이 남았다.") == [("45명", "52명"), ("52명", "3명")]


def test_a_figure_far_behind_or_of_another_measure_is_set_against_none():
    assert told(f"사람 45명을 보냈다. {'길이 멀다. ' * 30}곧 52명이 왔다.") == []
    assert told("사람 45명을 7곳에 보냈다.") == []


def test_facts_know_the_size_and_no_digits():
    def facts(text):
        return couple_facts.facts(*next(couples.candidates(desk(text).drafts)), text)

    one, other = facts("사람 45명을 넘겨 52명을 보냈다."), facts("사람 450명을 넘겨 520명을 보냈다.")
    assert one == other and one != facts("사람 45명을 넘겨 490명을 보냈다.")


@pytest.mark.parametrize(
    ("target", "result", "sentence"),
    [
        ("70명", "83명", "교육생은 70명을 뽑으려 했는데 83명이 들어왔다."),
        ("70명", "51명", "수료생은 51명으로 센터가 잡은 70명에 못 미쳤다."),
        ("70명", "83명", "훈련 인원은 83명으로 애초 바란 70명을 웃돌았다."),
        ("60곳", "38곳", "기업 60곳을 찾겠다던 센터는 38곳을 찾았다."),
    ],
)
def test_both_have_a_status_in_the_light_of_each_other(target, result, sentence):
    _, records = read(AROUND.format(sentence), published="2025-01-05")
    statuses = {record.text: record.status for record in records}
    assert (statuses[target], statuses[result]) == ("target", "actual")


@pytest.mark.parametrize(
    "sentence",
    ["수료생은 2023년 70명에서 지난해 83명으로 늘었다.", "여성은 83명, 남성은 70명이 배웠다."],
)
def test_two_results_are_no_couple(sentence):
    _, records = read(AROUND.format(sentence), published="2025-01-05")
    assert {record.status for record in records if record.text in ("70명", "83명")} == {"actual"}


def statuses(text):
    return {record.text: record.status for record in read(text)[1]}


def test_two_lists_told_one_after_the_other_are_targets_and_results():
    told = statuses("목표는 서구 80%, 동구 70%인데 각각 75%, 71%였다.")
    assert (told["80%"], told["70%"], told["75%"], told["71%"]) == ("target", "target", "actual", "actual")
    told = statuses("구는 각각 목표 60곳과 40곳을 정했는데 각각 66곳과 31곳을 열었다.")
    assert (told["60곳"], told["40곳"], told["66곳"], told["31곳"]) == ("target", "target", "actual", "actual")


def test_a_target_and_its_result_are_no_list_of_targets():
    text = "구는 목표 100곳과 실적 90곳을 각각 50곳과 40곳 웃돌았다."
    desks_of = desk(text)
    assert not any({"50곳", "40곳"} & {one.mention.text for one in pair} for pair in desks_of.pairing.found)


def test_nothing_has_come_yet_of_a_target_for_a_coming_year():
    drafts = desk(AROUND.format("내년 일자리 650개를 만들고자 한다. 지난해 일자리 598개를 만들었다.")).drafts
    sure = {id(draft): (0, 0, 0) for draft in drafts}
    told = [(one.target.mention.text, one.result.mention.text) for one in couples.found(drafts, "", sure)]
    assert ("650개", "598개") not in told


def test_what_stands_side_by_side_behind_each_are_targets_both():
    told = statuses("안성시와 평택시는 내년 일자리 목표를 각각 1만3천개, 2만7천개로 잡고 있다.")
    assert told == {"1만3천개": "target", "2만7천개": "target"}


def test_figures_whose_own_statuses_are_far_from_a_couple_are_not_weighed(monkeypatch):
    text = "교육생은 70명을 뽑으려 했는데 83명이 들어왔다."
    drafts = desk(text).drafts
    weighed = []
    monkeypatch.setattr(couples, "facts", lambda *given: weighed.append(given) or ["bias"])

    def found(lead):
        scores = [lead if status == "actual" else 0 for status in couples.STATUSES]
        couples.found(drafts, text, {id(draft): scores for draft in drafts})
        return len(weighed)

    assert found(couples.UNLIKELY * couples.SHARE) == 1
    assert found(couples.UNLIKELY * couples.SHARE + 1) == 1
