"""The kind of a job figure in the 지역일자리 목표공시제, where its item names one."""

from __future__ import annotations

from functools import lru_cache

import regex

from ..rulebook.loader import Rulebook


@lru_cache(maxsize=8)
def _kinds(rulebook: Rulebook) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    return tuple((name, regex.compile(pattern)) for name, pattern in rulebook.tables["categories"]["kinds"])


def kinds(rulebook: Rulebook) -> list[str]:
    """The closed list of categories."""
    return [name for name, _ in _kinds(rulebook)]


@lru_cache(maxsize=2048)
def category(item: str | None, rulebook: Rulebook) -> str | None:
    """The category that ``item`` names, or None: 직업 능력 훈련 is 직업능력개발훈련, 참여자 is none."""
    if not item:
        return None
    squeezed = "".join(item.split())
    return next((name for name, pattern in _kinds(rulebook) if pattern.search(squeezed)), None)
