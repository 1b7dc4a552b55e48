"""Bytes, files and typed text to one ``Source``: charset, newlines and Unicode form are settled here, once.

Charset: a byte order mark, strict UTF-8 (after a torn last character is cut off), CP949, then a detector. What a page
says of its own charset is not asked: it is often wrong. Newlines become LF; decomposed Hangul (NFD) is composed, because
a morphological analyser reads it as loose letters. Every later offset counts code points of the text made here.
"""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import regex

from ..model import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML = regex.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s++html|html|head|body)\b",
    regex.I | regex.S,
)
_FEED = regex.compile(r"\s*+(?:<[?!][^>]*+>\s*+)*+<(?:rss|rdf:RDF|feed(?=[^>]*\bAtom))\b", regex.I)
_HTML_NAMES = (".html", ".htm", ".xhtml")
_HEAD = 4096
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
#: bytes of a document, unpacked, that are read where nothing else is said: no article has more
LARGEST = 1 << 26
_SAMPLE = 200_000
#: syllables for each broken sign of a text that is still read as what it was
DAMAGE = 20
_HANGUL = regex.compile(r"\p{Hangul}++")
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"BZh",
)


class ReadingError(Exception):
    """Input that is no text: ``name`` of the input, ``cause`` and ``remedy`` in one line each."""

    def __init__(self, name: str, cause: str, remedy: str) -> None:
        self.name, self.cause, self.remedy = printable(name), printable(cause), remedy
        super().__init__(f"{self.name}: {self.cause}; {remedy}")


def printable(words: str) -> str:
    """The words as every output can hold them: a byte of a file name that is no UTF-8 in hex, half an emoji as U+FFFD.

    Both are surrogates in Python, which no JSON, CSV or Parquet takes.
    """
    return _SURROGATE.sub(
        lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}" if "\udc80" <= match[0] <= "\udcff" else "\ufffd", words
    )


def read_path(path: str | Path, largest: int = LARGEST) -> Source:
    """The text of a file of at most so many bytes.

    Raises ReadingError for a folder, a missing, unreadable or larger file, and for what is no text.
    """
    return read_bytes(load_bytes(path, largest), printable(str(path)))


def load_bytes(path: str | Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file. Raises ReadingError for a folder and for a missing, unreadable or larger file."""
    name = str(path)
    if not name:
        raise ReadingError("''", "is no name of a file", "name a file, or - for standard input")
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadingError(name, "is a folder", "give a file, or use 'jobextract batch' for folders")
        with open(path, "rb") as file:
            return whole(file, name, largest)
    except FileNotFoundError:
        raise ReadingError(name, "no such file", "check the path") from None
    except PermissionError:
        raise ReadingError(name, "not readable", "check the permissions") from None
    except OSError as error:
        raise ReadingError(name, error.strerror or "cannot be read", "check the path") from None
    except ValueError:  # a zero byte
        raise ReadingError(name, "is no name of a file", "check the path") from None


def whole(file: BinaryIO, name: str, largest: int) -> bytes:
    """All that is in the file. Raises ReadingError where that is more than so many bytes, unpacked: it may never end."""
    data = file.read(largest + 1)
    if len(data) > largest:
        raise ReadingError(name, too_large(largest), "cut it into articles, or raise --max-size")
    return data


def too_large(largest: int) -> str:
    size = f"{largest / 1_048_576:g} MB" if largest >= 1_048_576 / 10 else f"{largest:,} bytes"
    return f"is larger than {size}"


def read_bytes(data: bytes, name: str) -> Source:
    """The text of ``data``; HTML, by name or first bytes, is read as a page. Raises ReadingError for binary data and for a feed."""
    text = _decoded(data, name)
    if _FEED.match(text, 0, _HEAD):
        remedy = "save the pages that it names, or put its entries into .csv with the columns title, text and date"
        raise ReadingError(name, "is a feed that lists articles, and no article", remedy)
    if name.lower().endswith(_HTML_NAMES) or _HTML.match(text, 0, _HEAD):
        return _from_page(_settled(text), name)
    return from_text(text, name)


def _from_page(text: str, name: str) -> Source:
    from .markup import html  # most sources are none, and its patterns take a while to compile

    try:
        page = html.read(text)
    except ImportError:
        raise ReadingError(
            name, "is HTML, and trafilatura is not installed", "pip install 'jobextract[html]'"
        ) from None
    if page.drawn:
        raise ReadingError(
            name,
            "is HTML whose text a script draws",
            "open it in a browser and save the page as shown, or give its text",
        )
    facts = {field: getattr(page, field) for field in ("title", "published", "reporter", "publisher")}
    return sound(msgspec.structs.replace(from_text(page.text, name), **facts))


def from_text(text: str, name: str = "-") -> Source:
    """A text that needs no decoding, with newlines and Unicode form settled."""
    text = _settled(text)
    return Source(name=printable(name), text=text, digest=hashlib.sha256(text.encode()).hexdigest()[:12])


def sound(source: Source) -> Source:
    """The source without surrogates, each replaced by U+FFFD: its offsets stay."""
    facts = {field: getattr(source, field) for field in ("name", "title", "published", "publisher", "reporter")}
    broken = {name: printable(words) for name, words in facts.items() if words and _SURROGATE.search(words)}
    if _SURROGATE.search(source.text):
        broken["text"] = mended(source.text)
    return msgspec.structs.replace(source, **broken) if broken else source


def mended(text: str) -> str:
    """The text with U+FFFD for half an emoji and for a byte that was no text: as long as it was."""
    return _SURROGATE.sub("\ufffd", text)


def _settled(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = mended(text)
    return unicodedata.normalize("NFC", text) if _decomposed(text) else text


def _decomposed(text: str) -> bool:
    """Whether conjoining letters stand in the text: only then is it composed, so that no other sign changes."""
    return regex.search(r"[\u1100-\u11ff]", text) is not None


def _decoded(data: bytes, name: str) -> str:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    if data.startswith(_SIGNATURES):
        raise ReadingError(name, "is no text (a document, picture or archive)", "save it as plain text or HTML first")
    for text in (*_strict(data), *_damaged(data)):
        if not _binary(text):
            return text
    return _detected(data, name)


def _damaged(data: bytes) -> Iterator[str]:
    """The text as UTF-8 or CP949 of which a few bytes are broken, each a U+FFFD: a detector takes it for another charset."""
    for charset in ("utf-8", "cp949"):
        text = data.decode(charset, "replace")
        if text.count("\ufffd") * DAMAGE <= sum(match.end() - match.start() for match in _HANGUL.finditer(text)):
            yield text


def _strict(data: bytes):
    """The text as strict UTF-8, then as CP949, each with a torn last character cut off."""
    for charset, longest in (("utf-8", 4), ("cp949", 2)):
        for cut in range(min(longest, len(data) + 1)):
            try:
                yield data[: len(data) - cut].decode(charset)
                break
            except UnicodeDecodeError as error:
                if error.start < len(data) - longest:
                    break


def _binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return "\x00" in sample or len(_CONTROL.findall(sample)) > len(sample) // 100


def _detected(data: bytes, name: str) -> str:
    """What a detector makes of it (UTF-16 without a mark, Shift JIS …). Raises ReadingError where that is no text."""
    import chardet

    charset = chardet.detect(data[:_SAMPLE]).get("encoding")
    try:
        text = data.decode(charset, "replace") if charset else ""
    except LookupError:
        text = ""
    if not text or _binary(text) or text.count("\ufffd") > len(text) // 50:
        raise ReadingError(name, "is no text (binary data)", "give a text or HTML file")
    return text
