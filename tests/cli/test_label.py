"""A page labelled as the program sees it: three files in the format of the labelled pages."""

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
    assert program("label", tmp_path / "bridge.txt", "--to", tmp_path).returncode == 2
    assert not (tmp_path / "bridge.lines").exists()


def test_strip_explains_what_it_dropped_and_how_sure_it_is(tmp_path, program) -> None:
    (tmp_path / "bridge.txt").write_text(PAGE, encoding="utf-8")
    page = program("strip", "--explain", tmp_path / "bridge.txt", env={"COLUMNS": "160"}).stdout.decode().splitlines()
    notice = next(at for at, line in enumerate(page) if "무단전재" in line)
    assert " - boilerplate end.copyright" in page[notice]
    assert page[notice + 1].split(":")[0].strip().lstrip("?").strip().replace(".", "").isdigit()
