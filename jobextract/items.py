"""What a figure counts or measures: the head noun phrase around it, without particles and verbs.

Tried in this order: the cell's headings in a table; the noun glued behind a counter (102개 사업); the bare noun before it
(참여자 50명); brackets; the noun that it modifies or is part of (이용자의 71.5%); the object or the goal of the verb
(지원금을 1천만 원으로, 사업에 547억 원을); the topic (취업률은 90%); the deed (704명이 참가해); the object anywhere before. A
figure in a list, a change beside its result, and an elliptic sentence take the item of the figure that they lean on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec
import regex

from .phrases import CLOSE, OBJECT, OPEN, PLACE, SUBJECT, TOPIC, TOWARDS, Sentence, Word
from .rulebook import Rulebook

LONGEST = 5
_QUOTES = frozenset("'\"‘’“”「」『』《》〈〉<>")
_BLANK = regex.compile(r"\s+")
_NOW = frozenset(("올해", "지난해", "작년", "내년"))
_THEN = frozenset("지금 현재 당시 이날 올해 지난해 내년 작년 요즘 최근 이번 그동안 앞서 여기 이곳 그곳 것 점 등 때 데".split())
_COPULAR = regex.compile(r"(?:[치량액률율수값가금폭]|목표|실적|정원|기준|규모|수준|평균|예산|최대|최소|최고|최저|한도)(?:인|였던|이던|이었던)$")
_REACHES = regex.compile(r"^(?:처음\s)?(?:넘|웃돌|밑돌|돌파|기록|육박|초과|달성|채우|채웠|회복|차지|유지|보이|보였|나타)")
_RAISES = regex.compile(r"상향|하향|늘|줄|높|낮|올|내려|내렸|잡|조정|확대|축소|바꾸|변경|정했|세웠")
_CHANGES = frozenset("증가 감소 상승 하락 기록 돌파 급증 급감 초과 육박 증액 감액 상향 하향 확대 축소 달성 추가 유지".split())
_SPENDS = regex.compile(r"^(?:들여|들인|투입해|투자해|써서?|쏟아)$")
_PERSONS = frozenset(("명", "분", "인", "사람"))
_TURNS = frozenset(("회", "차례", "번", "건"))
_TIMES = frozenset("기간 동안 동기 기준 시점 말 초 상반기 하반기 무렵 당시 새 사이".split())
_DEED = regex.compile(r"^(\p{L}{2,})(?:하|했|한|할|해|함|시|됐|된|되|될|돼)")
_BEFORE_NOUNS = frozenset("누적 평균 실제 월평균 연평균 최고 최저 최대 최소 연간 전체 추가 신규".split())
_BETWEEN = frozenset("총 약 최대 최소 최고 최저 각각 무려 불과 겨우 대략 거의 적어도 많게는 적게는 보통 모두 합쳐 합해 다 가장 월 연 주 일 하루 매년 매월 매달 연간 평균 누적 당초 전체 더 단 매주 매일 만 이미 현재 처음 첫 간 여".split())


class Lexicon(msgspec.Struct, frozen=True):
    """The word lists of ``[tables.items]`` and the names of bodies (municipalities, companies), which are never items."""

    events: frozenset[str]
    generic: frozenset[str]
    places: frozenset[str]
    degrees: frozenset[str]
    agents: frozenset[str]
    short: frozenset[str]
    things: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(rulebook: Rulebook) -> Lexicon:
    table = rulebook.tables["items"]
    return Lexicon(*(frozenset(table[name].split()) for name in ("events", "generic", "places", "degrees", "agents", "short", "things")))


class Surroundings(msgspec.Struct, frozen=True):
    """What a finder may look at: the text, the sentence, the figure's place in it, word lists, and names of bodies."""

    text: str
    sentence: Sentence
    at: int
    lexicon: Lexicon
    is_body: Callable[[str], bool]
    before: Sentence | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        return self.sentence.words

    @property
    def figure(self) -> Word:
        return self.words[self.at]


def find(near: Surroundings) -> str | None:
    """The item that the sentence itself names for the figure, or None."""
    kind = near.figure.mention.kind
    if kind in ("date", "time"):
        return None
    for finder in _BY_KIND.get(kind, FINDERS):
        item = finder(near)
        if item:
            return item
    return None


