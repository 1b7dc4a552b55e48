"""How an article uses a name all through: how often it says it, who speaks for it, whether it is introduced as a body.

Counted once an article and asked for each name, so that a firm, a club or an institute that no list knows is told from a
common noun by what the text does with it: 달빛지도(대표 …), 달빛지도 관계자는, 달빛지도는 … 밝혔다.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ...korean import morphology
from ...korean.particles import AT, FROM, GENITIVE, TOPIC
from ...korean.tokens import CLOSE, OPEN, Sentence, Word
from ...korean.word_lists import pattern, words

_SAYS, _TELLS, _INTRODUCED = pattern("bodies.says"), pattern("bodies.tells"), pattern("bodies.introduced")
_STAFF, _HEADS = frozenset(words("bodies.staff")), frozenset(words("bodies.heads"))
_ROLES, _GROUPED = frozenset(words("bodies.roles")), pattern("bodies.grouped")
#: code points at the end of a sentence that hold its verb of saying
_VERB = 16
_VERBAL = ("V", "E", "J", "M")
_NAMING = frozenset(("NNG", "NNP", "SL", "XPN", "XSN", "NR", "SN", "XR"))
#: endings of firms' names that also end the names of goods and trades; what makes a budget that of the whole state
_FIRMS, _STATE_BUDGET = words("bodies.firms"), pattern("bodies.state_budget")
_GENERIC = frozenset(words("bodies.generic"))
_SURNAMES, _BODIES = frozenset(words("bylines.surnames")), words("bodies.named_short")
_AGE = re.compile(r"[2-8][0-9]")
_WORD = re.compile(r"\w+")
#: syllables of a person's name
_PERSON = 3
#: letters that a name is called again by
TAIL = 3
#: syllables of a name whose ends are looked at
LONGEST = 24
#: code points of the text that tell what budget it is about
_HEAD = 200


class Standing:
    """What the sentences of an article say of each of its nouns."""

    def __init__(self, title: str, body: list[Sentence], text: str, titles: Iterable[Sentence] = ()) -> None:
        self.title, self.text = title, text
        self.said, self.topics, self.owners = Counter[str](), Counter[str](), Counter[str]()
        self.says, self.staff, self.heads, self.quoted = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
        self.tells, self.scenes, self.counted = Counter[str](), Counter[str](), Counter[str]()
        self.people, self.asides, self.called = Counter[str](), Counter[str](), Counter[str]()
        for sentence in body:
            self._hear(sentence)
        for sentence in (*titles, *body):
            self._people(sentence.words)
            self._called_by_role(sentence.words)
        start, end = (body[0].start, body[-1].end) if body else (0, 0)
        self.tails = self._tails(title)
        self.introduced = Counter(match[1] for match in _INTRODUCED.finditer(text, start, end))
        self.whole = text[start:end]
        leads = (title, *(text[sentence.start : sentence.end] for sentence in body[:2]))
        self.groups = Counter(" ".join(match[0].split()) for lead in leads for match in _GROUPED.finditer(lead))
        self.forms: Mapping[str, tuple[str, ...]] = {}
        self.state_budget = bool(_STATE_BUDGET.search(f"{title} {self.whole[:_HEAD]}"))

    def _hear(self, sentence: Sentence) -> None:
        says = bool(_SAYS.search(self.text, max(sentence.start, sentence.end - _VERB), sentence.end))
        tells = says and bool(_TELLS.search(self.text, max(sentence.start, sentence.end - _VERB), sentence.end))
        heard = sentence.words
        for index, word in enumerate(heard):
            if word.role != "noun":
                continue
            stem, following = word.stem, heard[index + 1] if index + 1 < len(heard) else None
            self.said[stem] += 1
            if _is_counted(heard, index):
                self.counted[stem] += 1
            if word.particle in TOPIC:
                self.topics[stem] += 1
                self.says[stem] += says
                self.tells[stem] += tells
                says = tells = False
            elif word.particle == GENITIVE:
                self.owners[stem] += 1
            elif word.particle in (AT, FROM):
                self.scenes[stem] += 1
            if index and heard[index - 1].text in OPEN and following is not None and following.text in CLOSE:
                self.quoted[stem] += 1

    def _people(self, heard: tuple[Word, ...]) -> None:
        """Who has a head or staff: 달빛지도 관계자, 달빛지도 나무별 대표; the person between is none who has."""
        for (index, word), following in zip(enumerate(heard), heard[1:], strict=False):
            if word.role != "noun" or word.particle:
                continue
            headed, before = following.stem in _HEADS, heard[index - 1] if index else None
            aged = following.text == "(" and heard[index + 2 : index + 3] and _AGE.fullmatch(heard[index + 2].text)
            if is_person(word.stem) and (headed or aged):
                self.people[word.stem] += 1
                if before is not None and before.role == "noun" and not before.particle:
                    self.heads[before.stem] += 1
                    continue
            self.staff[word.stem] += following.stem in _STAFF
            self.heads[word.stem] += headed

    def _called_by_role(self, heard: tuple[Word, ...]) -> None:
        """Names of persons by what stands beside them: an office or a role (투수 김달빛, 김달빛 선수), a bracket."""
        for index, word in enumerate(heard):
            if word.role == "noun" and is_person(word.stem):
                before, behind = heard[max(index - 1, 0)], heard[min(index + 1, len(heard) - 1)]
                named = before is not word and not before.particle and before.stem in _HEADS | _ROLES
                self.called[word.stem] += named or (not word.particle and behind.stem in _ROLES)
                self.asides[word.stem] += behind.text in OPEN

    def _tails(self, title: str) -> dict[str, str]:
        """Topics that are the end of one longer name: 관리단은 of 금강수자원관리단, 의료원은 of 군산의료원."""
        found: dict[str, str | None] = {}
        for name in dict.fromkeys((*_WORD.findall(title), *self.said)):
            for cut in range(2, len(name) - TAIL + 1) if len(name) <= LONGEST else ():
                tail = name[cut:]
                if tail in self.topics:
                    found[tail] = name if tail not in found else None
        return {tail: name for tail, name in found.items() if name is not None}

    def person(self, last: str) -> Iterator[str]:
        """By what the text tells that the name is a person's: an office or an age behind it, a bracket, an office before it."""
        if not is_person(last):
            return
        if self.people[last]:
            yield "headed"
        if (self.asides[last] or self.called[last]) and nature(last) in ("unknown", "proper"):
            yield from (sign for sign, told in (("aside", self.asides), ("called", self.called)) if told[last])

    def is_titled(self, last: str) -> bool:
        """Whether the title names it, under any of its forms."""
        return any(form in self.title for form in self.forms.get(last, (last,)))

    def often(self, counted: Counter[str], last: str) -> int:
        """How often any form of the name is counted."""
        return sum(counted[form] for form in self.forms.get(last, (last,)))

    def letters(self, name: str) -> int:
        """How often the name stands anywhere, in longer words too: 구미시 in 구미시의회."""
        return self.whole.count(name)

    def facts(self, name: str, kind: str) -> list[str]:
        """What the article does with the name."""
        last = name.split()[-1]
        said, letters = self.often(self.said, last), self.letters(last)
        form = nature(last) if kind in ("name", "institution", "place") else kind
        opens = self.opens(last)
        return [
            f"says{min(self.often(self.says, last), 4)}",
            f"says{min(self.often(self.says, last), 4)}{kind}",
            f"says{min(self.often(self.says, last), 2)}heads{min(self.often(self.heads, last), 2)}",
            f"staff{min(self.often(self.staff, last), 2)}",
            f"heads{min(self.often(self.heads, last), 2)}{kind}",
            f"introduced{min(self.often(self.introduced, last), 2)}",
            f"speaks{self.speaks(last):d}{form}",
            f"quoted{min(self.often(self.quoted, last), 2)}{form}",
            f"owner{min(self.often(self.owners, last), 3)}",
            f"scene{min(self.scenes[last], 2)}of{min(said, 3)}|{kind}",
            f"says{min(self.often(self.says, last), 3)}of{min(self.often(self.topics, last), 4)}",
            f"says{min(self.often(self.says, last), 3)}of{min(self.often(self.topics, last), 4)}|{kind}",
            f"within{min(letters - said, 3)}{kind}" if letters > said else f"alone{kind}",
            f"nature {form}",
            f"counted{min(self.counted[last], 2)}of{min(said, 3)}|{form}",
            f"person{is_person(last):d}{min(self.people[last], 2)}|{form}",
            f"person{is_person(last):d}{min(self.people[last], 2)}",
            f"person{is_person(last):d}opens{opens}",
        ]

    def ranks(self, names: list[str]) -> dict[str, list[str]]:
        """How each name stands beside the others: whether it is said, speaks, is spoken of most of all, is named first."""
        lasts = {name: name.split()[-1] for name in names}
        found: dict[str, list[str]] = {name: [] for name in names}
        measures = {
            "said": {name: float(self.often(self.said, last)) for name, last in lasts.items()},
            "letters": {name: float(self.letters(last)) for name, last in lasts.items()},
            "says": {name: float(self.often(self.says, last)) for name, last in lasts.items()},
            "topics": {name: float(self.often(self.topics, last)) for name, last in lasts.items()},
            "speaks": {
                name: float(
                    self.often(self.says, last)
                    + self.often(self.staff, last)
                    + self.often(self.heads, last)
                    + self.often(self.introduced, last)
                )
                for name, last in lasts.items()
            },
            "first": {name: -float(self.first(last)) for name, last in lasts.items()},
        }
        for measure, values in measures.items():
            steps = sorted(set(values.values()), reverse=True)
            for name, value in values.items():
                none = value <= 0 and measure != "first"
                found[name].append(f"#{measure}{'none' if none else min(steps.index(value), 3)}")
        return found

    def first(self, last: str) -> int:
        """Where the body of the text first names it."""
        found = [self.whole.find(form) for form in self.forms.get(last, (last,))]
        return min((at for at in found if at >= 0), default=len(self.whole))

    def is_told_of(self, last: str) -> bool:
        """Whether the text itself says that the word is a name: it speaks, is introduced, opens the headline, stands in quotes."""
        opens = self.opens(last)
        if last in self.groups or self.introduced[last] or self.staff[last] or self.heads[last]:
            return True
        if opens in ("firstcomma", "clausecomma") or opens.endswith("quoted"):
            return self.said[last] > 0
        if opens.startswith("first") and self.said[last] > 1 and self.topics[last]:
            return True
        return self.tells[last] > 0 and last not in _GENERIC

    def speaks(self, last: str) -> bool:
        """Whether somebody speaks for it, or it is introduced with its head."""
        spoken = (self.says, self.staff, self.heads, self.introduced)
        return any(counted[form] for form in self.forms.get(last, (last,)) for counted in spoken)

    def opens(self, last: str) -> str:
        """How the title begins with it: with a comma behind, a particle, in quotation marks; whether a later clause does."""
        found = ((self.title.find(form), form) for form in self.forms.get(last, (last,)))
        at, last = next(((at, form) for at, form in found if at >= 0), (-1, last))
        if at < 0:
            return "no"
        before, behind = self.title[:at].rstrip("‘“'\"[「<《"), self.title[at + len(last) :]
        where = "first" if not before.strip() or before.rstrip().endswith(("]", ")")) else "later"
        if where == "later" and before.rstrip().endswith(("…", ",", "·", ":", "”", '"', "’", "'", "!", "?")):
            where = "clause"
        mark = "comma" if behind.startswith(",") else "quoted" if behind[:1] in ("’", "'", "”", '"') else "blank"
        return f"{where}{mark if behind[:1] in (',', ' ', '’', chr(39), '”', chr(34)) else 'glued'}"


