"""One look at one page: a picture, what axe says, and what moved, overflowed or complained."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.look.wearing import undressed

# The one without windows costs a third of the other; Playwright brings its own where the system has neither.
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# How far things moved on their own while the page came; 0 is nothing.
_SHIFTS = """
window.__shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
MOST_SHIFT = 0.01
_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # of sheets, which only rules read that we do not ask for
}


@dataclass
class Look:
    name: str
    shift: float = 0.0
    problems: list[str] = field(default_factory=list)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(
            executable_path=next(filter(None, map(which, _BROWSERS)), None), args=_FLAGS
        )
        try:
            yield started
        finally:
            started.close()


def window(
    of: Browser, *, width: int, theme: str, state: dict | None, language: str = "en"
) -> BrowserContext:
    context = of.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 844},
        color_scheme=theme,  # type: ignore[arg-type]
        storage_state=state,  # type: ignore[arg-type]
        locale=language,
        reduced_motion="reduce",
    )
    context.add_init_script(_SHIFTS)
    return context


def look(page: Page, address: str, name: str, picture: Path, *, status: int = 200) -> Look:
    """Open `address`, photograph it and say what is wrong with it."""
    found = Look(name)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    answer = page.goto(address, wait_until="load")
    page.wait_for_timeout(150)
    if answer is None or answer.status != status:
        found.problems.append(f"answered {answer.status if answer else 'nothing'} instead of {status}")
    found.shift = page.evaluate("window.__shift || 0")
    if found.shift > MOST_SHIFT:
        found.problems.append(f"moved by {found.shift:.3f} while it came")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        found.problems.append(f"is {wide} px wider than its window")
    page.screenshot(path=picture, full_page=True)
    found.problems += undressed(page) + axe(page)
    # The browser itself complains of every 404, which one of the pages is meant to be.
    found.problems += [text for text in complaints if not (status != 200 and "Failed to load" in text)]
    return found


# What is below the window is laid out when it comes near: axe would measure one thing before that, another after it.
_LAY_OUT_ALL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def axe(page: Page) -> list[str]:
    """What axe finds on the page as it stands; nothing is what it should find."""
    # From the top: whatever lies scrolled under the header would pass for a target that is covered.
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(_LAY_OUT_ALL)
    results = Axe().run(page, options=_RULES).response["violations"]
    return [
        f"axe: {rule['id']} ({rule['impact']}): {' '.join(node['target'][0] for node in rule['nodes'][:3])}"
        for rule in results
    ]