def is_generic(item: str | None, lexicon: Lexicon) -> bool:
    """Whether the phrase names nothing countable by itself: 목표, 실적, 연도별 목표."""
    return item is not None and all(word in lexicon.generic or word.endswith("별") for word in item.split())


# ---------------------------------------------------------------- noun phrases


def phrase(near: Surroundings, last: int, stop: int = -1) -> str | None:
    """The noun phrase that ends with the word at ``last``, without the particle of that word."""
    words = near.words
    first = last
    while first - 1 > stop and last - first < LONGEST - 1 and _continues(near, first - 1):
        first -= 1
    while first < last and (words[first].role == "mark" or _droppable(near, words[first])):
        first += 1
    return _clean(near, first, last)


def _continues(near: Surroundings, index: int) -> bool:
    """Whether the word belongs to the noun phrase on its right."""
    word = near.words[index]
    if word.role == "noun" or word.text in _BEFORE_NOUNS:
        return not word.particle and not _ends_list(near.words, index)
    if word.text in ("및", "전") or word.text in _QUOTES:
        return index > 0 and near.words[index - 1].role == "noun" and not near.words[index - 1].particle
    return word.role == "figure" and word.mention.kind == "age" and not word.particle


def _ends_list(words: tuple[Word, ...], index: int) -> bool:
    return words[index].text in ("등", "이상", "기준", "대비")


def _droppable(near: Surroundings, word: Word) -> bool:
    """A name of a body or a bare 'this' in front of the phrase does not belong to what is counted."""
    return word.text in ("이번", "해당", "지난", "오는") or near.is_body(word.stem)


def _clean(near: Surroundings, first: int, last: int) -> str | None:
    words = near.words
    head = words[last]
    if head.role not in ("noun", "figure") or near.is_body(head.stem):
        return None
    if len(head.stem) == 1 and first == last and head.stem not in near.lexicon.short:
        return None
    end = head.start + len(head.stem) if head.role == "noun" else head.mention.end
    raw = near.text[words[first].start : end]
    kept = _BLANK.sub(" ", "".join(c for c in raw if c not in _QUOTES)).strip(" ·‧∙ㆍ․-~∼/")
    return kept or None


def phrase_after(near: Surroundings, first: int) -> str | None:
    """The noun phrase that starts at ``first``: nouns up to the one that bears a particle or stands before a figure."""
    words = near.words
    last = None
    for index in range(first, min(first + LONGEST, len(words))):
        word = words[index]
        if word.text in _QUOTES and index == first:
            first += 1
            continue
        if word.role != "noun" or (last is not None and _counts_next(words, index)):
            break
        last = index
        if word.particle:
            break
    while last is not None and last > first and words[last].stem in near.lexicon.events and words[last].stem != "창출":
        last -= 1
    return None if last is None else _clean(near, first, last)


def _counts_next(words: tuple[Word, ...], index: int) -> bool:
    """Whether a bare noun is the item of the figure on its right: 88개 업체 시민 704명."""
    return index + 1 < len(words) and words[index + 1].role == "figure" and not words[index].particle


# ---------------------------------------------------------------- finders


def _left(near: Surroundings) -> int:
    """The first word to the left that is not an adverb of amount, a size adjective, or a date in between."""
    index = near.at - 1
    while index >= 0:
        word = near.words[index]
        between = word.text in _BETWEEN or word.text in near.lexicon.degrees or word.stem in _NOW or word.particle == "당"
        if word.role == "adverb" and word.text.endswith("당") or word.role == "date" and not word.particle:
            between = True
        if not between:
            return index
        index -= 1
    return -1


def in_table(sentence: Sentence, at: int) -> bool:
    """Whether the figure stands in a row of figures with nothing between them."""
    row = _row(sentence.words, at)
    return row[1] - row[0] > 1


def _row(words: tuple[Word, ...], at: int) -> tuple[int, int]:
    """The run of figures around ``at`` with nothing between them, as a half-open range of words."""
    first = last = at
    while first > 0 and words[first - 1].role == "figure" and not words[first - 1].particle:
        first -= 1
    while last + 1 < len(words) and words[last + 1].role == "figure" and not words[last].particle:
        last += 1
    return first, last + 1


def cell(near: Surroundings) -> str | None:
    """Row heading and column heading, where figures stand in a row under a row of headings."""
    words = near.words
    first, end = _row(words, near.at)
    width = end - first
    if width < 2 or first == 0 or len({words[i].mention.kind for i in range(first, end)}) > 2:
        return None
    start = first
    while start > 0 and words[start - 1].role == "noun" and not words[start - 1].particle:
        start -= 1
    bare = [word for word in words if word.role not in ("figure", "noun")]
    if start == first or bare or end < len(words) and words[end].role != "noun":
        return None
    return _headed(near, start, first, width)


