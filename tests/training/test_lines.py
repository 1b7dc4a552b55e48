"""The weights of the lines are what training gives, to the byte."""

from pathlib import Path

import pytest

from training.labels import before_text, chain_labels
from training.train import FOLDER, trained
from training.writing import written


@pytest.mark.slow
def test_training_again_gives_the_same_bytes() -> None:
    assert written(trained("lines")) == Path(FOLDER / "lines.json").read_bytes()


def test_furniture_is_told_by_where_it_stands() -> None:
    lines = ["홈", "길을 넓힌다", "인쇄", "시는 길을 넓힌다.", "광고", "시는 다리도 놓는다.", "많이 본 뉴스"]
    assert chain_labels(lines, "XTXBXBX", [{"title": "길을 넓힌다"}]) == ["F", "H", "G", "B", "G", "B", "Z"]


def test_a_copy_of_the_headline_behind_the_text_is_furniture() -> None:
    lines = ["길을 넓힌다", "길을 넓힌다", "시는 길을 넓힌다.", "길을 넓힌다"]
    assert chain_labels(lines, "TTBT", [{"title": "길을 넓힌다"}]) == ["H", "H", "B", "Z"]


def test_each_article_of_a_file_has_its_headline() -> None:
    lines = ["길을 넓힌다", "시는 길을 넓힌다.", "목록", "배추가 풍년", "군은 배추를 심었다."]
    facts = [{"title": "길을 넓힌다", "first_line": 1}, {"title": "배추가 풍년", "first_line": 4}]
    assert chain_labels(lines, "TBXTB", facts) == ["H", "B", "Z", "H", "B"]


def test_what_stands_over_the_text_is_told_apart_from_what_stands_amid_it() -> None:
    assert before_text(["F", "H", "M", "G", "B", "G", "M", "Z"]) == ["F", "H", "m", "g", "B", "G", "M", "Z"]
    assert before_text(["H", "B", "Z", "H", "T", "B", "T"]) == ["H", "B", "Z", "H", "t", "B", "T"]
