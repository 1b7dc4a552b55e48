"""The files of folders that are no articles by their names: what is not read is counted and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from ..page.decode import printable
from ..wording.terminal import counted
from .corpora import readers

_NAMED = 3  # corpora that are told by name
_KINDS = 6  # endings that are told


class PassedOver:
    """How many there were of which endings, and which of them may be corpora, which are read where they are named."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.corpora: list[str] = []

    def add(self, path: str) -> None:
        self.kinds[readers.suffix(path)] += 1
        if readers.is_corpus(path) and len(self.corpora) < _NAMED:
            self.corpora.append(printable(path))

    def tell(self, say: Callable[[str], None]) -> None:
        """A line for all of them, and one for the corpora among them."""
        if not self.kinds:
            return
        count = self.kinds.total()
        kinds = [f"{number} {kind or '(no ending)'}" for kind, number in self.kinds.most_common(_KINDS)]
        more = ", …" if len(self.kinds) > _KINDS else ""
        say(f"{counted(count, 'files')} of folders passed over: {', '.join(kinds)}{more}")
        if self.corpora:
            named = ", ".join(self.corpora)
            say(f"corpora in a folder are not read; name them themselves to read them: {named}")
