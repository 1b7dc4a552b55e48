"""How long the evidence page takes to open: 200 articles against 20, and a filter on 200, in Debian's Chromium.

    python benchmarks/page.py

Needs the extra ``test`` (Playwright) and Chromium.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

from corpus import article
from playwright.sync_api import Browser, sync_playwright

from jobextract import extract
from jobextract.analysis.targets import targets
from jobextract.display.evidence import view
from jobextract.display.html import page
from jobextract.page.decode import from_text

ROUNDS = 5
PAUSE = (
    "() => { const begun = performance.now(); document.querySelector('.chip').click();"
    " document.body.offsetHeight; return performance.now() - begun; }"
)


def written(folder: Path, count: int) -> Path:
    results = [extract(from_text(article(number), f"{number}.txt")) for number in range(count)]
    rows = targets(record for result in results for record in result.records)
    path = folder / f"{count}.html"
    path.write_bytes(page([view(result) for result in results], "ko", rows))
    return path


def opened(browser: Browser, path: Path) -> tuple[float, float]:
    """Seconds until the first row and the first mark are there, and milliseconds of a filter."""
    tab = browser.new_page()
    begun = perf_counter()
    tab.goto(path.as_uri())
    tab.locator("#rows tr[data-record]").first.wait_for()
    tab.locator("#articles mark").first.wait_for()
    took = perf_counter() - begun
    pause = tab.evaluate(PAUSE)
    tab.close()
    return took, pause


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-background-networking"]
        )
        few, many = written(Path(folder), 20), written(Path(folder), 200)
        runs = [(opened(browser, few), opened(browser, many)) for _ in range(ROUNDS)]
        browser.close()
    small = statistics.median(run[0][0] for run in runs)
    large = statistics.median(run[1][0] for run in runs)
    print(f"{large / small:6.2f}  opening 200 articles, in times of opening 20")
    print(f"{statistics.median(run[1][1] for run in runs):6.0f}  milliseconds of a filter on 200 articles")


if __name__ == "__main__":
    main()