def _is_counted(heard: tuple[Word, ...], index: int) -> bool:
    """작은도서관이 모두 46곳, 저축은행 79곳: a number of them follows, so that it is no body of its own."""
    following = next((word for word in heard[index + 1 : index + 3] if word.role != "adverb"), None)
    mention = following.mention if following is not None else None
    return mention is not None and mention.kind == "count"


def is_person(name: str) -> bool:
    """Whether the name may be that of a person: a surname and two syllables."""
    return len(name) == _PERSON and name[0] in _SURNAMES and not name.endswith(_BODIES)


@lru_cache(maxsize=2048)
def nature(name: str) -> str:
    """What the analyser sees in a name: a proper noun, a word it does not know, a common noun, several, a verb's stem."""
    tokens = morphology.tokens(name)
    tags = {token.tag for token in tokens}
    if any(tag.startswith(_VERBAL) for tag in tags):
        return "verbal"
    if not tags <= _NAMING:
        return "mixed"
    if any(not token.known for token in tokens if token.tag != "SL"):
        return "unknown"
    if tags & {"NNP", "SL"}:
        return "proper"
    return "plain" if len(tokens) == 1 else "compound"


@lru_cache(maxsize=2048)
def is_goods(name: str) -> bool:
    """Whether a name that ends like a firm's is made of common nouns alone, as what firms make is: 냉동식품, 전기자동차."""
    return name.endswith(_FIRMS) and nature(name) in ("plain", "compound")


def is_cut_of(short: str, full: str) -> bool:
    """Whether the short name is the long one with letters left out: 국토부 of 국토교통부, 전남도 of 전라남도, 관광공사 of 한국관광공사."""
    if not 1 < len(short) < len(full) or short[-1] != full[-1] or full.startswith(short):
        return False
    if short[0] != full[0]:
        return len(short) > 3 and full.endswith(short)
    letters = iter(full)
    return all(letter in letters for letter in short) and not re.search(r"\s", full)
