"""The words that people read on the page and in tables, in Korean and English."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

Language = Literal["ko", "en"]

#: key: Korean, English
_WORDS = {
    "title": ("기사 속 수치와 근거", "Figures and their evidence"),
    "articles": ("기사", "Articles"),
    "records": ("기록", "Records"),
    "checks": ("검산", "Checks"),
    "chart": ("목표와 실적", "Targets and actuals"),
    "shown": ("{total}건 가운데 {shown}건", "{shown} of {total} records"),
    "sources": ("문서 {count}건", "{count} documents"),
    "filters": ("거르기", "Filters"),
    "all": ("전체", "all"),
    "none": ("없음", "none"),
    "search": ("본문·항목·주체에서 찾기", "Search text, item, subject"),
    "once": ("같은 수치는 한 번만", "Each figure once"),
    "reset": ("거르기 해제", "Clear filters"),
    "export": ("판정 내려받기", "Export judgements"),
    "missed": ("놓친 수치", "Missed figure"),
    "missed_add": ("놓친 수치 적기", "Add a missed figure"),
    "missed_how": ("본문에서 낱말을 끌어 고른 다음 누릅니다", "Choose words in the article first"),
    "judged": ("판정 {count}건", "{count} judged"),
    "kind": ("종류", "Kind"),
    "status": ("상태", "Status"),
    "subject": ("주체", "Subject"),
    "year": ("연도", "Year"),
    "review": ("판정", "Review"),
    "figure": ("수치", "Figure"),
    "value": ("값", "Value"),
    "item": ("항목", "Item"),
    "period": ("기간", "Period"),
    "unit": ("단위", "Unit"),
    "low": ("하한", "Low"),
    "high": ("상한", "High"),
    "bound": ("한계", "Bound"),
    "approx": ("어림", "Approximate"),
    "text": ("적힌 대로", "As written"),
    "change": ("증감", "Change"),
    "region": ("행정구역 코드", "Region code"),
    "category": ("일자리 분류", "Job category"),
    "section": ("자리", "Section"),
    "period_basis": ("기간 근거", "Period rests on"),
    "basis_stated": ("기사에 적힘", "the text itself"),
    "basis_published": ("게재일", "the date of publication"),
    "basis_inferred": ("기사에 나온 연도들", "the years in the text"),
    "same_as": ("같은 수치", "Same figure as"),
    "sentence": ("문장", "Sentence"),
    "rule": ("규칙", "Rule"),
    "member": ("구성원", "Member"),
    "confidence": ("믿을 만한 정도", "Confidence"),
    "published": ("게재", "Published"),
    "publisher": ("매체", "Publisher"),
    "reporter": ("기자", "Reporter"),
    "source": ("출처", "Source"),
    "whose": ("누구의", "Whose"),
    "holds": ("맞음", "holds"),
    "fails": ("맞지 않음", "does not hold"),
    "stated": ("기사의 값", "stated"),
    "expected": ("계산한 값", "computed"),
    "sum": ("합", "Sum"),
    "share": ("비율", "Share"),
    "difference": ("증감", "Change"),
    "no_checks": ("검산할 수 있는 수치가 없습니다.", "No figures here can be checked against each other."),
    "no_chart": ("목표로 읽은 수치가 없습니다.", "No targets were found."),
    "no_records": ("조건에 맞는 기록이 없습니다.", "No record matches the filters."),
    "no_figures": ("수치 없음", "no figures"),
    "no_article": ("기사를 찾지 못했습니다.", "No article was found here."),
    "no_title": ("(제목 없음)", "(no title)"),
    "only_sentences": (
        "원문 없이 기록에 담긴 문장만 보입니다.",
        "The page itself is not at hand; these are the sentences of its records.",
    ),
    "dropped": ("기사 밖 {count}줄", "{count} lines outside the article"),
    "line": ("{number}줄", "line {number}"),
    "target": ("목표", "target"),
    "plan": ("계획", "plan"),
    "actual": ("실적", "actual"),
    "rate": ("달성률", "Rate"),
    "increase": ("증가", "increase"),
    "decrease": ("감소", "decrease"),
    "count": ("개수", "count"),
    "money": ("금액", "money"),
    "percent": ("백분율", "percent"),
    "multiple": ("배수", "multiple"),
    "ratio": ("비", "ratio"),
    "ordinal": ("차례", "ordinal"),
    "measure": ("측정값", "measure"),
    "age": ("나이", "age"),
    "date": ("날짜", "date"),
    "duration": ("동안", "duration"),
    "time": ("시각", "time"),
    "number": ("수", "number"),
    "min": ("이상", "at least"),
    "over": ("초과", "more than"),
    "max": ("이하", "at most"),
    "under": ("미만", "less than"),
    "upto": ("까지", "up to"),
    "right": ("맞음", "Right"),
    "wrong": ("틀림", "Wrong"),
    "corrected": ("고침", "Corrected"),
    "correct": ("고치기", "Correct"),
    "open": ("미판정", "open"),
    "undo": ("판정 취소", "Undo"),
    "save": ("저장", "Save"),
    "cancel": ("그만두기", "Cancel"),
    "close": ("닫기", "Close"),
    "details": ("고른 기록", "Selected record"),
    "to_evidence": ("본문에서 보기", "Show in the article"),
    "to_record": ("표에서 보기", "Show in the table"),
    "bad_number": ("수가 아닙니다: {words}", "not a number: {words}"),
    "bad_text": ("그 줄의 이 자리에 없는 말입니다.", "These words do not stand at this place of the line."),
    "not_kept": (
        "브라우저가 판정을 저장하지 못하게 합니다. 닫기 전에 내려받으세요.",
        "The browser refuses to keep judgements; export them before you close the page.",
    ),
    "keys": (
        "↑ ↓로 옮기고 Enter로 본문을 봅니다. Y 맞음, N 틀림, E 고치기.",
        "↑ ↓ move, Enter shows the evidence. Y right, N wrong, E correct.",
    ),
    "no_script": ("이 페이지는 자바스크립트가 있어야 보입니다.", "This page needs JavaScript."),
}


def words(language: Language) -> Mapping[str, str]:
    """Every word by its key; a word with ``{…}`` is filled in where it is used."""
    return {key: pair[language == "en"] for key, pair in _WORDS.items()}


def word(key: str, language: Language) -> str:
    """One word by its key."""
    return _WORDS[key][language == "en"]


def language(chosen: str | None = None) -> Language:
    """The language asked for, else Korean where the locale is Korean, else English."""
    if chosen in ("ko", "en"):
        return chosen
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ko" if locale.startswith("ko") else "en"