def _headed(near: Surroundings, start: int, first: int, width: int) -> str | None:
    """The row's heading with the column's, taken from the line before or, in a table run together, from the first row."""
    words = near.words
    top = near.before.words if near.before is not None else ()
    if start == 0 and first > width + 1:
        top, start = words[: width + 1], width + 1
    row = _clean(near, start, first - 1)
    if row is None or len(top) != width + 1 or any(word.role == "figure" for word in top):
        top = _first_row(words, width)
    if row is None or top is None:
        return row
    return f"{row} {top[1 + near.at - first].text}"


def _first_row(words: tuple[Word, ...], width: int) -> tuple[Word, ...] | None:
    """The headings that a table run together begins with: one more than a row has figures, then the first row's own."""
    lead = next((i for i, word in enumerate(words) if word.role == "figure"), 0)
    return words[: width + 1] if lead > width + 1 else None


def glued_after(near: Surroundings) -> str | None:
    """The noun behind the counter: 102개 사업, 6천27개의 일자리, 30~50㎜의 강한 비, 1천명 미만이던 재방문자."""
    figure, words = near.figure, near.words
    if figure.particle not in ("", "의", "인") or near.at + 1 >= len(words):
        return None
    first = near.at + 1
    while first + 1 < len(words) and words[first].text in _QUOTES:
        first += 1
    if figure.particle and first < len(words) and words[first].role == "modifier" and words[first].text in near.lexicon.degrees:
        first += 1
    if figure.particle == "인" and first < len(words) and words[first].role == "figure":
        return None
    if first >= len(words) or words[first].stem in near.lexicon.events and words[first].text != "규모의":
        return None
    if words[first].text == "규모의":
        first += 1
    while first + 1 < len(words) and (words[first].text == "제" or words[first].role == "figure" and words[first].mention.kind in ("ordinal", "count") and words[first].mention.text[0] == "제" or words[first].role == "figure" and words[first - 1].text == "제"):
        first += 1
    return phrase_after(near, first)


def counted_after(near: Surroundings) -> str | None:
    """The noun behind 개, which splits the counted noun from its number wherever a noun follows: 공공부문 3개 분야."""
    splits = near.figure.mention.unit in ("개", None) and near.figure.mention.kind in ("count", "number")
    return glued_after(near) if splits or near.figure.particle == "인" else None


def before(near: Surroundings) -> str | None:
    """The bare noun before the figure: 참여자 50명, 직접 일자리 6천27개, 경쟁률 지난해 3.1대 1."""
    index = _left(near)
    while index >= 0 and near.words[index].text in CLOSE | {"'", '"'}:
        index -= 1
    if index < 0:
        return None
    word = near.words[index]
    if word.role == "figure" and word.particle == "인":
        return find(msgspec.structs.replace(near, at=index))
    if word.role != "noun" or word.particle or word.stem in _TIMES:
        return None
    if word.stem in near.lexicon.places or near.is_body(word.stem) or _ends_list(near.words, index):
        return None
    return phrase(near, index)


def share(near: Surroundings) -> str | None:
    """Of a percentage, the noun before and the noun behind: 수료생 100% 취업."""
    head, tail = before(near), None
    if not near.figure.particle:
        tail = glued_after(near)
    return " ".join(part for part in (head, tail) if part) or None


