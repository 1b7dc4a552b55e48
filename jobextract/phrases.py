"""A sentence as words and figures: eojeols with their particle taken off, told apart by their endings.

Endings settle nearly every eojeol beside a figure, so nothing here loads the morphological analyser. A word is a noun
unless its ending says otherwise; the closed lists below hold the nouns that only look as if they bore an ending.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Literal

import msgspec
import regex

from .model import Mention, Section

Role = Literal["noun", "modifier", "verb", "adverb", "mark", "figure", "date"]

PARTICLES = (
    "에서부터 으로부터 에서는 에서도 에서만 에게는 에게도 에게만 으로는 으로도 으로만 까지는 까지도 부터는 이라는 이라고 로부터 "
    "에선 에겐 에는 에도 에만 로는 로도 로만 에게 께서 에서 으로 까지 부터 보다 처럼 만큼 마다 조차 라는 라고 이나 이란 이라 "
    "과의 와의 과는 와는 에의 은 는 이 가 을 를 의 에 로 와 과 도 만 나 란"
).split()
AFTER_CONSONANT = {"은", "이", "을", "과", "으로", "이나", "이란", "이라", "이라는", "이라고", "으로는", "으로도", "으로만", "과의", "과는"}
AFTER_VOWEL = {"는", "가", "를", "와", "로", "나", "란", "라는", "라고", "로는", "로도", "로만", "와의", "와는"}
TOPIC = frozenset("은 는 이 가 도 만 란 이란 로는 으로는 께서".split())
SUBJECT = frozenset("이 가 께서".split())
OBJECT = frozenset("을 를".split())
PLACE = frozenset("에 에는 에도 에만 에서 에서는 에선 에서도 에게 에게는 에겐 에게도".split())
TOWARDS = frozenset("로 으로 까지".split())

# Nouns whose last syllable reads as a particle that the syllable before it allows.
WHOLE = frozenset(
    "추가 허가 대가 주가 원가 휴가 평가 국가 전문가 투자가 사업가 노가 여가 시가 물가 고가 저가 유가 증가 효과 결과 성과 학과 통과 경과 초과 부과 회의 합의 "
    "논의 협의 동의 창의 주의 정의 문의 심의 건의 강의 제의 예의 의의 제도 속도 정도 온도 강도 용도 지도 각도 밀도 농도 한도 연도 경기도 강원도 충청도 "
    "전라도 경상도 제주도 인도 습도 고도 보도 시도 주도 유도 의도 철도 도로 진로 경로 피로 근로 대로 차로 통로 선로 수도 반도 차이 나이 어린이 아이 높이 길이 "
    "깊이 넓이 놀이 마을 가을 노을 서울 개울 이후 이번 최근 지은 부분은 자연은 이전 이상 이하 이내 미만 초과 회원 하나 누나 코로나 어느 중국 나라 고과 안과 내과 외과 "
    "치과 사과 교과 합격자 참여자 증축 확대 지급 출연 만 주가 단가 정가 분가 특가 신청 "
    "이자 보고 하자 가면 이면 직접 과 도 의 이 가 은 는 을 를 에 로 와 나 감이 구두 공감이 먹거리 일자리 만두 불만 낭만 자만 비만 태만 만만 청년만 대만 오만".split()
) - {"자연은", "부분은", "청년만", "지은"}

ADVERBS = frozenset(
    "가까이 벌써 그중 이중 없이 영상 또 또한 특히 이어 다만 반면 한편 아울러 더불어 우선 먼저 다시 이미 아직 현재 앞으로 향후 그동안 모두 총 약 최대 최소 최고 최저 각각 무려 불과 겨우 대략 거의 적어도 많게는 "
    "적게는 보통 더 덜 가장 매우 크게 소폭 대폭 함께 새로 새롭게 처음 처음으로 실제로 그리고 그러나 하지만 이에 이를 이와 이로써 그 이 저 해당 이번 올 매년 매월 매달 매일 "
    "매주 해마다 연간 월 연 주 일 하루 평균 월평균 연평균 누적 다 합쳐 합해 즉시 바로 계속 꾸준히 지속 지속적으로 지속해서 적극 적극적으로 추가로 별도로 단 오직 만약 만일 약간 조금 "
    "훌쩍 전년 전월 전날 동기 당초 애초 원래 앞서 이어서 그러면 그래도 결국 다소 간 여 같은 지난 오는 내 새 첫 전 및 등 또는 혹은 대비 기준 기준으로 만에 비해 비하면 비교해 이래 이후 가운데 중 "
    "시간당 1인당 평균적으로 통상 단순히 무료로 최초로 역대 사상 잇달아".split()
)

_MARKED_PAST = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 20 and chr(c) not in "있겠")
PAST = f"[{_MARKED_PAST}]"
_N_FINAL = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 4)
_L_FINAL = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 8)
_CLOSED = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28)

_VERB = regex.compile(
    rf"(?:{PAST}|있|없|같|겠|좋|많|적|높|낮|크|하|되|이|시키|[{_N_FINAL}는]|습니|입니|합니|됩니|읍니)다(?:고|며|면서|는|가)?$"
    rf"|(?:{PAST}|있|없|겠|하|되|이|시키|높이|줄이|늘리|올리|내리|만들|열|넓히|키우|채우|세우|꾸리|보|주|받|펴|나가|가|오|돌|들이|이루|갖추|맞추|뽑|쓰)(?:고|며|으며|면서|으면서|지만|으나|는데|자|도록)$"
    rf"|(?:하|되|시키|늘리|줄이|높이|올리|만들|키우|받|뽑)(?:기|려고|려|면|자|나|여|던|므로|ㅁ|고자|는데)$"
    r"|(?:[가-힣]{2,}|취|향|통|더|정|원|위)(?:해|하여|해서|돼|되어|시켜)$|(?:위해|위해서|위해선|통해|통해서|대해|따라|따르면|의하면|비롯해|더해|넘어서면서|몰려|넘게|달해|힘입어|맞춰|이어져|열어|모아|줄어|늘어|높여|올라|떨어져|벌어져|오르내려|나눠|만들어|이뤄|내걸고|기록해|고쳐|받아|들여|보여|걸쳐|거쳐|지나|들어|나서|되게|하게|되도록|달리)$"
    r"|(?<!측|화|전|표|반|라|냉|수|정|지|외|내|이|단|장|일|평|국|도|노|당|대|겉|가|양)(?:면|으면)$"
    r"|[가-힣](?:며|다|까|려|져|워|꿔|춰|뤄|겨|켜|쳐|혀|펴|어|아|여|고|지만|니까|느라|더니|려고|자마자)$"
    r"|(?:하|되|시키|채우|지키|만들|늘리|줄이|높이|올리|키우|살리|나누)기(?:로|에|까지)?$|[가-힣]기로$"
    r"|(?:어|아|세|에|예|네|데|지|고|까|거든)요$|죠$|(?:했|됐|었|았|였|렸|졌|났)(?:음|지|던|을)$"
)
_MODIFIER = regex.compile(
    rf"(?:[{_CLOSED}]|하|되|시키|만드|줄어드|나서|들어서|넘어서|앞서|이르|따르|흐르|오르|늘리|줄이|높이|올리|내리|보이|쓰이|이어지|벌어지|커지|낮아지|높아지|보내|지내|펴내|나타나|일어나|늘어나"
    r"|끝나|떠나|나오|들어오|다가오|돌아오|들어가|돌아가|살아가|나가|쓰|키우|채우|세우|배우|이루|다루|나누|바꾸|꾸리|걸리|열리|그리|누리|모이|쌓이|돌리|알리|다니|즐기|지키|마치|거치|펼치|그치|마시|모으|이끄|웃도|밑도|들이)는$"
    r"|[아어여려러]가는$|[아어여려러나]오는$|^(?:내|나|오|주|두|서|치|펴|여|드|사|우|따|가|보|자라|돕)는$"
    r"|(?:했|됐|었|았|였|렸|졌|났|하|되|이|시키|오|가|있|없)던$"
    r"|(?:된|될|할|시킨|시킬|당한|받은|받을|늘어난|늘어날|줄어든|떨어진|넘긴|새로운|어려운|가까운|만든|만들|고친|떠난|숨진|다친|나온|들어온|들어간|뽑은|뽑을|찾은|찾을"
    r"|먹을|지은|지을|맡은|맡을|얻은|얻을|걸린|열린|열릴|팔린|실린|몰린|늘린|늘릴|줄인|줄일|높인|높일|올린|올릴|내린|내릴|세운|세울|채운|채울|키운|키울|배운|거둔|이룬|겪은"
    r"|벗어난|나타난|드러난|일어난|태어난|이어진|만들어진|빠진|사라진|가진|지닌|맺은|있을|없을|힘든|달할|이를|치른|치를|모은|모을|모인|놓인|쌓인|보낸|보낼|지낸|펼친|펼칠|마친|마칠|거친|거칠|갖춘|맞춘)$"
    r"|^(?:높은|낮은|많은|적은|좋은|나쁜|큰|작은|빠른|느린|이른|다른|같은|오른|든|준|줄|쓴|쓸|낸|낼|연|올|갈|간|온|볼|본|빈|운|긴|짧은|넓은|좁은|깊은|얕은|지난|남은|남을|받은|들|들인|들일|쏟은|넘은|넘을|굵은|짙은|젊은|늙은|늦은|높을|못한)$"
    r"|[가-힣]한$"
)
# Nouns that end like a connective verb: 언어, 참여, 창고, 바다.
_LIKE_VERBS = regex.compile(
    r"^(?:[가-힣]{0,4}제한|권한|[가-힣]{0,2}기한|북한|남한|[가-힣]{0,2}상한|하한|무한|최대한|최소한|시한|유한|원한|회한|여한|극한|혹한)$|"
    r"(?:언어|용어|영어|국어|단어|외국어|한국어|북어|연어|장어|문어|고등어|상어|니어|웨어|케어|디어|토어|이어|참여|기여|부여|급여|대여|수여|증여|고려|우려|격려|배려|장려|독려|염려|교려"
    r"|시아|리아|니아|코리아|비아|동아|육아|소아|유아|영아|남아|여아|기아|고아|태아|동남아|창고|신고|사고|최고|재고|경고|권고|광고|보고|공고|중고|해고|참고|예고|충고|금고|원고|피고|국고|장고"
    r"|수고|기고|여고|특목고|자사고|외고|바다|캐나다|소다|판다|간다|완다|미화|필요|수요|주요|중요|개요|소요|강요|민요|동요|피해|올해|지난해|재해|이해|오해|서해|동해|남해|상해|저해|한해|새해|당해|음해)$"
)
_COPULA = regex.compile(r"(?:이다|다|이며|며|이고|고|이었다|였다|이었고|였고|이었으며|였으며|입니다|이었습니다|였습니다|이라|라|이라고|라고|이라며|이지만|지만|이나|이었지만|뿐|뿐이다|이자|이었는데|인데|인데도|으로|로)$")
_ADNOMINAL_COPULA = regex.compile(r"(?:인|이던|이었던|였던|이라는|라는)$")
_PER = regex.compile(
    r"^(?:[A-Za-z㎡㎏㎞]+|유로|위안|달러|엔|배럴|온스|톤|평|가구|세대|학기|시간|주|건|명|인|회|대|호|좌석|마리|그루|포기|상자|근|끼|판|병|잔|권)당$"
)
_LOOSE = regex.compile(r"^(?:씩|꼴|여|가량|정도|안팎|내외|남짓|쯤|선|상당|어치|치|째|이상|이하|미만)+")
_TOKEN = regex.compile(r"[\p{L}\p{N}%+&㎡℃·‧∙ㆍ․/~∼]++(?:[-–][\p{L}\p{N}]++)*+|[^\s]")
_OPENING = frozenset("‘“'\"「『")
_CLOSING = frozenset("’”'\"」』")
_HANGUL = regex.compile(r"[가-힣]")
OPEN = frozenset("(（[【〈<《「『“‘")
CLOSE = frozenset(")）]】〉>》」』”’")
BULLETS = frozenset("△▲▽▼○●◇◆□■▶▷※•·-")


class Word(msgspec.Struct, frozen=True):
    """One eojeol, figure or mark: ``start``/``end`` in the source, ``stem`` without its ``particle``.

    Of a figure, ``particle`` is what follows its counter: a particle, ``이다`` for a copula that ends or joins a clause,
    ``인`` for one that modifies the next noun, or nothing.
    """

    start: int
    end: int
    text: str
    stem: str
    particle: str
    role: Role
    mention: Mention | None = None


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of an article with its words in order; ``paragraph`` is the line or segment that it belongs to."""

    section: Section
    paragraph: int
    start: int
    end: int
    words: tuple[Word, ...]


