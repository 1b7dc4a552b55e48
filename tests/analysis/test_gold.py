"""Floors for precision and recall on annotated articles: they cannot drop without a test failing.

Five collections: the project's own articles, used to mend the rules (``seeds/``, the numbered ones and those with ``p`` and a number of
``tests/fixtures/articles``), pages by other authors, labelled to learn from (the rest of that folder), pages by authors none of
whose pages was ever learned from or read to mend anything (``tests/fixtures/unseen``: what to expect of a new page; when they are
used, they move to the labelled ones and other authors write new ones), and, where a folder ``shared`` stands beside the checkout,
the five given articles and the pages of dev. A failure prints what was lost and what was gained for nothing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from annotation import Annotated, annotated, extracted, line_errors, matched

from jobextract.analysis.evaluate import FIELDS, Match

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LABELLED = ROOT / "tests/fixtures/articles"
UNSEEN = ROOT / "tests/fixtures/unseen"
FOLDERS = {
    "own": [(ROOT / "seeds", ROOT / "seeds", "*"), (LABELLED, LABELLED, "[0-9]*"), (LABELLED, LABELLED, "p[0-9]*")],
    "labelled": [(LABELLED, LABELLED, "[a-z]-*"), (LABELLED, LABELLED, "[a-z][0-9]-*")],
    "unseen": [(UNSEEN, UNSEEN, "*")],
    "given": [(SHARED / "seeds", SHARED / "gold", "*")],
    "dev": [(SHARED / "dev" / "text", SHARED / "dev" / "gold", "*")],
}
#: what each collection has to reach; floors only rise
FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8"))
KINDS = tuple(FLOORS["own"]["kinds"])
SHARES = tuple(FLOORS["own"]["fields"])
FACTS = tuple(FLOORS["own"]["facts"])

collections = pytest.mark.parametrize("collection", FOLDERS)


def report_of(collection: str, first: str, complaints: list[str]) -> str:
    """What a failure prints; of unseen pages no word, for who reads one has to move it to the labelled."""
    shown = ["of which pages is not told"] if collection == "unseen" else complaints
    return "\n".join([first, *shown])


@cache
def articles(collection: str) -> tuple[Annotated, ...]:
    found = [article for texts, gold, names in FOLDERS[collection] for article in annotated(texts, gold, names)]
    if collection in ("given", "dev") and not found:
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
        own_gained = [record for record in match.extra if record["kind"] == kind]
        pairs += sum(row["kind"] == kind for row, _ in match.pairs)
        lost += len(own_lost)
        gained += len(own_gained)
        complaints += [f"lost   {article.name}:{row['line']} {row['text']}" for row in own_lost]
        complaints += [
            f"gained {article.name}@{record['start']} {record['text']} by {record['rule']}" for record in own_gained
        ]
    if not pairs + lost:
        pytest.skip(f"no {kind} in these articles")
    precision, recall = FLOORS[collection]["kinds"][kind]
    report = report_of(collection, f"precision {pairs}/{pairs + gained}, recall {pairs}/{pairs + lost}", complaints)
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
                    [record[key] for key in ("value", "low", "high")]
                    if field == "value"
                    else record.get(field, record["text"])
                )
                want = row.get("status_in") if field == "status" else row.get(field, row["text"])
                complaints.append(f"{article.name}:{row['line']} {row['text']}: got {got!r}, want {want!r}")
    report = report_of(collection, f"{len(complaints)} of {asked} wrong", complaints)
    assert asked - len(complaints) >= FLOORS[collection]["fields"][field] * asked, report


@collections
def test_lines_kept(collection: str) -> None:
    counts = [line_errors(article) for article in articles(collection)]
    errors = [error for _, errors in counts for error in errors]
    wanted = sum(wanted for wanted, _ in counts)
    report = report_of(collection, f"{len(errors)} wrong, {wanted} to keep", errors)
    assert len(errors) <= (1 - FLOORS[collection]["lines"]) * wanted, report


@collections
def test_articles_told_apart(collection: str) -> None:
    counts = {
        article.name: (len(extracted(article.text).articles), len(article.articles)) for article in articles(collection)
    }
    wrong = {name: count for name, count in counts.items() if count[0] != count[1]}
    report = report_of(
        collection, f"{len(wrong)} of {len(counts)} wrong", [f"{name}: {pair}" for name, pair in wrong.items()]
    )
    assert len(wrong) <= (1 - FLOORS[collection]["apart"]) * len(counts), report


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
    report = report_of(collection, f"{len(complaints)} of {asked} wrong", complaints)
    assert asked - len(complaints) >= FLOORS[collection]["facts"][fact] * asked, report


def _agree(fact: str, got: object, want: object) -> bool:
    """A date agrees with one that gives the time too, a subject with one that names the province too."""
    if got is None or want is None:
        return got is want
    if fact == "published":
        return str(got).startswith(str(want)) or str(want).startswith(str(got))
    return str(got).split()[-1] == str(want).split()[-1] if fact == "subject" else got == want