def predicated(near: Surroundings) -> str | None:
    """The noun before a copula that modifies the figure: 목표치인 1만2270개."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    match = _COPULAR.search(word.text) if word is not None else None
    if match is None or word.role not in ("noun", "modifier"):
        return None
    copula = next(ending for ending in ("이었던", "였던", "이던", "인") if word.text.endswith(ending))
    head = msgspec.structs.replace(word, stem=word.text.removesuffix(copula), particle="인", role="noun")
    words = (*near.words[:index], head, *near.words[index + 1 :])
    return phrase(msgspec.structs.replace(near, sentence=msgspec.structs.replace(near.sentence, words=words)), index)


def bracketed(near: Surroundings) -> str | None:
    """The noun or figure in front of the bracket that the figure stands in: 행복일터(241명)."""
    index = _left(near)
    if index < 1 or near.words[index].text not in OPEN:
        return None
    index -= 1
    while index > 0 and near.words[index].text in _QUOTES:
        index -= 1
    word = near.words[index]
    if word.role == "figure":
        return find(msgspec.structs.replace(near, at=index))
    if word.role != "noun" or near.is_body(word.stem):
        return None
    return phrase(_whole_word(near, index), index)


def _whole_word(near: Surroundings, index: int) -> Surroundings:
    """No particle stands before a bracket: 지킴이(150명)."""
    words = list(near.words)
    words[index] = msgspec.structs.replace(words[index], stem=words[index].text, particle="")
    return msgspec.structs.replace(near, sentence=msgspec.structs.replace(near.sentence, words=tuple(words)))


def part_of(near: Surroundings) -> str | None:
    """The whole that the figure is a part of: 이용자의 71.5%, 목표의 절반, 합격자 106명 중 31명."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or word.particle != "의" or word.stem in ("전체", "전국"):
        return None
    return phrase(near, index)


def modified(near: Surroundings) -> str | None:
    """The object of the clause that modifies the figure: 의심 판정을 받은 1,543명."""
    index = near.at - 1
    if index < 1 or near.words[index].role != "modifier" or near.words[index].text in near.lexicon.degrees:
        return None
    head = near.words[index - 1]
    if head.role == "noun" and head.particle in (OBJECT | PLACE | SUBJECT):
        return phrase(near, index - 1)
    return None


def change_of(near: Surroundings) -> str | None:
    """What the next figure counts, where this one says by how much: 4865억원 늘어난 13조 1207억원."""
    words, at = near.words, near.at
    if at + 2 < len(words) and words[at + 1].role == "modifier" and words[at + 2].role == "figure":
        return find(msgspec.structs.replace(near, at=at + 2))
    return None


def priced(near: Surroundings) -> str | None:
    """What so much of costs so much: 배추 한 포기는 4천640원, 귤값 3㎏ 2만4천원."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    if near.figure.mention.kind != "money" or word is None or word.role != "figure" or word.mention.kind not in ("count", "measure"):
        return None
    fits = word.particle in ("", "은", "는", "이", "가", "에")
    return find(msgspec.structs.replace(near, at=index)) if fits else None


def attended(near: Surroundings) -> str | None:
    """Where so many came to: 기념주간에 3만8천 명이 다녀갔다."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or word.particle not in ("에", "에는") or near.figure.mention.unit not in ("명", "여명", "인"):
        return None
    return phrase(near, index)


