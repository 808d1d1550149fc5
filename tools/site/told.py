"""A piece of HTML as Markdown: tables, lists, links and code; a picture is its text alternative."""

import re
from collections.abc import Callable

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString, PreformattedString

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_LABEL = re.compile(r'<svg\b[^>]*aria-label="([^"]*)"|<title[^>]*>(.*?)</title>', re.DOTALL)
_DROPPED = ("form", "script", "style", "button", "template")
_BLOCKS = ("div", "p", "figure", "figcaption", "section", "details", "summary", "aside")


def of_html(html: str) -> str:
    """A piece of HTML as Markdown; comments stay what they are."""
    html = _SVG.sub(_picture, html)  # a drawing has thousands of elements
    told = _told(BeautifulSoup(html, "html.parser"))
    return re.sub(r" +\n", "\n", told).strip()


def _picture(svg: re.Match[str]) -> str:
    label = _LABEL.search(svg[0])
    lines = (label[1] or label[2]).splitlines() if label else []
    return f'<img alt="{"; ".join(lines)}">' if lines else ""


def _told(node: Tag) -> str:
    return "".join(map(_told_one, node.children))


def _told_one(node: object) -> str:
    if isinstance(node, Comment):
        return f" <!--{node}-->"
    if isinstance(node, PreformattedString):  # the head of a file
        return ""
    if isinstance(node, NavigableString):
        return re.sub(r"\s+", " ", node)
    assert isinstance(node, Tag)
    if node.name in _DROPPED or node.has_attr("hidden"):
        return ""
    if node.name == "img" or node.get("role") == "img":
        return f"\n\n[Picture: {node.get('alt') or node.get('aria-label') or ''}]\n\n"
    return _TELL.get(node.name, _told)(node)


def _table(table: Tag) -> str:
    caption = table.caption
    rows = [[_cell(cell) for cell in row.select("th, td")] for row in table.select("tr")]
    width = max(map(len, rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines.insert(1, f"|{' --- |' * width}")
    head = f"**{_told(caption).strip()}**\n\n" if caption else ""
    if not rows:
        return ""
    return f"\n\n{head}" + "\n".join(lines) + "\n\n"


def _cell(cell: Tag) -> str:
    return " ".join(_told(cell).replace("|", "\\|").split())


def _list(items: Tag) -> str:
    lines = [f"- {' '.join(_told(item).split())}" for item in items.find_all("li", recursive=False)]
    return "\n\n" + "\n".join(lines) + "\n\n"


def _link(link: Tag) -> str:
    said = _told(link).strip()
    return f"[{said}]({link['href']})" if link.has_attr("href") and said else said


def _around(sign: str) -> Callable[[Tag], str]:
    return lambda node: f"{sign}{_told(node).strip()}{sign}"


_TELL: dict[str, Callable[[Tag], str]] = {
    "table": _table,
    "ul": _list,
    "ol": _list,
    "a": _link,
    "code": _around("`"),
    "strong": _around("**"),
    "b": _around("**"),
    "em": _around("*"),
    "i": _around("*"),
    "br": lambda _: " ",
    **{name: lambda node: f"\n\n{_told(node).strip()}\n\n" for name in _BLOCKS},
}
