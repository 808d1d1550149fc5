"""The picture in the README: a program, its output and an opened proof, taken from the built site.

python -m tools.picture       `[tool.look.picture]` in pyproject.toml says of what, and where to
"""

import io
import sys
import tomllib
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.look import FLAGS, chromium, served

WIDTH = 800
MARGIN = 24
COLOURS = 255
"""Text on flat grounds needs no more, and the file is half as large."""


def take(browser: Browser, site: Path, page: str, sentence: str) -> bytes:
    """The top of a page, down to the evidence of the sentence that has these words, as PNG."""
    with served(site) as address:
        context = browser.new_context(
            viewport={"width": WIDTH, "height": 1000},
            device_scale_factor=1.5,
            color_scheme="light",
            reduced_motion="reduce",
        )
        opened = context.new_page()
        opened.goto(address + page, wait_until="networkidle")
        stated = opened.locator("article p", has_text=sentence).first
        stated.locator(".proof__sign").first.click()
        evidence = stated.locator(".proof__evidence").first.bounding_box()
        assert evidence, f"the proof of {sentence!r} is not shown"
        height = evidence["y"] + evidence["height"] + MARGIN
        picture = opened.screenshot(
            clip={"x": 0, "y": 0, "width": WIDTH, "height": height}, animations="disabled"
        )
        context.close()
    return _smaller(picture)


def _smaller(picture: bytes) -> bytes:
    packed = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as whole:
        whole.convert("RGB").quantize(
            COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        ).save(packed, "png", optimize=True)
    return packed.getvalue()


def main(root: Path) -> str:
    """Take the picture of the project at `root`, and say where it is."""
    wanted = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["look"]["picture"]
    path = chromium()
    if not path:
        sys.exit("no Chromium is installed; bring it with: apt-get install -y chromium")
    if not (root / "site" / wanted["page"]).exists():
        sys.exit("there is no site/ yet: make site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        picture = take(browser, root / "site", wanted["page"], wanted["sentence"])
        browser.close()
    (root / wanted["file"]).write_bytes(picture)
    return f"{wanted['file']}: {len(picture) // 1024} KiB"


if __name__ == "__main__":
    print(main(Path.cwd()))
