"""Floors for precision and recall on annotated articles: they cannot drop without a test failing.

Two collections: the project's own articles (``seeds/`` and ``tests/fixtures/articles``), and those of a folder
``shared`` beside the checkout, where there is one. A failure prints what was lost and what was gained for nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from scoring import FIELDS, Annotated, Match, annotated, extracted, line_errors, matched

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FOLDERS = {
    "own": [(ROOT / "seeds", ROOT / "seeds"), *[(ROOT / "tests/fixtures/articles",) * 2]],
    "shared": [(SHARED / "seeds", SHARED / "gold"), (SHARED / "dev" / "text", SHARED / "dev" / "gold")],
}
#: kind: least precision, least recall
KINDS = {
    "count": (0.95, 0.95),
    "money": (0.95, 0.95),
    "percent": (0.95, 0.95),
    "multiple": (0.90, 0.90),
    "ratio": (0.90, 0.90),
    "ordinal": (0.90, 0.90),
    "measure": (0.95, 0.95),
    "age": (0.95, 0.95),
    "date": (0.95, 0.95),
    "duration": (0.95, 0.95),
    "time": (0.90, 0.90),
    "number": (0.80, 0.80),
}
#: field: least share of the found quantities in which it is right
SHARES = {
    "value": 0.99,
    "unit": 0.99,
    "span": 0.95,
    "item": 0.90,
    "subject": 0.95,
    "status": 0.90,
    "period": 0.90,
    "bound": 1.0,
    "approx": 1.0,
}
FACTS = ("title", "published", "reporter", "publisher", "subject")
LINES = 0.98

collections = pytest.mark.parametrize("collection", FOLDERS)


@cache
def articles(collection: str) -> tuple[Annotated, ...]:
    found = [article for texts, gold in FOLDERS[collection] for article in annotated(texts, gold)]
    if collection == "shared" and not found:
        pytest.skip("no folder shared/ with annotated articles beside the checkout")
    return tuple(found)


@cache
def matches(collection: str) -> tuple[tuple[Annotated, Match], ...]:
    return tuple((article, matched(article)) for article in articles(collection))


@collections
@pytest.mark.parametrize("kind", KINDS)
def test_quantities_found(collection: str, kind: str) -> None:
    pairs = lost = gained = 0
    complaints = []
    for article, match in matches(collection):
        own_lost = [row for row in match.lost if row["kind"] == kind]
        own_gained = [record for record in match.gained if record.kind == kind]
        pairs += sum(row["kind"] == kind for row, _ in match.pairs)
        lost += len(own_lost)
        gained += len(own_gained)
        complaints += [f"lost   {article.name}:{row['line']} {row['text']}" for row in own_lost]
        complaints += [f"gained {article.name}@{record.start} {record.text} by {record.rule}" for record in own_gained]
    if not pairs + lost:
        pytest.skip(f"no {kind} in these articles")
    precision, recall = KINDS[kind]
    report = "\n".join([f"precision {pairs}/{pairs + gained}, recall {pairs}/{pairs + lost}", *complaints])
    assert pairs >= precision * (pairs + gained) and pairs >= recall * (pairs + lost), report


@collections
@pytest.mark.parametrize("field", SHARES)
def test_fields_right(collection: str, field: str) -> None:
    asked = 0
    complaints = []
    for article, match in matches(collection):
        for row, record in match.pairs:
            verdict = FIELDS[field](record, row)
            asked += verdict is not None
            if verdict is False:
                got = (
                    (record.value, record.low, record.high) if field == "value" else getattr(record, field, record.text)
                )
                want = row.get("status_in") if field == "status" else row.get(field, row["text"])
                complaints.append(f"{article.name}:{row['line']} {row['text']}: got {got!r}, want {want!r}")
    report = "\n".join([f"{len(complaints)} of {asked} wrong", *complaints])
    assert asked - len(complaints) >= SHARES[field] * asked, report


@collections
def test_lines_kept(collection: str) -> None:
    counts = [line_errors(article) for article in articles(collection)]
    errors = [error for _, errors in counts for error in errors]
    wanted = sum(wanted for wanted, _ in counts)
    assert len(errors) <= (1 - LINES) * wanted, "\n".join([f"{len(errors)} wrong, {wanted} to keep", *errors])


@collections
def test_facts_of_publication(collection: str) -> None:
    complaints = []
    for article in articles(collection):
        got = extracted(article.text).articles
        if len(got) != len(article.articles):
            complaints.append(f"{article.name}: {len(got)} articles, want {len(article.articles)}")
            continue
        for found, known in zip(got, article.articles, strict=True):
            facts = {name: getattr(found, name) for name in FACTS} | {"inferred_year": found.year}
            complaints += [
                f"{article.name}: {name} {facts[name]!r}, want {known[name]!r}"
                for name in facts
                if name in known and facts[name] != known[name]
            ]
    assert not complaints, "\n".join(complaints)