def goal(near: Surroundings) -> str | None:
    """The noun that money goes to or comes from: 사업에 547억 원을, 인테리어비로 500만원을."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or near.is_body(word.stem):
        return None
    if word.particle not in ("에", "에는", "에도", "로", "으로", "로는", "으로는", "에서") or near.figure.mention.kind != "money":
        return None
    return phrase(near, index)


def raised(near: Surroundings) -> str | None:
    """The object that is brought to the figure: 지원금을 1천만 원으로, 쿼터를 2천 명에서 5천 명으로."""
    if near.figure.particle not in (TOWARDS | {"에서", ""}):
        return None
    left = _left(near)
    if near.figure.particle in TOWARDS and left >= 0 and near.words[left].role == "figure" and near.words[left].particle in OBJECT:
        return find(msgspec.structs.replace(near, at=left))
    index = _clause_noun(near, OBJECT)
    return None if index is None else phrase(near, index)


def raised_after(near: Surroundings) -> str | None:
    """The same with the object behind: 25명에서 50명으로 목표를 상향했다."""
    if near.figure.particle not in ("으로", "로", "에서"):
        return None
    for index in range(near.at + 1, len(near.words)):
        word = near.words[index]
        if word.role == "noun" and word.particle in OBJECT:
            return _raised_object(near, index)
        if word.role in ("verb", "mark", "date", "figure") and index > near.at + 3:
            return None
        if word.role in ("verb", "mark"):
            return None
    return None


def _raised_object(near: Surroundings, index: int) -> str | None:
    """The object, if a verb of raising follows; a bare 목표 gives way to the topic that it is a target of."""
    rest = " ".join(word.text for word in near.words[index + 1 : index + 4])
    if not _RAISES.search(rest):
        return None
    item = phrase(near, index, near.at)
    return topic(near) or item if is_generic(item, near.lexicon) else item


def topic(near: Surroundings) -> str | None:
    """The nearest topic or subject on the left that is not a body: 취업률은 90%, 인구 규모는 46만8988명."""
    embedded = False
    for index in range(near.at - 1, -1, -1):
        word = near.words[index]
        if word.role == "modifier":
            embedded = True
        if word.role != "noun" or word.particle not in TOPIC:
            continue
        if embedded and word.particle in SUBJECT:
            embedded = False
            continue
        acts = word.stem in near.lexicon.agents and near.figure.mention.kind in ("count", "money") and not _is_told(near)
        if acts or word.stem in _THEN or word.particle in SUBJECT and _is_agent(near):
            continue
        item = phrase(near, index)
        if item is not None and word.particle != "도":
            return item
    return None


def _is_told(near: Surroundings) -> bool:
    """Whether the sentence says how many there are: 배우는 모두 열다섯 명."""
    following = near.words[near.at + 1].role if near.at + 1 < len(near.words) else "mark"
    return near.figure.particle == "이다" or not near.figure.particle and following == "mark"


def topic_too(near: Surroundings) -> str | None:
    """A topic with 도, where nothing else names the thing: 강연도 22회 열었다."""
    for index in range(near.at - 1, -1, -1):
        word = near.words[index]
        if word.role == "noun" and word.particle == "도" and not near.is_body(word.text):
            return phrase(near, index)
    return None


def _is_agent(near: Surroundings) -> bool:
    """Whether the subject does something to the figure (족제비가 네댓 마리를 물어) rather than reaching it (관객이 500만을 넘었다)."""
    if near.figure.particle not in OBJECT or near.figure.mention.kind not in ("count", "money"):
        return False
    if any(word.role == "figure" and word.mention.kind == near.figure.mention.kind for word in near.words[: near.at]):
        return False
    rest = " ".join(word.text for word in near.words[near.at + 1 : near.at + 4])
    return not any(_REACHES.match(part) for part in (rest, rest.split(" ", 1)[-1]))


def deed(near: Surroundings) -> str | None:
    """What the counted people did: 704명이 참가해, 18명이 취업에 성공했다, 900명은 진료를 받았다."""
    unit = near.figure.mention.unit
    done = near.figure.particle in TOPIC and unit in _PERSONS or not near.figure.particle and unit in _TURNS
    if not done:
        return None
    stop = min(near.at + 6, len(near.words))
    for index in range(near.at + 1, stop):
        word = near.words[index]
        if word.role == "noun" and word.particle in (OBJECT | {"에"}):
            return phrase(near, index, near.at)
        if word.role in ("verb", "modifier"):
            match = _DEED.match(word.text)
            if word.role == "modifier" and not match:
                continue
            return match[1] if match and match[1] not in _CHANGES else None
        if word.role in ("figure", "date"):
            return None
    return None


def lasting(near: Surroundings) -> str | None:
    """What went on so long: 닷새 동안 잔치를 열었다."""
    words = near.words
    if near.at + 1 >= len(words) or words[near.at + 1].text != "동안":
        return None
    end = next((i for i in range(near.at + 2, len(words)) if words[i].role == "noun" and words[i].particle in OBJECT), None)
    return phrase(near, end, near.at + 1) if end is not None and end <= near.at + 6 else None


def turns(near: Surroundings) -> str | None:
    """What was done so many times: 특강을 열어 16회 운영했다."""
    return object_before(near) if near.figure.mention.unit in _TURNS else None


def labelled(near: Surroundings) -> str | None:
    """The group that a figure of a breakdown belongs to: 제조업에서 8만명 늘었다, 유럽에서는 6억유로를."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role not in ("noun", "figure") or near.is_body(word.stem):
        return None
    aged = word.role == "figure" and word.mention.kind == "age"
    loose = word.particle in ("에서는", "에선", "에서도") or (word.particle == "에서" and not near.figure.particle)
    loose = loose or aged and word.particle in TOPIC
    if not loose or (word.role == "figure" and not aged):
        return None
    return phrase(near, index)


def made_into(near: Surroundings) -> str | None:
    """The noun that the figure serves as: 110명을 정원으로."""
    if near.figure.particle not in OBJECT or near.at + 1 >= len(near.words):
        return None
    word = near.words[near.at + 1]
    fits = word.role == "noun" and word.particle in ("로", "으로") and word.stem not in near.lexicon.generic | {"대상"}
    return word.stem if fits else None


