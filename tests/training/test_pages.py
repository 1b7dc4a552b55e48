"""Labelled pages are read whole: a letter for every line, blank where the line is blank."""

import pytest

from training.pages import labelled_pages
from training.writing import digest

PAGES = labelled_pages()


def test_every_line_has_its_letter():
    assert all(len(page.labels) == page.text.count("\n") + 1 for page in PAGES)
    assert {letter for page in PAGES for letter in page.labels} == set("BTMCX-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_blank_line_is_labelled_blank(page):
    lines = page.text.split("\n")
    clear = [
        (letter, line) for letter, line in zip(page.labels, lines, strict=True) if line.strip("\u200b") or not line
    ]
    assert [letter == "-" for letter, _ in clear] == [not line.strip() for _, line in clear]


def test_no_page_is_among_those_that_are_never_learned_from():
    assert not any("unseen" in page.name for page in PAGES)


def test_the_digest_changes_with_a_single_label():
    page = PAGES[0]
    assert digest([page]) != digest([page._replace(labels=["C", *page.labels[1:]])])
