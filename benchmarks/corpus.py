"""Articles for the benchmarks, made from templates: the same seed gives the same text everywhere.

One sentence in five holds figures, about four of them: a figure for every 70 characters of an article, the mean of five
scraped articles of local news on jobs (52 to 148 characters a figure). ``DENSE`` is the share of sentences with figures that
makes one for every 27 characters, as in an article that is all statistics.

``python benchmarks/corpus.py FOLDER 20000`` writes so many of them as files, a thousand a folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

CITIES = ("한들시", "새벌군", "가람구", "너울시", "미르군", "도담구", "솔빛시", "아라구")
WORKS = ("공공 일자리", "직업 훈련", "청년 인턴", "창업 지원", "고용 장려금", "노인 일자리", "취업 알선", "돌봄 서비스")
PLACES = ("시민회관", "산업단지", "전통시장", "평생학습관", "도서관", "복지관", "물류단지", "청년센터")
NAMES = ("강민서", "윤도현", "서지우", "임하람", "조은별", "한가온")
PLAIN = (
    "이번 계획은 현장의 목소리를 먼저 듣고 부족한 곳부터 채워 나가겠다는 뜻에서 나왔다.",
    "주민들은 사는 곳 가까이에서 일할 수 있게 되어 한결 마음이 놓인다고 입을 모았다.",
    "담당 부서는 분야별 실무 모임을 꾸려 진행 상황을 꼼꼼히 살피기로 뜻을 모았다.",
    "{place}에서 열린 설명회에는 구직자와 회사 관계자가 찾아와 궁금한 점을 물었다.",
    "단체장은 “살기 좋은 고장을 만드는 데 힘을 아끼지 않겠다”고 강조했다.",
    "{city} 관계자는 “{work} 사업을 찾는 주민이 꾸준히 늘어 담당 인력을 더 뽑는 방안도 검토하고 있다”고 말했다.",
    "{place} 앞에는 이른 아침부터 상담을 기다리는 사람들이 길게 줄을 섰다.",
    "{work2} 과정을 마친 참여자는 곧바로 지역 기업의 면접을 볼 수 있도록 이어 준다.",
    "전문가들은 일자리의 숫자보다 얼마나 오래 다닐 수 있는 자리인지가 더 중요하다고 지적한다.",
    "{city}의회에서는 비슷한 사업이 부서마다 흩어져 있어 한데 묶어야 한다는 목소리도 나왔다.",
    "{name} 씨는 “집에서 가까운 {place}에 다니면서 아이를 돌볼 수 있어 만족한다”며 웃었다.",
    "참여 방법과 자세한 내용은 {city} 누리집 공고문에서 확인하거나 {place} 창구에 물어보면 된다.",
    "지역 상인들은 사람이 모여야 골목도 살아난다며 {work3} 확대를 반겼다.",
    "{city}는 앞으로도 기업과 학교, 훈련 기관이 함께 참여하는 협의체를 꾸준히 운영할 방침이다.",
)
FIGURES = (
    "{city}는 올해 {work} 목표를 {mixed}개로 정하고 {eok}억 원을 들인다고 밝혔다.",
    "분야별로는 {work} {mixed}개, {work2} {small}건, {work3} {digits}명이다.",
    "지난해에는 목표의 {percent}%인 {digits}개를 만들어 {small}개가 늘었다.",
    "{place} 옆 {area}㎡ 터에 {year}년까지 {small}명이 일하는 센터를 세울 계획이다.",
    "참여자는 만 {age}~{age2}세이며 시급 1만{won}원을 받고 하루 {hours}시간씩 {months}개월 동안 일한다.",
    "고용률은 전년보다 {point}%포인트 오른 {percent}%로 나타났다.",
    "{work} 지원금은 한 사람에 최대 {hundred}만 원이고 신청은 {month}월 {day}일까지다.",
)
WEATHER = "\n".join(f"  • {sky}{city} {degrees}℃" for sky, city, degrees in (
    ("맑음", "강릉", "4.1"), ("흐림", "서울", "2.7"), ("구름많음", "대전", "3.9"), ("맑음", "부산", "8.8"),
    ("흐림", "제주", "9.4"), ("맑음", "거제", "7.2"),
))  # fmt: skip
TAIL = """
댓글 0
기사 공유하기
저작권자 © {publisher} 무단전재 및 재배포 금지
많이 본 뉴스
1
{city} 축제 소식
2
{work} 이야기
"""


#: the share of sentences that hold figures
USUAL, DENSE = 1 / 5, 1 / 2


def article(seed: int, sentences: int = 24, share: float = USUAL) -> str:
    """A page as scraped: weather list, title, byline, body, widgets."""
    dice = Random(seed)
    city, work = dice.choice(CITIES), dice.choice(WORKS)
    publisher = f"{city[:2]}신문"
    head = f"{WEATHER}\n기상청 제공\n\n{city}, 올해 {work} {_mixed(dice)}개 만든다\n"
    date = f"2024.0{dice.randint(1, 9)}.{dice.randint(10, 28)}"
    byline = f"{dice.choice(NAMES)} 기자\n승인 {date} 09:{dice.randint(10, 59)}\n\n"
    tail = TAIL.format(publisher=publisher, city=city, work=work)
    return f"{head}{byline}{body(seed, sentences, share)}\n{tail}"


def body(seed: int, sentences: int = 24, share: float = USUAL) -> str:
    """The running text of the article alone."""
    dice = Random(seed)
    city = dice.choice(CITIES)
    lines = (dice.choice(FIGURES if dice.random() < share else PLAIN) for _ in range(sentences))
    return "\n\n".join(line.format(**_words(dice, city)) for line in lines)


def _mixed(dice: Random) -> str:
    return f"{dice.randint(1, 9)}만{dice.randint(1, 9)}천{dice.randint(100, 999)}"


def _words(dice: Random, city: str) -> dict[str, object]:
    work, work2, work3 = dice.sample(WORKS, 3)
    return {
        "city": city,
        "work": work,
        "work2": work2,
        "work3": work3,
        "place": dice.choice(PLACES),
        "name": dice.choice(NAMES),
        "mixed": _mixed(dice),
        "digits": f"{dice.randint(1, 99)},{dice.randint(100, 999)}",
        "small": dice.randint(20, 990),
        "eok": dice.randint(10, 900),
        "percent": f"{dice.randint(40, 99)}.{dice.randint(1, 9)}",
        "point": f"{dice.randint(0, 4)}.{dice.randint(1, 9)}",
        "area": f"{dice.randint(1, 9)},{dice.randint(100, 999)}",
        "year": dice.randint(2025, 2030),
        "age": dice.randint(18, 25),
        "age2": dice.randint(30, 45),
        "won": dice.randint(100, 990),
        "hours": dice.randint(3, 8),
        "months": dice.randint(2, 11),
        "hundred": dice.randint(1, 9) * 100,
        "month": dice.randint(1, 12),
        "day": dice.randint(1, 28),
    }


def write(folder: Path, count: int) -> None:
    """So many articles as files below the folder."""
    for seed in range(count):
        place = folder / f"{seed // 1000:04}"
        if seed % 1000 == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{seed:07}.txt").write_text(article(seed), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
