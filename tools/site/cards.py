"""Cards: the picture of a page that others show beside a link to it, 1200 by 630, drawn here.

They are drawn only for a site that knows its address, since a card is named by a whole one. What
was drawn is kept in `.check/cards/` under its words, so that a build in which no title is new does
not even import Matplotlib.
"""

import io
import posixpath
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.runner.store import FOLDER, digest, replace_file

RUST, INK, PAPER, GREY = "#9a3412", "#1f2328", "#fffaf5", "#57534e"
SIZES = {60: 20, 50: 25, 42: 30}
"""How large a title may be, and how many characters of that size fit into a line."""


def cards(root: Path, site: str, titles: Mapping[str, str]) -> dict[str, bytes]:
    """The cards of these pages, each given by its source and its title, by the file of the card."""
    folder, code = root / FOLDER / "cards", Path(__file__).read_text(encoding="utf-8")
    drawn, used = {}, set()
    for uri, title in titles.items():
        kept = folder / f"{digest([code, site, title])}.png"
        if not kept.exists():
            folder.mkdir(parents=True, exist_ok=True)
            replace_file(kept, draw(site, title))
        used.add(kept)
        drawn[f"assets/cards/{posixpath.splitext(uri)[0]}.png"] = kept.read_bytes()
    for file in set(folder.glob("*.png")) - used:
        file.unlink(missing_ok=True)
    return drawn


def draw(site: str, title: str) -> bytes:
    """One card, as the bytes of a PNG: the same for the same words, whatever somebody's home tells
    Matplotlib."""
    from matplotlib import style

    with style.context("default"):
        return _drawn(site, title)


def _drawn(site: str, title: str) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import Polygon, Rectangle

    figure = Figure(figsize=(12, 6.3), dpi=100, facecolor=PAPER)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 1200), ylim=(0, 630))
    axes.set_axis_off()
    axes.add_patch(Rectangle((0, 0), 24, 630, color=RUST))
    for height, shade in ((74, 0.35), (92, 0.65), (110, 1)):  # the site's sign, three layers
        corners = [(80, height), (116, height + 20), (152, height), (116, height - 20)]
        axes.add_patch(Polygon(corners, facecolor=RUST, edgecolor=PAPER, linewidth=2, alpha=shade))
    size, lines = fitted(title)
    text = "\n".join(lines)
    say: dict[str, Any] = {"parse_math": False, "family": "DejaVu Sans"}
    axes.text(80, 560, text, size=size, weight="bold", color=INK, va="top", linespacing=1.25, **say)
    axes.text(176, 92, site, size=26, color=GREY, va="center", **say)
    picture = io.BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(picture, format="png", metadata={"Software": None})
    return picture.getvalue()


def fitted(title: str) -> tuple[int, list[str]]:
    """The largest size at which a title has at most three lines, and these; a longer one is cut."""
    for size, width in SIZES.items():
        lines = textwrap.wrap(title, width)
        if len(lines) <= 3:
            return size, lines
    return size, textwrap.wrap(title, width, max_lines=3, placeholder=" …")
