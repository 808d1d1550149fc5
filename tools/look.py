"""The look of the site: pictures of every kind of page, beside those of the last commit.

python -m tools.look             the built `site/` beside the last commit
python -m tools.look main~3      or beside another one

`[tool.look.pages]` names the kinds of pages. The pictures of a commit are kept in
`.check/look/<commit>/` when they are taken with nothing left to commit; otherwise the commit is
built in a work tree of its own, checked like any build, with the runs that are kept here.
"""

import functools
import html
import http.server
import os
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = ".check/look"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
SIZES = {"desktop": (1280, 900), "phone": (360, 740)}
THEMES = ("light", "dark")
HIDDEN = "aside.checked, #not-found-address"
"""Dates, seconds and ports, which differ each time."""
TRIES = 10
HIGHEST = 16_000
"""Of a longer page the rest is left out: a browser draws no picture that is higher."""
STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; color-scheme: light dark }
section > div { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem }
section > div { max-height: 85vh; overflow: auto } /* three long pages scroll together */
img { max-width: 100%; border: 1px solid #8888 }
"""


@dataclass(frozen=True)
class Change:
    """A picture that is not what it was: its name, and the share of it that changed; None for one
    that was not there before."""

    name: str
    share: float | None


def chromium() -> str | None:
    """Where a Chromium is installed, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    on_macos = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
    return found or (str(on_macos) if on_macos.exists() else None)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take(browser: Browser, site: Path, pages: Mapping[str, str], folder: Path) -> None:
    """Take the pictures of a built site: each page in both sizes and both themes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with served(site) as address:
        for size, (width, height) in SIZES.items():
            for theme in THEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if theme == "dark" else "light",
                    reduced_motion="reduce",
                )
                for kind, path in pages.items():
                    page = context.new_page()
                    page.goto(address + path, wait_until="networkidle")
                    page.wait_for_timeout(2000 * ("?" in path))  # a search answers late
                    (folder / f"{kind}-{size}-{theme}.png").write_bytes(_settled(page, width))
                    page.close()
                context.close()


def _settled(page: Page, width: int) -> bytes:
    """The picture of a page, once two in a row are the same: scripts and fonts have come."""
    last = b""
    for _ in range(TRIES):
        height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
        picture = page.screenshot(
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": height},
            mask=[page.locator(HIDDEN)],
            mask_color="#888888",
            animations="disabled",
        )
        if picture == last:
            break
        last = picture
        page.wait_for_timeout(500)
    return last


def compare(before: Path, after: Path, differences: Path) -> list[Change]:
    """What differs between two folders of pictures, most changed first; where a picture was there
    before, the third folder gets one that shows what changed, in red."""
    shutil.rmtree(differences, ignore_errors=True)
    differences.mkdir(parents=True)
    found = []
    for picture in sorted(after.glob("*.png")):
        old = before / picture.name
        share = _difference(old, picture, differences / picture.name) if old.exists() else None
        if share != 0:
            found.append(Change(picture.stem, share))
    return sorted(found, key=lambda change: (-(change.share or 1), change.name))


def _difference(before: Path, after: Path, shown: Path) -> float:
    with Image.open(before) as one, Image.open(after) as other:
        size = max(one.width, other.width), max(one.height, other.height)
        old, new = (_on_paper(picture, size) for picture in (one, other))
    red, green, blue = ImageChops.difference(old, new).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    changed = most.point([0] + [255] * 255)
    if not changed.getbbox():
        return 0
    pale = Image.blend(new.convert("L").convert("RGB"), Image.new("RGB", size, "white"), 0.7)
    Image.composite(Image.new("RGB", size, "#d00000"), pale, changed).save(shown)
    return changed.histogram()[255] / (size[0] * size[1])


def _on_paper(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture on a larger ground, in a colour that no page has."""
    ground = Image.new("RGB", size, "#ff00ff")
    ground.paste(picture.convert("RGB"))
    return ground


def report(folder: Path, before: str, changes: list[Change], names: list[str]) -> str:
    """The page that shows what changed; pictures that did not are folded away."""
    changed = {change.name for change in changes}
    same = [name for name in names if name not in changed]
    parts = [f"<h1>{len(changes)} of {len(names)} pictures differ from {html.escape(before)}</h1>"]
    for change in changes:
        how = "new" if change.share is None else f"{change.share:.2%} differs"
        places = ["now"] if change.share is None else [before, "now", "difference"]
        parts.append(f"<section><h2>{change.name}: {how}</h2><div>")
        parts += [_figure(place, change.name) for place in places]
        parts.append("</div></section>")
    parts.append(f"<details><summary>{len(same)} without a change</summary><section><div>")
    parts += [*(_figure("now", name) for name in same), "</div></section></details>"]
    head = "<!doctype html><meta charset=utf-8><title>The look of the site</title>"
    return f"{head}<style>{STYLE}</style>{''.join(parts)}\n"


def _figure(place: str, name: str) -> str:
    file = f"{place}/{name}.png"
    return (
        f'<figure><figcaption>{html.escape(place)}, {name}</figcaption><a href="{file}">'
        f'<img src="{file}" alt="{name}" loading="lazy"></a></figure>'
    )


def _git(root: Path, *command: str) -> str:
    done = subprocess.run(["git", *command], cwd=root, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"git {' '.join(command)}: {done.stderr.strip()}")
    return done.stdout.strip()


def _build(root: Path, commit: str, tree: Path) -> Path:
    """The site of a commit, built in a work tree. Ends with what the build said if it fails."""
    _git(root, "worktree", "add", "--detach", "--force", str(tree), commit)
    for kept in ("runs", "made", "rendered"):  # what has not changed since need not run again
        if (root / ".check" / kept).exists():
            shutil.copytree(root / ".check" / kept, tree / ".check" / kept)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{commit} cannot be built here:\n{(done.stdout + done.stderr)[-3000:]}")
    return tree / "site"


def look(root: Path, browser: Browser, against: str = "") -> str:
    """Take the pictures of `site/`, compare them, write the page that shows it, and say where."""
    pages = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["look"]["pages"]
    folder, tree = root / FOLDER, root / FOLDER / "tree"
    is_clean = not _git(root, "status", "--porcelain")
    head = _git(root, "rev-parse", "--short=12", "HEAD")
    other = against or ("HEAD~1" if is_clean else "HEAD")
    before = _git(root, "rev-parse", "--short=12", other)
    take(browser, root / "site", pages, folder / "now")
    if is_clean:
        shutil.copytree(folder / "now", folder / head, dirs_exist_ok=True)
    if not (folder / before).exists():
        try:
            take(browser, _build(root, before, tree), pages, folder / before)
        finally:
            _git(root, "worktree", "remove", "--force", str(tree))
    changes = compare(folder / before, folder / "now", folder / "difference")
    names = [picture.stem for picture in sorted((folder / "now").glob("*.png"))]
    page = folder / "index.html"
    page.write_text(report(folder, before, changes, names), encoding="utf-8")
    return f"{len(changes)} of {len(names)} pictures differ from {before}: {page}"


def main() -> None:
    """What the command line asks for."""
    path = chromium()
    if not path:
        sys.exit("no Chromium is installed; bring it with: apt-get install -y chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            print(look(Path.cwd(), browser, *sys.argv[1:2]))
        finally:
            browser.close()


if __name__ == "__main__":
    main()