def served(near: Surroundings) -> str | None:
    """The people whom the sentence is for, or what they are given: 어르신을 위해 3천200여 명에게, 2천515명에게 훈련을."""
    if near.figure.particle not in ("에게", "에게는", "에겐"):
        return None
    for index in range(near.at - 1, 0, -1):
        if near.words[index].text in ("위해", "위해선", "위해서") and near.words[index - 1].particle in OBJECT:
            return phrase(near, index - 1)
    return deed(msgspec.structs.replace(near, sentence=_with_particle(near, "은")))


def _with_particle(near: Surroundings, particle: str) -> Sentence:
    words = list(near.words)
    words[near.at] = msgspec.structs.replace(near.figure, particle=particle)
    return msgspec.structs.replace(near.sentence, words=tuple(words))


def object_before(near: Surroundings) -> str | None:
    """The last object before the figure: 특강을 열어 16회 운영해."""
    for index in range(near.at - 1, -1, -1):
        word = near.words[index]
        modified = near.words[index + 1].role == "modifier"
        if word.role == "noun" and word.particle in OBJECT and not modified:
            return phrase(near, index)
    return None


def among(near: Surroundings) -> str | None:
    """The whole of which so many are a part: 점포 36곳 가운데 19곳이."""
    index = _left(near)
    if index < 1 or near.words[index].text not in ("가운데", "중", "중에"):
        return None
    whole = next((i for i in range(index - 1, max(index - 4, -1), -1) if near.words[i].role == "figure"), None)
    return find(msgspec.structs.replace(near, at=whole)) if whole is not None else None


def spent(near: Surroundings) -> str | None:
    """What the money is spent on: 540억 원을 들여 클러스터를 짓는다."""
    words = near.words
    if near.figure.mention.kind != "money" or near.at + 1 >= len(words) or not _SPENDS.match(words[near.at + 1].text):
        return None
    for index in range(near.at + 2, min(near.at + 8, len(words))):
        if words[index].role == "noun" and words[index].particle in OBJECT | {"에"}:
            return phrase(near, index, near.at + 1)
    return None


def counter(near: Surroundings) -> str | None:
    """The counter itself, where it names a thing and nothing else does: 97만 가구가 쓴다."""
    unit = near.figure.mention.unit
    return unit if unit in near.lexicon.things else None


def work_before(near: Surroundings) -> str | None:
    """The noun of the verb that leads to the figure: 63개국에 선판매해 740만 달러를."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    match = _DEED.match(word.text) if word is not None and word.role == "verb" else None
    return match[1] if match else None


def work_after(near: Surroundings) -> str | None:
    """The noun of the verb that the sum goes into: 5천만 원을 기부하겠다."""
    if near.figure.particle not in OBJECT:
        return None
    for index in range(near.at + 1, len(near.words)):
        word = near.words[index]
        match = _DEED.match(word.text) if word.role in ("verb", "modifier") else None
        if match:
            return match[1]
    return None


def place_before(near: Surroundings) -> str | None:
    """The place, where nothing else is named: 해외 63개국."""
    index = _left(near)
    word = near.words[index] if index >= 0 else None
    return word.stem if word is not None and word.role == "noun" and word.stem in near.lexicon.places else None


def _clause_noun(near: Surroundings, particles: Iterable[str]) -> int | None:
    """The nearest noun on the left with one of the particles, with no finished verb in between."""
    for index in range(near.at - 1, -1, -1):
        word = near.words[index]
        if word.role == "verb" and word.text not in near.lexicon.degrees:
            return None
        if word.role != "noun":
            continue
        if word.particle in particles:
            return index
        if word.particle in ("은", "는") and not near.is_body(word.stem):
            return None
    return None


FINDERS = (
    cell, counted_after, predicated, before, bracketed, priced, glued_after, part_of, modified, change_of, made_into, goal, raised,
    raised_after, served, turns, deed, among, topic, work_before, spent, work_after, object_before, attended, topic_too,
    place_before, counter,
)
_SHARES = (cell, predicated, share, bracketed, part_of, change_of, raised, raised_after, topic)
_SPANS = (before, topic, lasting)
_BY_KIND = {
    "percent": _SHARES, "multiple": _SHARES, "ratio": (cell, counted_after, before, glued_after, part_of, raised, topic),
    "duration": _SPANS, "ordinal": (before,), "age": (glued_after,),
}
