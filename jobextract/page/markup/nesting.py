"""HTML whose tags stand in one another deeper than libxml2 reads, which leaves out all below its 255th level in silence."""

from __future__ import annotations

import regex

_DEEPEST = 200
#: what each of these closes where it follows without an end tag
_CLOSED = {
    "p": frozenset({"p"}),
    "li": frozenset({"p", "li"}),
    "dt": frozenset({"p", "dt", "dd"}),
    "dd": frozenset({"p", "dt", "dd"}),
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "tr": frozenset({"p", "td", "th", "tr"}),
}
_INLINE = frozenset({"a", "b", "em", "font", "i", "small", "span", "strong", "u"})
_BLOCKS = frozenset(
    {"article", "blockquote", "center", "div", "dl", "form", "main", "ol", "section", "table", "tbody", "ul"}
)
#: a tag, or a comment, a script or a style: what looks like a tag in those is none
_TAG = regex.compile(
    r"<!--(?:[^-]++|-(?!->))*+|<(?P<raw>script|style)\b(?:[^<]++|<(?!/(?P=raw)\b))*+"
    rf"|<(?P<end>/?)(?P<name>{'|'.join(sorted({*_CLOSED, *_INLINE, *_BLOCKS}))})\b[^<>]*+>",
    regex.I,
)


def levelled(page: str) -> str:
    """The page without tags below the 200th level; what they hold stays, on lines of its own where they make lines."""
    kept: list[str] = []
    at = below = 0
    stack: list[str] = []
    for tag in _TAG.finditer(page):
        if not tag["name"]:
            continue
        name, ends = tag["name"].lower(), bool(tag["end"])
        if not (below or (len(stack) >= _DEEPEST and not ends)):
            _follow(stack, name, ends)
            continue
        if name not in _CLOSED:
            below += -1 if ends else 1
        words, at = page[at : tag.start()], tag.end()
        kept += [words, "<br>"] if words.strip() and name not in _INLINE else [words]
    return "".join((*kept, page[at:])) if kept else page


def _follow(stack: list[str], name: str, ends: bool) -> None:
    """The open tags after one more."""
    if not ends:
        while stack and stack[-1] in _CLOSED.get(name, ()):
            stack.pop()
        stack.append(name)
    elif name in stack:
        while stack.pop() != name:
            pass
