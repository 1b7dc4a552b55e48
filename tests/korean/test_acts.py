"""The acts that a text tells of, by their kinds."""

import pytest

from jobextract.korean.acts import acts


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("을 새로 들이기로 했었다", ["resolves"]),
        ("을 장담했지만 정작", ["vows", "turns"]),
        ("에 그쳤다", ["misses"]),
        ("을 봤다", []),
    ],
)
def test_what_is_told_between_figures_is_told_by_its_kind(said, kinds) -> None:
    assert acts(said) == kinds


def test_a_stretch_is_read_beside_what_stands_before_it():
    said = "300명을 뽑겠다고 했으나 그쳤다"
    assert acts(said, said.index("으나")) == ["turns", "misses"] and acts(said, said.index("그쳤다"), 3) == []
