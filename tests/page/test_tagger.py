"""Lines are kept or dropped as a reader of the page would: each fixture is one family of furniture or one trap."""

from pathlib import Path

import pytest

from jobextract.page import line_rules, tagger
from jobextract.rulebook import loader
from jobextract.wording import reasons

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
SHARED = Path(__file__).parents[3] / "shared"
KEPT = {"B": True, "T": True, "C": True, "X": False, "M": False}
RULES = loader.load()


def judged(text):
    return tagger.judge(text, RULES)


def labelled(folder, labels, name):
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    letters = (labels / f"{name}.lines").read_text(encoding="utf-8").split("\n")
    return text, letters


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.lines")))
def test_every_line_of_a_page_is_judged_as_its_label_says(name):
    text, letters = labelled(PAGES, PAGES, name)
    wrong = [
        (line.number, letter, line.rule, text[line.start : line.end])
        for line, letter in zip(judged(text), letters, strict=False)
        if letter in KEPT and line.keep is not KEPT[letter]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.lines")))
def test_headlines_and_metadata_are_told_from_the_body(name):
    text, letters = labelled(PAGES, PAGES, name)
    roles = {"T": "title", "M": "meta", "B": "body"}
    wrong = [
        (line.number, line.role, text[line.start : line.end])
        for line, letter in zip(judged(text), letters, strict=False)
        if letter in roles and line.role != roles[letter]
    ]
    assert wrong == []


def test_lines_number_the_text_and_point_into_it():
    text = "제목 한 줄\n\n  시는 길을 넓혔다.  \n"
    lines = judged(text)
    assert [line.number for line in lines] == [1, 2, 3, 4]
    assert [text[line.start : line.end] for line in lines] == text.split("\n")
    assert [text[part.start : part.end] for part in lines[2].parts] == ["시는 길을 넓혔다."]


def test_a_glued_line_is_judged_in_parts():
    text = (PAGES / "glued-byline.txt").read_text(encoding="utf-8")
    line = next(line for line in judged(text) if len(line.parts) > 1)
    assert [part.role for part in line.parts] == ["body", "meta"]
    assert text[line.parts[1].start : line.parts[1].end].startswith("/소나기 기자")


def test_spam_is_cut_out_of_a_sentence_where_it_also_stands_alone():
    text = (PAGES / "spam-inside.txt").read_text(encoding="utf-8")
    kept = [text[p.start : p.end] for line in judged(text) for p in line.parts if p.role == "body"]
    assert "관세청은 13일 이같이 밝혔다." in kept
    assert not any("슬롯" in stretch for stretch in kept)


def test_damage_is_flagged_and_not_repaired():
    text = (PAGES / "damaged-text.txt").read_text(encoding="utf-8")
    flags = [flag for line in judged(text) for flag in line.flags]
    assert flags == ["lost-text", "lost-unit"]


def test_every_verdict_can_be_explained():
    ids = {rule.id for rule in RULES.line_rules}
    pages = [path.read_text(encoding="utf-8") for path in PAGES.glob("*.txt")]
    given = {rule for text in pages for line in judged(text) for rule in (line.rule, *(p.rule for p in line.parts))}
    assert [rule for rule in sorted(given - ids) if reasons.verdict(rule, "ko") == rule] == []


def test_a_page_of_furniture_has_no_article():
    text = "로그인 회원가입\n많이 본 뉴스\n1\n저수지에 빠진 송아지 구조\n© 들꽃뉴스 All Rights Reserved.\n"
    assert not any(line.keep for line in judged(text))


@pytest.mark.parametrize("text", ["올해 예산 3억 원", "시는 길 12㎞를 넓혔다.", "", "\n\n"])
def test_a_bare_text_is_its_own_body(text):
    assert all(line.keep for line in judged(text) if text[line.start : line.end].strip())


@pytest.mark.parametrize("rule", RULES.line_rules, ids=lambda rule: rule.id)
def test_a_line_rule_finds_its_own_lines_and_leaves_the_others(rule):
    pattern = RULES.compile(rule.pattern, rule.id)
    found = [line for line in rule.finds if pattern.fullmatch(line) and len(line) <= rule.longest]
    assert found == rule.finds
    assert all(not rule.needs or any(word in line for word in rule.needs) for line in rule.finds)
    assert [line for line in rule.ignores if pattern.fullmatch(line)] == []


@pytest.mark.parametrize("rule", RULES.line_rules, ids=lambda rule: rule.id)
def test_what_a_rule_finds_is_furniture_for_the_whole_book(rule):
    """A line may fall to another rule first, but never to one that would keep what this one drops."""
    for line in rule.finds:
        first = line_rules.family(line, RULES)
        assert first is not None
        assert (first.role in ("body", "caption")) is (rule.role in ("body", "caption"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not beside the project")
@pytest.mark.parametrize(("texts", "labels"), [("seeds", "gold")])
def test_annotated_articles_lose_no_line_and_gain_none(texts, labels):
    wrong = []
    for path in sorted((SHARED / labels).glob("*.lines")):
        text, letters = labelled(SHARED / texts, SHARED / labels, path.stem)
        seen = set()
        for line, letter in zip(judged(text), letters, strict=False):
            plain = text[line.start : line.end].strip()
            repeated, _ = plain in seen and letter == "T", seen.add(plain)
            if letter in "BTX" and plain and not repeated and line.keep is not KEPT[letter]:
                wrong.append((path.stem, line.number, line.rule))
    assert wrong == []


def test_an_advertising_word_that_breaks_a_sentence_in_two_is_cut_out():
    text = (PAGES / "spam-breaks-lines.txt").read_text(encoding="utf-8")
    kept = "".join(text[p.start : p.end] for line in judged(text) for p in line.parts if p.role == "body")
    assert "이어 간다고설명했다." in kept.replace(" . ", "")
    assert "릴게임" not in kept


@pytest.mark.parametrize(("mark", "kept"), [("◇", True), ("▶", False)])
def test_a_line_between_sentences_stays_where_its_mark_heads_other_parts(monkeypatch, mark, kept):
    text = (
        "새물일보\n로그인 회원가입\n[기획] 새물군, 일터를 고치다\n유가람 기자 | 2024.05.02 09:10\n"
        "새물군은 올해 마을 일터 40곳을 고쳤다고 2일 밝혔다.\n◇가까운 일터…발길↑\n"
        "군은 마을회관 12곳에 작업장을 들여 주민 310명이 걸어서 다니게 했다.\n"
        f"{mark}배움 늘려…솜씨↑\n군은 내년에 솜씨 배움터 8곳을 더 연다.\n저작권자 © 새물일보 무단 전재 금지"
    )
    judge = tagger.label_lines

    def doubtful(layout):
        return [
            "G" if "솜씨↑" in one.shape.text else label for one, label in zip(layout.lines, judge(layout), strict=True)
        ]

    monkeypatch.setattr(tagger, "label_lines", doubtful)
    line = next(line for line in judged(text) if "솜씨↑" in text[line.start : line.end])
    assert line.keep is kept


@pytest.mark.parametrize(("mark", "begin"), [("◇", 1), ("", 2)])
def test_a_part_under_a_mark_that_heads_other_parts_begins_no_article(monkeypatch, mark, begin):
    text = (
        "솔숲시, 새 터 나눠 판다\n작성일 2024-05-02\n\n"
        "솔숲시는 들머리 새 터를 2일부터 나눠 판다고 밝혔다.\n시는 도로와 물길을 먼저 놓았다.\n"
        f"{mark} 손님 머물 집 3필지…발길 끌어\n"
        "바닷가 가까운 자리에 호텔 두 채가 선다. 층수는 20층까지다.\n"
        "◇ 값은 부르는 대로 아냐…겨루기로\n입찰은 8월에 온비드에서 열린다.\n"
    )
    judge = tagger.label_lines

    def heading(layout):
        return [
            "H" if "손님 머물" in one.shape.text else label
            for one, label in zip(layout.lines, judge(layout), strict=True)
        ]

    monkeypatch.setattr(tagger, "label_lines", heading)
    rules = [line.rule for line in judged(text)]
    assert rules.count("title.main") + rules.count("title.next") == begin


@pytest.mark.parametrize(
    "line",
    [
        "【농정과장 나무별 286-0000, 농정팀장 들꽃별 286-0001】",
        "2.[사진 1] 솔숲군, ‘한마당’ 모습.jpg (386.70 Kb) Hit: 1",
    ],
)
def test_the_office_and_the_files_of_a_notice_are_furniture(line):
    text = (
        f"솔숲군, 일터 40곳 고쳐\n작성일 2024-05-02\n\n{line}\n"
        "솔숲군은 올해 마을 일터 40곳을 고쳤다고 2일 밝혔다. 주민 310명이 걸어서 다닌다.\n"
    )
    kept = [text[one.start : one.end] for one in judged(text) if one.keep]
    assert line not in kept and len(kept) == 2


def test_the_entries_of_a_chronicle_are_kept_together() -> None:
    text = (
        "들꽃시 공장서 불…2명 다쳐\n나무별 기자 2025.02.05 16:50\n17:40 다친 사람이 8명으로 늘었다.\n17:05 소방차 42대·소방관 130명 투입\n"
        "16:50 들꽃시 공장서 불, 2명 부상\n5일 오후 4시 10분쯤 들꽃시 한 공장에서 불이 나 2명이 다쳤다."
    )
    entries = [line for line in tagger.judge(text, loader.load()) if text[line.start : line.end].startswith("1")]
    assert [line.role for line in entries] == ["body"] * 3
