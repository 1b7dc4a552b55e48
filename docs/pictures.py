"""Makes the pictures of this folder again, with the program's own commands: ``python docs/pictures.py``.

Needs Chromium, LibreOffice and a font with Hangul: ``apt-get install chromium libreoffice-calc poppler-utils fonts-noto-cjk``,
``pip install 'jobextract[test]'``.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

DOCS = Path(__file__).parent
ROOT = DOCS.parent
COLUMNS = 112
#: rich's own frame names a font on the network; this one takes what the machine has
FRAME = """<pre style="margin:0;padding:20px 24px;background:{background};color:{foreground};
font:16px/1.5 'Noto Sans Mono CJK KR',D2Coding,monospace">{code}</pre>"""

#: a syllable takes two cells of a terminal and a sign one, whatever the font makes of them
CELLS = {"[가-힣ㄱ-ㅎ△◇]": 2, "[≈≥≤→↑↓…·–]": 1}
CELL = r'<span style="display:inline-block;width:{}ch">\g<0></span>'


def jobextract(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "jobextract", *arguments]


def on_terminal(*arguments: str) -> str:
    """What the command prints on a terminal, colours and all."""
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "LC_ALL": "ko_KR.UTF-8"}
    environment.pop("NO_COLOR", None)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(jobextract(*arguments), stdout=theirs, cwd=ROOT, env=environment)
    os.close(theirs)
    printed = b""
    try:
        while data := os.read(ours, 65536):
            printed += data
    except OSError:  # Linux reports the end of a terminal as an error
        process.wait()
    return printed.decode().replace("\r\n", "\n")


def framed(command: str, lines: int) -> str:
    """The first lines that the command prints, as HTML."""
    printed = on_terminal(*command.split()[1:]).splitlines()[:lines]
    with open(os.devnull, "w") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True)
        console.print(Text(f"$ {command}", style="bold"))
        console.print(Text.from_ansi("\n".join(printed)))
    page = console.export_html(theme=DIMMED_MONOKAI, inline_styles=True, code_format=FRAME)
    for letters, width in CELLS.items():
        page = re.sub(letters, CELL.format(width), page)
    return page


def picture_of_terminal(browser: Browser, command: str, lines: int, name: str) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 100}, device_scale_factor=1)
    page.set_content(framed(command, lines))
    page.locator("pre").screenshot(path=DOCS / name)
    page.close()


def pictures_of_page(browser: Browser, report: Path) -> None:
    for name, scheme, size in (
        ("page.png", "light", {"width": 1440, "height": 900}),
        ("page-dark.png", "dark", {"width": 1440, "height": 900}),
        ("page-narrow.png", "light", {"width": 390, "height": 844}),
    ):
        page = browser.new_page(viewport=size, color_scheme=scheme)
        page.goto(report.as_uri())
        if scheme == "dark":
            page.locator("#tab-chart").click()
        else:
            page.locator("mark[data-kind=money]").first.click()
        page.wait_for_timeout(300)
        page.screenshot(path=DOCS / name)
        page.close()


def picture_of_workbook(folder: str) -> None:
    """The upper left of the first sheet, as LibreOffice prints it."""
    book = Path(folder, "jobs.xlsx")
    subprocess.run(jobextract("batch", "seeds", "-o", str(book), "--lang", "ko"), cwd=ROOT, check=True)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(book)], check=True)
    cut = ["-x", "160", "-y", "170", "-W", "1430", "-H", "480"]
    command = [
        "pdftoppm",
        "-r",
        "240",
        "-png",
        "-singlefile",
        *cut,
        str(book.with_suffix(".pdf")),
        str(DOCS / "workbook"),
    ]
    subprocess.run(command, check=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        report = Path(folder, "report.html")
        articles = ["seeds/plan-2024.txt", "seeds/two-districts.txt"]
        subprocess.run(jobextract("report", *articles, "-o", str(report), "--lang", "ko"), cwd=ROOT, check=True)
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        pictures_of_page(browser, report)
        picture_of_terminal(browser, "jobextract parse --show-text seeds/plan-2024.txt", 24, "terminal-text.png")
        picture_of_terminal(browser, "jobextract parse --status target seeds/plan-2024.txt", 24, "terminal.png")
        browser.close()
        picture_of_workbook(folder)


if __name__ == "__main__":
    main()
