"""What an article does, what the head of a list says, and pairs of target and result that a text sets against each other."""

import pytest
from figures import of, read

from jobextract.attributes import frame
from jobextract.attributes.goals.heads import is_item, label
from jobextract.rulebook.loader import load
from jobextract.rulebook.schema import FrameRule

BOOK = load()
RULES = [(rule, line) for rule in BOOK.of(FrameRule) for line in (*rule.finds, *rule.ignores)]


@pytest.mark.parametrize(("rule", "line"), RULES, ids=[f"{rule.id}-{number}" for number, (rule, _) in enumerate(RULES)])
def test_a_rule_of_the_frame_on_its_own_headlines(rule, line):
    said = frame.acts(line, BOOK) if rule.field == "act" else (frame.head(line, BOOK),)
    assert (rule.value in said) is (line in rule.finds)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("○ 직접일자리: 목표 4,150개, 실적 4,602개", "직접일자리"),
        ("▲서구: 지난해 목표 9300개", "서구"),
        ("- 고용서비스\t1020개 중 812개", "고용서비스"),
        ("▶나온유 국장=목표는 18만톤이다", None),
        ("시는 올해 목표: 300개를 내걸었다", None),
    ],
)
def test_the_label_of_an_item(line, named):
    assert label(line) == named


def test_running_text_is_no_item_of_a_list():
    assert is_item("▲직접일자리 7420개(412억원)") and not is_item("시는 7420개를 만들었다.")


PAIRED = [
    ("분야별 목표와 실적은 다음과 같다.\n- 훈련\t80개 중 41개(51.3%)", "80개", "41개"),
    ("버스는 지난해 60대 목표에 52대를 놓는 데 그쳤다.", "60대", "52대"),
    ("군은 지난해 청년 90명을 돕기로 했지만 71명만 참여했다.", "90명", "71명"),
    ("연도별 목표와 실적은 2023년 7100개에 7288개, 2024년 7350개에 7514개다.", "7350개", "7514개"),
    ("지난해 감축량은 4만 1천 톤(목표 7만 6천 톤)이다.", "7만 6천 톤", "4만 1천 톤"),
    ("올 들어 보급한 물량은 3,214대다. 연간 목표 4,500대의 71.4% 수준이다.", "4,500대", "3,214대"),
]


@pytest.mark.parametrize(("text", "target", "result"), PAIRED, ids=[target for _, target, _ in PAIRED])
def test_a_target_and_the_result_that_the_text_sets_against_it(text, target, result):
    rows = {row.text: row for row in read(text, published="2025-03-02")[1]}
    assert (rows[target].status, rows[result].status) == ("target", "actual")
    assert rows[target].item == rows[result].item


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("72%", "시는 올해 일자리 목표치 72%를 조기 달성했다."),
        ("67.3%", "올해도 3,902개로 목표(5,800개)의 67.3%에 머물렀다."),
        ("338개", "동구는 목표를 338개 넘긴 5538개를 만들었다."),
        ("절반", "군은 연간 목표의 절반을 벌써 채웠다."),
    ],
)
def test_what_has_been_reached_of_a_target_is_so(share, text):
    assert of(share, text, published="2025-10-02").status == "actual"


def test_a_raised_target_and_a_pair_of_targets_are_no_results():
    text = "가람화학은 올해 매출 목표를 9조원에서 9조4천억원으로 올려 잡았다."
    assert of("9조4천억원", text, published="2025-03-02").status == "target"


DIGITS = [
    "군은 일자리 {}개 창출을 목표로 세웠다.\n분야별로는 직접일자리 {}개, 훈련 {}개다.",
    "공장 두 곳에 {}명을 뽑기로 했다.\n생산에 {}명, 연구에 {}명이다.",
    "모두 {}개를 만들었다. 노인이 {}개, 청년이 {}개다.",
    "취업자는 {}명이다. 목표는 {}명이었고 지난해는 {}명이었다.",
]


@pytest.mark.parametrize("form", DIGITS)
def test_a_status_does_not_hang_on_the_digits(form):
    told = set()
    for numbers in [(900, 600, 300), (900, 700, 150), (317, 614, 288), (300, 300, 300), (521, 521, 107)]:
        rows = read(form.format(*numbers), published="2025-03-02")[1]
        told.add(tuple(row.status for row in rows if row.text[0].isdigit() and row.kind == "count"))
    assert len(told) == 1


def test_what_a_target_is_changed_to_is_one_whatever_the_clause_before_tells():
    text = (
        "한들시 고용률 소식\n청년 고용률은 지난해 41.6%를 달성해 올해는 목표를 43%로 상향해 사업을 벌인다.\n"
        "새 나무는 목표치를 900그루에서 750그루로 낮췄다. 버스 요금은 1,400원에서 1,500원으로 올렸다."
    )
    told = {row.text: row.status for row in read(text, title=True, published="2025-03-25")[1]}
    assert (told["41.6%"], told["43%"], told["750그루"]) == ("actual", "target", "target")
    assert told["1,500원"] != "target"


def test_what_came_of_a_number_that_was_set_is_its_result_in_each_year():
    text = "한들시 고용률\n고용률은 2022년에는 61.0%를 내걸어 60.2%, 2023년에는 61.4%를 내걸어 60.9%에 그쳤다."
    told = [(row.text, row.status) for row in read(text, title=True, published="2025-03-25")[1] if row.unit == "%"]
    assert told == [("61.0%", "target"), ("60.2%", "actual"), ("61.4%", "target"), ("60.9%", "actual")]