def read(text: str, start: int, end: int, mentions: list[Mention], section: Section, paragraph: int) -> Sentence:
    """The sentence ``text[start:end]`` as words; ``mentions`` are those of the article, in reading order."""
    words: list[Word] = []
    position = start
    for mention in mentions[bisect_left(mentions, start, key=lambda m: m.start) :]:
        if mention.start >= end:
            break
        words += _plain(text, position, mention.start)
        figure = _figure(text, mention, end)
        words.append(figure)
        position = figure.end
    words += _plain(text, position, end)
    return Sentence(section, paragraph, start, end, tuple(_through_brackets(words)))


def _through_brackets(words: list[Word]) -> list[Word]:
    """A particle behind a closing bracket belongs to the word before the bracket: 행복일터(241명)는."""
    for index in range(2, len(words)):
        word, close = words[index], words[index - 1]
        if close.text not in CLOSE or close.end != word.start or word.text not in PARTICLES:
            continue
        words[index] = Word(word.start, word.end, word.text, word.text, "", "mark")
        opened = next((i for i in range(index - 2, -1, -1) if words[i].text in OPEN), 0)
        inner = words[opened - 1] if opened else None
        if inner is not None and inner.role in ("noun", "figure", "date") and not inner.particle:
            words[opened - 1] = msgspec.structs.replace(inner, particle=word.text)
    return words


