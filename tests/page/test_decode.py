"""Bytes become one text, whatever their charset, newlines and Unicode form; what is no text is refused in one line."""

import codecs
import unicodedata

import pytest

from jobextract.page import decode

TEXT = "들꽃시는 올해 일자리 1만2천개를 만든다.\n고용률 목표는 65.3%다.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("cp949"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("cp949"),
        unicodedata.normalize("NFD", TEXT).encode("utf-8"),
    ],
    ids=["utf-8", "bom", "cp949", "utf-16", "utf-16-be", "crlf", "cr", "nfd"],
)
def test_the_same_text_comes_out_of_every_encoding(data):
    assert decode.read_bytes(data, "page.txt").text == TEXT


@pytest.mark.parametrize("charset", ["utf-8", "cp949"])
def test_a_last_character_that_was_cut_in_two_is_dropped(charset):
    whole = "들꽃시는 길을 넓혔다"
    assert decode.read_bytes(whole.encode(charset)[:-1], "torn.txt").text == whole[:-1]


@pytest.mark.parametrize("charset", ["utf-8", "cp949"])
@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_broken_byte_amid_a_page_costs_a_character_and_not_the_page(charset, place):
    data = bytearray((TEXT * 10).encode(charset))
    data[int(len(data) * place)] = 0xFF
    text = decode.read_bytes(bytes(data), "page.txt").text
    assert text.count("65.3%") >= 9 and "\ufffd" in text


def test_text_without_a_mark_in_two_byte_units_is_told_from_binary():
    assert decode.read_bytes((TEXT * 20).encode("utf-16-le"), "page.txt").text == TEXT * 20


def test_signs_that_are_no_loose_letters_stay_as_they_are():
    text = "면적 30㎡, Å 단위, １만 명이다.\n"
    assert decode.from_text(text).text == text


def test_an_empty_file_is_an_empty_text(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert decode.read_path(path).text == ""


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02" * 400, b"%PDF-1.7\n\xe2\xe3", b"PK\x03\x04rest", bytes(range(256)) * 8],
    ids=["nul", "pdf", "zip", "bytes"],
)
def test_binary_data_is_refused_in_one_line(data):
    with pytest.raises(decode.ReadingError) as caught:
        decode.read_bytes(data, "picture.txt")
    message = str(caught.value)
    assert message.startswith("picture.txt: ")
    assert "\n" not in message
    assert caught.value.cause
    assert caught.value.remedy


def test_a_folder_and_a_missing_file_are_named(tmp_path):
    for path, cause in ((tmp_path, "is a folder"), (tmp_path / "none.txt", "no such file")):
        with pytest.raises(decode.ReadingError) as caught:
            decode.read_path(path)
        assert caught.value.cause == cause
        assert str(path) in str(caught.value)


def test_the_digest_is_of_the_text_and_not_of_its_bytes():
    one, other = decode.read_bytes(TEXT.encode("utf-8"), "a"), decode.read_bytes(TEXT.encode("cp949"), "b")
    assert one.digest == other.digest
    assert len(one.digest) == 12
    assert int(one.digest, 16) >= 0
    assert decode.from_text(TEXT + "끝").digest != one.digest


@pytest.mark.parametrize(
    "feed",
    [
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>들꽃신문</title></channel></rss>',
        '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    ],
    ids=["rss", "atom"],
)
@pytest.mark.parametrize("name", ["news.xml", "news.html"])
def test_a_feed_is_told_for_what_it_is(feed, name):
    with pytest.raises(decode.ReadingError, match="is a feed"):
        decode.read_bytes(feed.encode(), name)


def test_a_text_about_a_feed_is_read():
    assert decode.read_bytes("<rssi> 신호가 약하다고 5일 밝혔다.".encode(), "a.txt").text.startswith("<rssi>")
