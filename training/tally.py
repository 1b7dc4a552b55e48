"""What is right and wrong on pages left out, counted by who wrote them: for the rules alone, and with what was learned."""

from __future__ import annotations

from collections.abc import Collection


class Tally:
    """Figures asked, those that the rules have right and wrong, and those that are so in the end; None is no answer."""

    def __init__(self) -> None:
        self._rows: dict[str, list[int]] = {}

    def add(self, author: str, rule: str | None, said: str | None, right: Collection[str]) -> None:
        """One figure: what the rules say of it, what is said in the end, and the answers that are right."""
        for name in ("all", author):
            row = self._rows.setdefault(name, [0] * 5)
            row[0] += 1
            for place, answer in ((1, rule), (3, said)):
                row[place] += answer in right
                row[place + 1] += answer is not None and answer not in right

    def table(self, then: str) -> str:
        """A line an author; ``then`` says what the last two columns are."""
        lines = [f"author     figures  rules right/wrong  {then} right/wrong"]
        for name, (asked, *found) in sorted(self._rows.items()):
            right, wrong, after, still = (number / asked for number in found)
            lines.append(f"{name:10} {asked:7}  {right:.3f} {wrong:.3f}        {after:.3f} {still:.3f}")
        return "\n".join(lines)
