"""Debian's Chromium, driven by Playwright, for the tests that open the page as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def started() -> Iterator:
    """A browser for many pages; skips where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip(f"none of {', '.join(PROGRAMS)} is installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=SWITCHES)
        yield browser
        browser.close()


class Visit:
    """A page opened from disk, with everything that it said and asked for on the way."""

    def __init__(
        self, browser, path: Path, size: dict[str, int] = WIDE, scheme: str = "light", context=None, address: str = ""
    ) -> None:
        self.context = context or browser.new_context(viewport=size, color_scheme=scheme, accept_downloads=True)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri() + address)
        self.page.wait_for_selector("#shown:not(:empty)")

    def rows(self):
        return self.page.locator("#rows tr[data-record]")

    def marks(self):
        return self.page.locator("#articles mark")

    def shown(self) -> int:
        """How many records the page says it shows."""
        return int(self.page.locator("#grid").get_attribute("aria-rowcount")) - 1

    def draw_everything(self) -> None:
        self.page.evaluate("dispatchEvent(new Event('beforeprint'))")
