"""Through how much of an article a name goes, and by which particles."""

from jobextract.attributes.bodies.usage import Course
from jobextract.korean import sentences
from jobextract.korean.tokens import read

TEXT = (
    "달빛구는 일자리를 늘린다.\n구청 강당에서 설명회가 열렸다.\n별빛연구원이 자료를 냈다.\n"
    "달빛구의 살림은 빠듯하다.\n학생이 많이 왔다.\n달빛은 내년에도 늘린다."
)
FORMS = {"달빛구": ("달빛구", "달빛"), "별빛연구원": ("별빛연구원",), "강당": ("강당",), "해달군": ("해달군",)}


def _told(last, text=TEXT):
    spoken = [
        read(text, start, end, [], "body", number)
        for number, (start, end) in enumerate(sentences.split(text, 0, len(text)))
    ]
    return set(Course(spoken, FORMS).facts(last, "kind"))


def test_what_an_article_is_about_stands_in_all_its_parts_in_any_form():
    assert {"uses3", "parts3", "begins1ends1", "sentences4|kind"} <= _told("달빛구")


def test_who_gave_a_paper_stands_in_one_part_alone():
    assert {"uses1", "parts1", "begins0ends0", "as topic4|1"} <= _told("별빛연구원")


def test_where_something_took_place_is_told_from_who_acts():
    assert {"as scene4|1", "as topic0|1"} <= _told("강당")


def test_a_name_that_only_the_headline_has_stands_nowhere():
    assert {"uses0", "parts0", "as topic-1|0"} <= _told("해달군")
    assert "uses0" in _told("해달군", "")
