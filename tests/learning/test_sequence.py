"""A chain of labels: its facts and its neighbours decide together, and the same ones on every machine."""

from jobextract.learning.sequence import SequenceModel
from jobextract.learning.tables import NAMES, Tables
from jobextract.learning.weights import Weights


def model(weights, transitions, labels=("inside", "outside")):
    data = {"transitions": transitions}
    return SequenceModel(Weights(name="t", pages="", labels=list(labels), weights=weights, data=data))


CHAIN = model({"sentence": [5, 0], "button": [0, 5], "doubt": [0, 1]}, [[3, 0], [0, 3]])


def test_a_doubtful_place_goes_with_its_neighbours():
    found = CHAIN.label([["sentence"], ["doubt"], ["sentence"], ["button"], ["button"]])
    assert found.labels == ["inside", "inside", "inside", "outside", "outside"]


def test_scores_are_those_of_the_best_sequence_through_each_label():
    found = CHAIN.label([["sentence"], ["doubt"], ["sentence"]])
    assert found.scores[1] == [16, 11]
    assert max(found.scores[0]) == max(found.scores[1]) == max(found.scores[2])


def test_a_fact_that_was_never_learned_weighs_nothing():
    assert CHAIN.label([["sentence", "unheard of"]]) == CHAIN.label([["sentence"]])


def test_of_two_labels_of_one_score_the_first_wins():
    assert CHAIN.label([["unheard of"]]).labels == ["inside"]


def test_nothing_has_no_labels():
    assert CHAIN.label([]).labels == []


def test_a_label_far_behind_comes_before_none_but_one_near_enough_may():
    steps = [[0, 0], [60, 0]]  # only from the second label a step to the first is worth something
    chain = model({"first": [50, 0], "much": [70, 0]}, steps)
    assert chain.label([["first"], []]).labels == ["outside", "inside"]
    assert chain.label([["much"], []]).labels == ["inside", "inside"]


def test_facts_read_by_table_weigh_what_their_names_weigh():
    names = "place:{0}", "{1}"
    weighed = Tables(CHAIN.worth)(*names)
    assert NAMES(*names)[3, "button"] == ("place:3", "button")
    assert NAMES(*names)[3, None] == ("place:3",)
    assert NAMES()[("button",)] == ("button",)
    assert CHAIN.read(weighed[3, "button"] + weighed[4, "doubt"]) == CHAIN.score(["button", "doubt"]) == [0, 6]
