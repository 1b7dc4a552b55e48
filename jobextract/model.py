"""What passes between the steps: frozen values, no behaviour, no import of ours.

Every ``start`` and ``end`` is a half-open span in code points of ``Source.text``, and ``text[start:end]`` is the evidence.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

import msgspec

Kind = Literal[
    "count", "money", "percent", "multiple", "ratio", "ordinal", "measure", "age", "date", "duration", "time", "number"
]
Role = Literal["title", "body", "caption", "meta", "boilerplate", "blank"]
Section = Literal["title", "body", "caption"]
Bound = Literal["min", "over", "max", "under", "upto"]
Status = Literal["target", "plan", "actual"]
Change = Literal["increase", "decrease"]
PeriodBasis = Literal["stated", "published", "inferred"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One text to read figures from: what ``reading`` made of a file, a page or a corpus row.

    ``name`` is the path, URL or corpus id; ``digest`` the first 12 hex digits of the SHA-256 of the UTF-8 text.
    ``title``, ``published``, ``publisher`` and ``reporter`` are what the carrier says outside the text (HTML metadata,
    corpus columns, command line), or None. ``is_article`` where it says that the text is an article, as a row of a corpus
    is: then no headline and no shape make a page without an article of it.
    """

    name: str
    text: str
    digest: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    reporter: str | None = None
    carried: dict[str, str] | None = None
    is_article: bool = False


class Part(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a line with one verdict: a glued line (last sentence and byline) has several."""

    start: int
    end: int
    role: Role
    rule: str


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One line of the source, judged and never deleted.

    ``start``/``end`` exclude the newline. ``keep`` is true where any part belongs to the article (title, body, caption).
    ``role`` and ``rule`` are those of the part that decided; ``parts`` covers the line without its outer blanks.
    ``flags`` names damage that the scrape did (``lost-text``, ``lost-unit``), never repaired.
    """

    number: int
    start: int
    end: int
    keep: bool
    role: Role
    rule: str
    parts: tuple[Part, ...] = ()
    flags: tuple[str, ...] = ()


class Segment(msgspec.Struct, frozen=True, gc=False):
    """A running stretch of an article to be split into sentences.

    It holds a newline only where the page wrapped a sentence over several lines; a newline then counts as a blank.
    """

    section: Section
    start: int
    end: int


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a source, with what the page says of its publication.

    ``published`` and ``updated`` are ISO 8601 (``2024-01-12`` or ``2024-01-12T09:10:01``), null where the page does not say.
    ``year`` is the year that 올해 means and ``year_basis`` where it comes from: the published date, or the years that the
    article itself states. ``place`` is the dateline's place. ``segments`` stand in reading order.
    """

    number: int
    first_line: int
    last_line: int
    title: str | None = None
    subtitle: str | None = None
    published: str | None = None
    updated: str | None = None
    reporter: str | None = None
    reporters: tuple[str, ...] = ()
    publisher: str | None = None
    place: str | None = None
    subject: str | None = None
    region: str | None = None
    year: int | None = None
    year_basis: Literal["published", "inferred"] | None = None
    segments: tuple[Segment, ...] = ()


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A quantity, date or duration as written, with its exact value.

    ``value`` is null where only a range is given; ``low`` and ``high`` are inclusive but for the bounds ``over`` and
    ``under``. ``unit`` is a counter (개, 명), ISO 4217 (KRW), ``%``, ``%p``, a UCUM measure (m2, km, Cel), a unit of time
    (year, month, day, hour, minute, second) or as written where UCUM has none (평). ``period`` is EDTF, on dates and times.
    ``basis`` says what the period rests on: ``stated`` where the text names the year, ``published`` where the reference
    date supplied it, ``inferred`` where only a reference year did.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    bound: Bound | None = None
    approx: bool = False
    period: str | None = None
    basis: PeriodBasis | None = None
    rule: str = ""


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One figure of an article: what it is, whose, for when, aimed at or achieved, and the sentence that says so.

    The order of the fields is part of the contract; new ones come at the end. ``member`` and ``confidence`` may be left out
    where records are read, because those written before there were any have none.
    """

    id: str
    source: str
    article: int
    title: str | None
    published: str | None
    publisher: str | None
    reporter: str | None
    section: Section
    subject: str | None
    region: str | None
    item: str | None
    category: str | None
    kind: Kind
    text: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    bound: Bound | None
    approx: bool
    change: Change | None
    status: Status | None
    year: int | None
    period: str | None
    period_basis: PeriodBasis | None
    same_as: str | None
    sentence: str
    rule: str
    member: str | None = None
    confidence: Decimal | None = None
    carried: dict[str, str] | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Whether figures of one article add up.

    ``kind`` is ``sum`` (parts against a stated total), ``share`` (a percentage against its base) or ``change`` (a
    difference against before and after). ``total`` is the id of the record that is checked, ``parts`` those it is checked
    with, ``expected`` what they give and ``stated`` what the text says.
    """

    kind: Literal["sum", "share", "change"]
    article: int
    holds: bool
    total: str
    parts: tuple[str, ...]
    stated: Decimal
    expected: Decimal
    note: str = ""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a subject aimed at and reached in one item and period; ``rate`` is actual over target in percent.

    ``period`` tells a year (``2022``) from a deadline (``../2026``); ``actual_period`` is that of the result where it is another, as of
    one part-way. ``target_ids`` and ``actual_ids`` are the evidence in all documents, that of the row's own first; ``source``, ``title``,
    ``published`` and ``sentence`` tell where the target stands, ``actual_source`` and so on where the result does. ``stated_rate`` is the
    rate that the text gives. ``flag`` says what is to be looked at: ``rate``, that is another than the computed one; ``results``, another
    row has the same target and another result; ``differs``, another row has the same subject, item, period and unit and another target;
    ``revised``, the target was given up for another one. ``aimed`` is ``plan`` where its records say that it is only announced.
    ``confidence`` is that of the less sure of the two sides.
    """

    subject: str | None
    item: str
    year: int | None
    period: str | None
    unit: str | None
    target: Decimal | None
    actual: Decimal | None
    rate: Decimal | None
    target_ids: tuple[str, ...]
    actual_ids: tuple[str, ...]
    actual_period: str | None = None
    stated_rate: Decimal | None = None
    flag: Literal["rate", "differs", "results", "revised"] | None = None
    aimed: Literal["target", "plan"] = "target"
    source: str | None = None
    title: str | None = None
    published: str | None = None
    sentence: str | None = None
    actual_sentence: str | None = None
    actual_source: str | None = None
    actual_title: str | None = None
    actual_published: str | None = None
    confidence: Decimal | None = None


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """Everything read from one source, in reading order."""

    source: Source
    lines: tuple[Line, ...]
    articles: tuple[Article, ...]
    records: tuple[Record, ...]
    checks: tuple[Check, ...] = ()

    if TYPE_CHECKING:  # given by ``showing``, so that this module holds no logic

        def _repr_html_(self) -> str: ...
        def to_arrow(self) -> Any: ...
        def to_polars(self) -> Any: ...
        def to_pandas(self) -> Any: ...
