"""A page labelled as the program sees it: three files in the format of the labelled pages."""

import jobextract
from training.pages import read_page

PAGE = (
    "메뉴 검색 로그인\n나루군, 다리 두 개 놓는다\n새벽별 기자\n입력 2024.03.05 10:00\n\n"
    "나루군은 올해 32억 원을 들여 다리 2개를 놓는다고 5일 밝혔다.\n군은 내년까지 공사를 마칠 계획이다.\nⓒ 들꽃신문 무단전재 금지\n"
)


def test_a_page_is_labelled_to_be_corrected_and_learned_from(tmp_path, program) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "out").mkdir()
    done = program("label", tmp_path / "bridge.txt", "--to", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, b"")
    page = read_page(tmp_path / "out" / "bridge.lines")
    assert "".join(page.labels) == "XTMM-BBX-"
    assert page.text == PAGE
    assert page.articles[0]["title"] == "나루군, 다리 두 개 놓는다"
    assert [(row["text"], row["value"]) for row in page.rows if row["kind"] == "money"] == [("32억 원", 3200000000)]
    assert all(page.text[row["start"] : row["end"]] == row["text"] for row in page.rows)


def test_what_is_there_is_not_written_over(tmp_path, program) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "bridge.jsonl").write_text("corrected by hand", encoding="utf-8")
    assert program("label", tmp_path / "bridge.txt", "--to", tmp_path).returncode == 2
    assert not (tmp_path / "bridge.lines").exists()
    assert (tmp_path / "bridge.jsonl").read_text(encoding="utf-8") == "corrected by hand"


def test_labels_may_stand_beside_their_page_and_in_a_folder_that_is_new(tmp_path, program) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE, encoding="utf-8")
    assert program("label", tmp_path / "bridge.txt", "--to", tmp_path).returncode == 0
    assert program("label", tmp_path / "bridge.txt", "--to", tmp_path / "new" / "folder").returncode == 0
    assert (tmp_path / "new" / "folder" / "bridge.lines").read_bytes() == (tmp_path / "bridge.lines").read_bytes()


def test_a_page_without_text_is_named_and_one_without_an_article_is_labelled(tmp_path, program) -> None:
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    done = program("label", tmp_path / "empty.txt", "--to", tmp_path / "out")
    assert (done.returncode, done.stderr.decode().count("\n")) == (1, 1)
    assert "no text in it; nothing to label" in done.stderr.decode() and not (tmp_path / "out").exists()
    (tmp_path / "menu.txt").write_text("메뉴 검색 로그인\n댓글 0\nⓒ 들꽃신문 무단전재 금지\n", encoding="utf-8")
    done = program("label", tmp_path / "menu.txt", "--to", tmp_path / "out")
    assert done.returncode == 0 and "no article in it; no line is labelled B" in done.stderr.decode()
    assert set(read_page(tmp_path / "out" / "menu.lines").labels) <= set("XM-")


def test_label_in_python_gives_what_the_command_writes(tmp_path, program) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE, encoding="utf-8")
    program("label", tmp_path / "bridge.txt", "--to", tmp_path / "out")
    found = jobextract.label(PAGE)
    found.write(tmp_path / "own" / "bridge")
    for suffix in (".txt", ".lines", ".jsonl"):
        written = (tmp_path / "own" / f"bridge{suffix}").read_bytes()
        assert written == (tmp_path / "out" / f"bridge{suffix}").read_bytes()


def test_strip_explains_what_it_dropped_and_how_sure_it_is(tmp_path, program) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE, encoding="utf-8")
    page = program("strip", "--explain", tmp_path / "bridge.txt", env={"COLUMNS": "160"}).stdout.decode().splitlines()
    notice = next(at for at, line in enumerate(page) if "무단전재" in line)
    assert " - boilerplate end.copyright" in page[notice]
    assert page[notice + 1].split(":")[0].strip().lstrip("?").strip().replace(".", "").isdigit()
