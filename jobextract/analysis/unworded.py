"""Records that hold no wording, as of a database that kept numbers alone: their fields must do, for there is nothing to weigh."""

from __future__ import annotations

from .things import Kinship, Row

#: how the times of a pair agree
_TIMES = frozenset(("same", "within"))


def is_pair(aim: Row, row: Row, kin: Kinship, when: str, *, reckoned: bool, near: bool) -> bool:
    """Whether a result is set against a target: reckoned by it, or of one thing, body and time, the nearer the less alike."""
    if row["status"] != "actual" or row["change"] is not None:
        return False
    if reckoned:
        return True
    one_time = when in _TIMES
    bodies = {aim["subject"], row["subject"]} - {None}
    if len(bodies) > 1 or not (one_time or when.startswith("null")):
        return False
    if kin == "same":
        return near or one_time
    return kin == "akin" and bool(aim["sentence"]) and aim["sentence"] == row["sentence"]
