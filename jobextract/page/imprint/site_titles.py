"""The title of an HTML page in its parts: the headline, and the site's name that most pages put beside it."""

from __future__ import annotations

from ...korean.word_lists import pattern, regex_pattern
from .. import bylines

_BETWEEN = regex_pattern("publishers.between")
_PORTAL_SITE = pattern("publishers.portal_sites")
_SHORTEST = 6
_SIGNS = ":;|·<>-–=~*▒ "


def headline(title: str | None, site: str | None, text: str) -> str | None:
    """The title without the name of the site, its section and what else pages put beside it."""
    if title is None:
        return None
    parts = _parts(title)
    if len(parts) < 2:
        return title
    squeezed = {"".join(line.split()) for line in text.split("\n")}
    stands = next((part for part in parts if "".join(part.split()) in squeezed and len(part) >= _SHORTEST), None)
    if stands is not None:
        return stands
    names = [part for part in parts if _names_site(part, site)]
    return max((part for part in parts if part not in names), key=len) if names and len(names) < len(parts) else title


def paper_alone(title: str) -> str | None:
    """The paper, where the title is its name and nothing else: ::: 들꽃신문 :::."""
    name = title.strip(_SIGNS)
    return name if name and len(name.split()) == 1 and bylines.medium(name) else None


def _names_site(part: str, site: str | None) -> bool:
    return (site is not None and site in part) or bylines.medium(part.split()[0]) or bylines.medium(part.split()[-1])


def _parts(title: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(title) if part.strip()]


def paper(site: str | None, title: str | None, author: str | None) -> str | None:
    """The paper: what the page calls its site, unless that is a portal, which names the paper as author; else its title."""
    if site and not _PORTAL_SITE.search(site):
        return site
    outlet = author.partition("|")[0].strip() if author and "|" in author and _PORTAL_SITE.search(author) else None
    if outlet:
        return outlet
    named = (part for part in reversed(_parts(title or "")[1:]) if bylines.medium(part) and len(part.split()) == 1)
    return next((part for part in named if not _PORTAL_SITE.search(part)), None)
