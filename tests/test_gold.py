"""Floors for precision and recall on annotated articles: they cannot drop without a test failing.

Three collections: the project's own articles, used to mend the rules (``seeds/`` and ``tests/fixtures/articles``), articles
written without sight of the rules and not used to mend item, subject, status and period (``tests/fixtures/unseen``, what to
expect of a new article; where they are used to mend, they move to the others and new ones are written), and those of a folder
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
    "unseen": [(ROOT / "tests/fixtures/unseen",) * 2],
    "shared": [(SHARED / "seeds", SHARED / "gold"), (SHARED / "dev" / "text", SHARED / "dev" / "gold")],
}
#: kind: least precision, least recall
KINDS = {
    "count": (0.98, 0.98),
    "money": (0.99, 0.99),
    "percent": (0.99, 0.99),
    "multiple": (0.99, 0.99),
    "ratio": (0.99, 0.99),
    "ordinal": (0.80, 0.90),
    "measure": (0.98, 0.98),
    "age": (0.99, 0.99),
    "date": (0.95, 0.95),
    "duration": (0.95, 0.94),
    "time": (0.90, 0.90),
    "number": (0.80, 0.80),
}
#: field: least share of the found quantities in which it is right, in each collection
SHARES = {
    "value": {"own": 0.99, "unseen": 0.99, "shared": 1.0},
    "unit": {"own": 0.99, "unseen": 0.99, "shared": 0.99},
    "span": {"own": 0.99, "unseen": 0.98, "shared": 0.99},
    "item": {"own": 0.94, "unseen": 0.84, "shared": 0.98},
    "subject": {"own": 0.96, "unseen": 0.88, "shared": 0.99},
    "status": {"own": 0.97, "unseen": 0.91, "shared": 0.99},
    "period": {"own": 0.97, "unseen": 0.96, "shared": 0.98},
    "bound": {"own": 1.0, "unseen": 1.0, "shared": 1.0},
    "approx": {"own": 1.0, "unseen": 1.0, "shared": 1.0},
}
#: fact of publication: least share of the articles in which it is right
FACTS = {
    "title": {"own": 0.95, "unseen": 0.85, "shared": 1.0},
    "published": {"own": 1.0, "unseen": 0.95, "shared": 1.0},
    "reporter": {"own": 0.98, "unseen": 1.0, "shared": 1.0},
    "publisher": {"own": 0.90, "unseen": 0.90, "shared": 1.0},
    "subject": {"own": 0.70, "unseen": 0.50, "shared": 0.90},
    "inferred_year": {"own": 0.80, "unseen": 0.0, "shared": 1.0},
}
LINES = {"own": 0.98, "unseen": 0.99, "shared": 0.99}

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
    assert asked - len(complaints) >= SHARES[field][collection] * asked, report


@collections
def test_lines_kept(collection: str) -> None:
    counts = [line_errors(article) for article in articles(collection)]
    errors = [error for _, errors in counts for error in errors]
    wanted = sum(wanted for wanted, _ in counts)
    assert len(errors) <= (1 - LINES[collection]) * wanted, "\n".join(
        [f"{len(errors)} wrong, {wanted} to keep", *errors]
    )


@collections
def test_articles_told_apart(collection: str) -> None:
    counts = {
        article.name: (len(extracted(article.text).articles), len(article.articles)) for article in articles(collection)
    }
    assert not {name: count for name, count in counts.items() if count[0] != count[1]}


@collections
@pytest.mark.parametrize("fact", FACTS)
def test_facts_of_publication(collection: str, fact: str) -> None:
    asked = 0
    complaints = []
    for article in articles(collection):
        for found, known in zip(extracted(article.text).articles, article.articles, strict=False):
            got = found.year if fact == "inferred_year" else getattr(found, fact)
            if fact not in known:
                continue
            asked += 1
            if not _agree(fact, got, known[fact]):
                complaints.append(f"{article.name}: got {got!r}, want {known[fact]!r}")
    report = "\n".join([f"{len(complaints)} of {asked} wrong", *complaints])
    assert asked - len(complaints) >= FACTS[fact][collection] * asked, report


def _agree(fact: str, got: object, want: object) -> bool:
    """A date agrees with one that gives the time too, a subject with one that names the province too."""
    if got is None or want is None:
        return got is want
    if fact == "published":
        return str(got).startswith(str(want)) or str(want).startswith(str(got))
    return str(got).split()[-1] == str(want).split()[-1] if fact == "subject" else got == want