def _figure(text: str, mention: Mention, end: int) -> Word:
    """The mention with the particle or copula glued to it; a noun glued to it stays a word of its own."""
    tail = ""
    after = mention.end + 1 if text[mention.end : mention.end + 1] in _CLOSING else mention.end
    match = _TOKEN.match(text, after, end) if after < end else None
    if match and _HANGUL.match(match[0]):
        tail = match[0]
    role: Role = "date" if mention.kind in ("date", "time") else "figure"
    loose = _LOOSE.match(tail)
    bare = tail[loose.end() :] if loose else tail
    cut = after + len(tail) if bare else mention.end
    if not bare:
        cut = mention.end + len(tail) if after == mention.end else mention.end
        return Word(mention.start, cut, mention.text, mention.text, "", role, mention)
    if _ADNOMINAL_COPULA.fullmatch(bare):
        return Word(mention.start, cut, mention.text, mention.text, "인", role, mention)
    if bare == "당":
        return Word(mention.start, cut, mention.text, mention.text, "당", role, mention)
    if bare in PARTICLES:
        return Word(mention.start, cut, mention.text, mention.text, bare, role, mention)
    if _COPULA.fullmatch(bare):
        return Word(mention.start, cut, mention.text, mention.text, "이다", role, mention)
    return Word(mention.start, mention.end, mention.text, mention.text, "", role, mention)


