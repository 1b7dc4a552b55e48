"""Texts made up from what articles are made of, and from what they are not: the same seed gives the same text."""

from __future__ import annotations

from pathlib import Path
from random import Random

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
NUMBERS = "0 1 2 3 7 12 24 30 99 100 1,234 14,101 1만2천 3억 5천 2024 2023 1999 0000 9999 10000 3.5 0.1 1/2 -3 △5 +7 ,, 1,2,3 ３ １２ ①".split()
WORDS = "일 이 삼 사 오 육 칠 팔 구 십 백 천 만 억 조 한 두 세 네 열 스무 수십 여 약 총 절반 반 갑절 몇 첫 째 두어 서너 하나 둘".split()
UNITS = "개 명 건 원 달러 % %p ㎡ m km 배 곳 가구 세 살 도 ℃ 점 위 차 회 번 호 층 평 톤 t ㎏ 시간 분 초 일 주 개월 월 년 년간 분기 반기 세기 년대 학기".split()
TIMES = "올해 지난해 작년 내년 재작년 내후년 이달 지난달 다음달 오늘 어제 내일 모레 그저께 이번주 지난주 상반기 하반기 1분기 4분기 연말 연초 월말 초 중순 하순 전 후 부터 까지 이후 이전 동안 오전 오후 자정 정오 새벽 밤 1월 2월 12월 13월 31일 32일 29일 0일 24시 24:00 25시 60분 09:10 월요일 주말 첫째주 마지막주 설날 추석 세기 기원전 BC 서기 단기 4357년 '24년 24.1.1 2024.1.12 2024-02-30 2024/13/1 1~20일 3~5월 2020~2024년 ~2026 2019~ 7·8월".split()
GLUE = ["은 ", "는 ", "이 ", "을 ", "의 ", "에 ", "보다 ", "에서 ", "로 ", "와 ", ", ", "·", "~", "-", "∼", "/", ":", "(", ")", "[", "]", "“", "”", '"', "'", "‘", "’", "…", ".", ". ", "!\n", "\n", "\n\n", " ", "  ", "\t", "", "", "", "대 ", "당 ", "중 ", "분의 "]
VERBS = "만든다 밝혔다. 늘었다. 줄어 목표로 계획이다. 달성했다. 전망이다. 투입한다. 기록했다. 이상 이하 미만 초과 이내 가량 정도 남짓 안팎 최대 최소".split()
BODIES = "한들시 새벌군 서울 인천 서구 중구 고용노동부 통계청 한빛은행 ㈜가온 시는 군은 강민서 기자 일자리 고용률 예산 목표 실적 매출 인구".split()
PAGE = ["댓글 0\n", "많이 본 뉴스\n", "• 맑음 춘천 3.1℃\n", "▲ 사진=한들시 제공\n", "저작권자 © 한들신문\n", "입력 2024.01.12 09:10 수정 2024.01.13\n", "강민서 기자 a@b.kr\n", "<br>", "#가 ", "1\n", "가\n", "| 구분 | 목표 |\n", "○ ", "- ", "□ ", "① "]
ODD = ["\x00", "\x0b", "\x0c", "\r", "\u200b", "\ufeff", "\u2028", "\x85", "\xa0", "\u3000", "ᄒ", "ᅡ", "ㅋ", "é", "\ud83d", "\udc00", "😀", "漢", "�", "İ", "ß", "ﬁ", "٣", "५", "²", "½", "Ⅳ", "𝟙", "\U0001d7d8", "\x1b[31m"]
POOLS = (NUMBERS, NUMBERS, WORDS, UNITS, UNITS, TIMES, TIMES, GLUE, GLUE, GLUE, VERBS, BODIES, PAGE, ODD)
DAYS = (None, "2024-02-29", "2024-12-31", "2024-01-01", "0001-01-01", "9999-12-31", "0001-01-02T00:00", "9999-12-31T23:59:59", "1900-01-01", "2000-02-29")


def made_up(dice: Random, most: int = 60) -> str:
    """Pieces of all pools in a row."""
    return "".join(dice.choice(dice.choice(POOLS)) for _ in range(dice.randint(1, most)))


def dated(dice: Random) -> str:
    """Mostly what dates are written with."""
    pools = (NUMBERS, TIMES, TIMES, GLUE, UNITS)
    return "".join(dice.choice(dice.choice(pools)) for _ in range(dice.randint(1, 12)))


def mutated(dice: Random) -> str:
    """An article with pieces cut out, doubled, moved, or put in."""
    text = dice.choice(SEEDS).read_text(encoding="utf-8")
    at = dice.randrange(len(text))
    text = text[at : at + dice.randint(100, 2500)]
    for _ in range(dice.randint(1, 8)):
        first, second = sorted(dice.randrange(len(text) + 1) for _ in range(2))
        second = min(second, first + 40)
        piece = dice.choice(("", text[first:second] * 2, made_up(dice, 6), dice.choice(ODD), text[first:second][::-1]))
        text = text[:first] + piece + text[second:]
    return text


def repeated(dice: Random) -> str:
    """A few pieces many times over: what makes patterns slow."""
    unit = "".join(dice.choice(dice.choice(POOLS)) for _ in range(dice.randint(1, 3))) or "1"
    return made_up(dice, 4) + unit * dice.randint(10, max(11, 3000 // len(unit))) + made_up(dice, 4)


def text(dice: Random) -> str:
    """A text of any of these kinds."""
    return dice.choice((made_up, made_up, dated, mutated, repeated))(dice)
