"""The collector rests while a text is read, and is as it was found afterwards."""

import gc

import pytest

import jobextract
from jobextract.garbage import uncollected


def test_the_collector_rests_inside_and_goes_on_behind_it() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_behind_an_error() -> None:
    with pytest.raises(ValueError):
        jobextract.extract("1명", published="not a day")
    assert gc.isenabled()


def test_who_switched_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        jobextract.extract("해달군은 일자리 300개를 만들었다.")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_a_page_leaves_behind_is_bounded() -> None:
    for number in range(3):
        jobextract.extract(f"해달군은 일자리 {number + 300}개를 만들었다.")
    gc.collect()
    before = len(gc.get_objects())
    for number in range(30):
        jobextract.extract(f"해달군은 일자리 {number + 400}개를 만들었다.")
    gc.collect()
    assert len(gc.get_objects()) < before + 3000