def _plain(text: str, start: int, end: int) -> list[Word]:
    """The words between figures; a particle behind a closing quotation mark is that of the word inside: ‘쉬었음’은."""
    words: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        form = match[0]
        if form in PARTICLES and len(words) > 1 and words[-1].text in _CLOSING and words[-1].end == match.start():
            inner = words[-2]
            if inner.role != "mark":
                words[-2] = Word(inner.start, inner.end, inner.text, inner.text, form, "noun")
                continue
        if form in _CLOSING and len(words) > 1 and words[-2].text in _OPENING and words[-1].role == "verb":
            words[-1] = msgspec.structs.replace(words[-1], role="noun")
        stem, particle, role = classify(form)
        words.append(Word(match.start(), match.end(), form, stem, particle, role))
    return words


@lru_cache(maxsize=65536)
def classify(word: str) -> tuple[str, str, Role]:
    """``(stem, particle, role)`` of an eojeol by its ending."""
    if len(word) == 1 and not word.isalnum():
        return word, "", "mark"
    if word in ADVERBS or _PER.match(word):
        return word, "", "adverb"
    if word in WHOLE or not _HANGUL.match(word[-1]):
        return word, "", "noun"
    if _LIKE_VERBS.search(word):
        return word, "", "noun"
    if _MODIFIER.search(word):
        return word, "", "modifier"
    if _VERB.search(word):
        return word, "", "verb"
    stem, particle = split_particle(word)
    return stem, particle, "noun"


def split_particle(word: str) -> tuple[str, str]:
    """``(noun, particle)``; the particle is empty where the last syllables belong to the noun."""
    if word[:-1] in WHOLE and word[-1] in PARTICLES and _allows(word[:-1], word[-1]):
        return word[:-1], word[-1]
    for particle in PARTICLES:
        stem = word[: -len(particle)]
        if stem and word.endswith(particle) and _allows(stem, particle):
            return stem, particle
    return word, ""


def _allows(stem: str, particle: str) -> bool:
    """Whether the sound before it lets the particle stand: 은 after a consonant, 는 after a vowel, 로 after a vowel or ㄹ."""
    last = ord(stem[-1]) - 0xAC00
    if not 0 <= last < 11172:
        return True
    final = last % 28
    if particle in AFTER_CONSONANT:
        return bool(final) and not (particle.startswith("으로") and final == 8)
    if particle in AFTER_VOWEL:
        return not final or (particle.startswith("로") and final == 8)
    return True
