"""Under a server, a page that has not changed is not rendered again.

MkDocs renders every page at each rebuild. A page depends on its Markdown (markers filled in), on
the files that it includes, and on which files there are, since links lead to them; while these
stay, what was rendered last is taken.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from tools.runner.store import digest

_INCLUDE = re.compile(r'--8<-- "(?P<file>[^"\n]+)"')


@dataclass
class _Kept:
    """What rendering a page has set, and the key of what it depends on."""

    key: str
    content: str | None
    toc: Any
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]


class Rendered:
    """The pages of a server as they were rendered last. Includes are relative to `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, _Kept] = {}

    def reuse(self, page: Page, markdown: str, files: Files) -> None:
        """Have a page rendered only if something that it depends on has changed."""
        included = (self.folder / found["file"] for found in _INCLUDE.finditer(markdown))
        texts = (path.read_text("utf-8") if path.is_file() else "" for path in included)
        key = digest([markdown, *texts, *sorted(file.src_uri for file in files)])
        render: Callable[..., None] = page.render

        def render_if_changed(config: Any, files: Files) -> None:
            kept = self._kept.get(page.file.src_uri)
            if kept and kept.key == key:
                _give(page, kept, files)
            else:
                render(config, files)
                self._kept[page.file.src_uri] = _take(page, key)

        # MkDocs asks the page itself to render, and has no event in its place
        page.render = render_if_changed  # type: ignore[method-assign]


def _take(page: Page, key: str) -> _Kept:
    links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    return _Kept(
        key, page.content, page.toc, page._title_from_render, page.present_anchor_ids, links
    )


def _give(page: Page, kept: _Kept, files: Files) -> None:
    page.content, page.toc, page._title_from_render = kept.content, kept.toc, kept.title
    page.present_anchor_ids = kept.anchors
    found = ((files.get_file_from_path(uri), links) for uri, links in kept.links.items())
    page.links_to_anchors = {file: links for file, links in found if file}
