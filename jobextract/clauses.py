"""What a whole clause says that its figure counts: the topic, the object, the goal of the money, what the people did.

Each finder looks for one construction and returns the noun phrase, or None where the clause is built otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from .nouns import DEED, PERSONS, TURNS, Surroundings, is_generic, left_of, phrase
from .phrases import OBJECT, SUBJECT, TOPIC, TOWARDS

_THEN = frozenset([
    "지금", "현재", "당시", "이날", "올해", "지난해", "내년", "작년", "요즘", "최근", "이번", "그동안", "앞서", "여기", "이곳", "그곳", "것", "점",
    "등", "때", "데",
])
_REACHES = regex.compile(
    r"^(?:처음\s)?(?:넘|웃돌|밑돌|돌파|기록|육박|초과|달성|채우|채웠|회복|차지|유지|보이|보였|나타)"
)
_RAISES = regex.compile(r"상향|하향|늘|줄|높|낮|올|내려|내렸|잡|조정|확대|축소|바꾸|변경|정했|세웠")
_CHANGES = frozenset([
    "증가", "감소", "상승", "하락", "기록", "돌파", "급증", "급감", "초과", "육박", "증액", "감액", "상향", "하향", "확대", "축소", "달성", "추가",
    "유지",
])
_ACTORS = ("센터", "연구소", "연구원", "본부", "회사", "법인", "구단", "사무소", "위원회", "협회", "재단", "공단", "조합", "당국")
_CHANGED = regex.compile(r"^(?:늘어난|줄어든|증가한|감소한|오른|내린|떨어진|상승한|하락한|급증한|급감한|성장한|뛴|많은|적은|높은|낮은|개선된|확대된|축소된)$")
_SPENDS = regex.compile(r"^(?:들여|들인|투입해|투자해|써서?|쏟아)$")


def goal(near: Surroundings) -> str | None:
    """The noun that money goes to or comes from: 사업에 547억 원을, 인테리어비로 500만원을."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or near.is_body(word.stem):
        return None
    if word.particle not in ("에", "에는", "에도", "로", "으로", "로는", "으로는", "에서") or near.figure.mention.kind != "money":
        return None
    return phrase(near, index)


def raised(near: Surroundings) -> str | None:
    """The object that is brought to the figure: 지원금을 1천만 원으로, 쿼터를 2천 명에서 5천 명으로."""
    bare = not near.figure.particle and near.figure.mention.kind in ("percent", "multiple")
    if near.figure.particle not in (TOWARDS | {"에서"}) and not bare:
        return None
    left = left_of(near)
    if near.figure.particle in TOWARDS and left >= 0 and near.words[left].role == "figure" and near.words[left].particle in OBJECT:
        return near.item_at(left)
    index = _clause_noun(near, OBJECT)
    return None if index is None else phrase(near, index)


def raised_after(near: Surroundings) -> str | None:
    """The same with the object behind: 25명에서 50명으로 목표를 상향했다."""
    words = near.words
    if near.figure.particle not in ("으로", "로", "에서"):
        return None
    for index in range(near.at + 1, len(words)):
        word = words[index]
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


def served(near: Surroundings) -> str | None:
    """The people whom the sentence is for, or what they are given: 어르신을 위해 3천200여 명에게, 2천515명에게 훈련을."""
    words = near.words
    if near.figure.particle not in ("에게", "에게는", "에겐"):
        return None
    for index in range(near.at - 1, 0, -1):
        if words[index].text in ("위해", "위해선", "위해서") and words[index - 1].particle in OBJECT:
            return phrase(near, index - 1)
    served_as_topic = msgspec.structs.replace(near.figure, particle="은")
    return deed(near.with_words((*words[: near.at], served_as_topic, *words[near.at + 1 :])))


def turns(near: Surroundings) -> str | None:
    """What was done so many times: 특강을 열어 16회 운영했다."""
    return object_before(near) if near.figure.mention.unit in TURNS else None


def lasting(near: Surroundings) -> str | None:
    """What went on so long: 닷새 동안 잔치를 열었다."""
    words = near.words
    if near.at + 1 >= len(words) or words[near.at + 1].text != "동안":
        return None
    end = next((i for i in range(near.at + 2, len(words)) if words[i].role == "noun" and words[i].particle in OBJECT), None)
    return phrase(near, end, near.at + 1) if end is not None and end <= near.at + 6 else None


def deed(near: Surroundings) -> str | None:
    """What the counted people did: 704명이 참가해, 18명이 취업에 성공했다, 900명은 진료를 받았다."""
    words = near.words
    unit = near.figure.mention.unit
    done = (near.figure.particle in TOPIC and unit in PERSONS) or (not near.figure.particle and unit in TURNS)
    if not done:
        return None
    stop = min(near.at + 6, len(words))
    for index in range(near.at + 1, stop):
        word = words[index]
        if word.role == "noun" and word.particle in (OBJECT | {"에"}):
            return phrase(near, index, near.at)
        if word.role in ("verb", "modifier"):
            match = DEED.match(word.text)
            if word.role == "modifier" and not match:
                continue
            return match[1] if match and match[1] not in _CHANGES else None
        if word.role in ("figure", "date"):
            return None
    return None


def among(near: Surroundings) -> str | None:
    """The whole of which so many are a part: 점포 36곳 가운데 19곳이."""
    index = left_of(near)
    if index < 1 or near.words[index].text not in ("가운데", "중", "중에"):
        return None
    whole = next((i for i in range(index - 1, max(index - 4, -1), -1) if near.words[i].role == "figure"), None)
    return near.item_at(whole) if whole is not None else None


def topic(near: Surroundings) -> str | None:
    """The nearest topic or subject on the left that is not a body: 취업률은 90%, 인구 규모는 46만8988명."""
    embedded = False
    for index in _leftwards(near):
        word = near.words[index]
        if (word.role == "verb" and word.text.endswith("면")) or (word.role == "modifier" and not _modifies_figure(near, index)):
            embedded = True
        if word.role != "noun" or word.particle not in TOPIC:
            continue
        if embedded and word.particle in SUBJECT:
            embedded = False
            continue
        acts = _acts(word.stem, near) and near.figure.mention.kind in ("count", "money", "measure") and not _is_told(near)
        if acts or word.stem in _THEN or word.stem.endswith("별") or (word.particle in SUBJECT and _is_agent(near)):
            continue
        item = phrase(near, index)
        if item is not None and word.particle != "도":
            return item
    return None


def _leftwards(near: Surroundings) -> Iterator[int]:
    """The words before the figure, nearest first; those of a quotation are no matter of its speaker, nor the other way."""
    inside, marks = False, {}
    for index, word in enumerate(near.words[: near.at]):
        if word.text in ("“", "”", '"'):
            inside = word.text == "“" or (word.text == '"' and not inside)
            marks[index] = inside
    quoted = inside
    for index in range(near.at - 1, -1, -1):
        if index not in marks:
            if not inside or quoted:
                yield index
        elif quoted:
            return
        else:
            inside = not marks[index]


def _acts(stem: str, near: Surroundings) -> bool:
    return stem in near.lexicon.agents or stem.endswith("씨") or (len(stem) > 2 and stem.endswith(_ACTORS))


def _modifies_figure(near: Surroundings, index: int) -> bool:
    """Whether the modifier holds no clause of its own: 같은, or a verb of change before the figure (15% 증가한 6394억원)."""
    text = near.words[index].text
    return text in ("같은", "다른") or (index == near.at - 1 and bool(_CHANGED.match(text)))


def _is_told(near: Surroundings) -> bool:
    """Whether the sentence says how many there are: 배우는 모두 열다섯 명."""
    following = near.words[near.at + 1].role if near.at + 1 < len(near.words) else "mark"
    return near.figure.particle == "이다" or (not near.figure.particle and following == "mark")


def object_beside(near: Surroundings) -> str | None:
    """The object right before a bare figure: 오리는 알을 하루 여덟 개 낳는다."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    fits = word is not None and word.role == "noun" and word.particle in OBJECT
    return phrase(near, index) if fits and not near.figure.particle else None


def too_beside(near: Surroundings) -> str | None:
    """The noun with 도 right before the figure: 목표 취업자 수도 6만8천명으로 높였다."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    fits = word is not None and word.role == "noun" and word.particle == "도"
    return phrase(near, index) if fits and not near.is_body(word.text) and word.stem not in near.lexicon.agents | _THEN else None


def topic_too(near: Surroundings) -> str | None:
    """A topic with 도, where nothing else names the thing: 강연도 22회 열었다."""
    for index in _leftwards(near):
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


def work_before(near: Surroundings) -> str | None:
    """The noun of the verb that leads to the figure: 63개국에 선판매해 740만 달러를."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    paid = word is not None and word.role == "verb" and near.figure.mention.kind == "money"
    match = DEED.match(word.text) if paid else None
    return match[1] if match else None


def spent(near: Surroundings) -> str | None:
    """What the money is spent on: 540억 원을 들여 클러스터를 짓는다."""
    words = near.words
    if near.figure.mention.kind != "money" or near.at + 1 >= len(words) or not _SPENDS.match(words[near.at + 1].text):
        return None
    for index in range(near.at + 2, min(near.at + 8, len(words))):
        if words[index].role == "noun" and words[index].particle in OBJECT | {"에"}:
            return phrase(near, index, near.at + 1)
    return None


def work_after(near: Surroundings) -> str | None:
    """The noun of the verb that the sum goes into: 5천만 원을 기부하겠다."""
    words = near.words
    if near.figure.particle not in OBJECT:
        return None
    for index in range(near.at + 1, len(words)):
        word = words[index]
        match = DEED.match(word.text) if word.role in ("verb", "modifier") else None
        if match:
            return match[1] if match[1] not in _CHANGES else None
    return None


def object_before(near: Surroundings) -> str | None:
    """The last object before the figure: 특강을 열어 16회 운영해."""
    words = near.words
    for index in _leftwards(near):
        word = words[index]
        if word.role == "noun" and word.particle in ("이", "가", "은", "는") and words[index + 1].role != "modifier":
            return None
        modified = words[index + 1].role == "modifier"
        if word.role == "noun" and word.particle in OBJECT and not modified:
            return phrase(near, index)
    return None


def attended(near: Surroundings) -> str | None:
    """Where so many came to: 기념주간에 3만8천 명이 다녀갔다."""
    index = left_of(near)
    word = near.words[index] if index >= 0 else None
    if word is None or word.role != "noun" or word.particle not in ("에", "에는") or near.figure.mention.unit not in ("명", "여명", "인", "곳"):
        return None
    return phrase(near, index)


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
        if word.particle in ("은", "는", "이", "가") and not near.is_body(word.stem):
            return None
    return None
