"""The staging folder: a checked site for any generator that reads `mkdocs.yml` and Python-Markdown.

python -m tools.site.stage GENERATOR

A generator need not know the check, nor have hooks: everything that the build finds out is written
into `.check/stage/` before it starts, in Markdown where that can say it, and what stands in HTML
alone is put into its pages after it. Only then the folder `site/` is replaced. Under MkDocs and
ProperDocs the pages are those that the hook makes.
"""

import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tools.annotations import annotate
from tools.check import check
from tools.failure import Failure, at, counted
from tools.labs.markdown import markdown_of
from tools.project import Project
from tools.runner.store import FOLDER
from tools.site.pages import Pages
from tools.site.policy import with_policy
from tools.site.settings import FILE, SiteSettings, read_settings, split_front_matter

GENERATORS = {
    "mkdocs": ("mkdocs", "build", "--strict", "--config-file", FILE),
    "properdocs": ("properdocs", "build", "--strict", "--config-file", FILE),
    "zensical": ("zensical", "build", "--strict", "--config-file", FILE),
}
"""The command of each, below `python -m`, in the staging folder."""
RENDER_NOTEBOOKS = ("mkdocs", "properdocs")
"""Those that have mkdocs-jupyter; the others get a lab as Markdown."""

END = "<!-- page: ends -->"
"""What stands below the text of a page until it is finished: templates put more around it. Nothing
stands above it, since a search takes what is before a heading for a text of its own."""

_TEXT = re.compile(rf"(?s)<h1\b.*?(?=\s*{END})")
_BEHIND = re.compile(rf"(?s)\s*{END}(?:\s*<div hidden data-anchors>.*?</div>)?")
_ARTICLE = re.compile(r"(?s)(?<=<article class=\"md-content__inner md-typeset\">).*(?=</article>)")
_CANONICAL = re.compile(r'\s*<link rel="canonical"[^>]*>')
_INCLUDE = re.compile(r'(?m)^(?P<indent> *)--8<-- "(?P<file>[^"\n]+)"$')
_NOTEBOOK = re.compile(r"\]\((?P<path>[^)\s#]+)\.ipynb(?P<anchor>#[^)\s]*)?\)")


class Stage:
    """The staging folder of a project whose check has passed."""

    def __init__(self, pages: Pages, generator: str) -> None:
        self.pages = pages
        self.project = pages.project
        self.generator = generator
        self.folder = pages.project.root / FOLDER / "stage"
        self.docs = self.folder / "docs"
        self.site = self.folder / "site"
        self._as_notebooks = generator in RENDER_NOTEBOOKS

    def write(self) -> None:
        """Write the folder anew."""
        shutil.rmtree(self.folder, ignore_errors=True)
        source = self.project.root / self.project.config.pages
        shutil.copytree(source, self.docs, ignore=shutil.ignore_patterns("*.md"))
        for uri, lab in self.pages.labs.items():
            notebook = self.pages.notebook(lab)
            self._put(uri, notebook)
            if not self._as_notebooks:
                text = self.pages.markdown(markdown_of(notebook), uri)
                self._put(self._source(uri), self._staged("", text, uri))
        for name, content in self.pages.files().items():
            self._put(name, content)
        for path in self.project.pages:
            uri = path.relative_to(source).as_posix()
            head, text = split_front_matter(path.read_text(encoding="utf-8"))
            self._put(uri, self._staged(head, self.pages.markdown(text, uri), uri))
        config = (self.project.root / FILE).read_text(encoding="utf-8")
        self._put(f"../{FILE}", self._config(config))

    def _put(self, name: str, content: str | bytes) -> None:
        path = self.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def _source(self, uri: str) -> str:
        """The staged source of a page."""
        return uri if self._as_notebooks else f"{posixpath.splitext(uri)[0]}.md"

    def _staged(self, head: str, text: str, uri: str) -> str:
        """A page for the generator: its front matter, and its text with all files included."""
        text = _INCLUDE.sub(self._included, text)
        if not self._as_notebooks:
            text = _NOTEBOOK.sub(lambda link: self._link(link, posixpath.dirname(uri)), text)
        return f"{head}{text.strip()}\n\n{END}\n{self._anchors(text)}"

    def _anchors(self, text: str) -> str:
        """The anchors that the ledger will bring, for a generator that looks where links lead."""
        found = sorted(self.pages.ledger.anchors_of(text)) if self.pages.ledger else []
        listed = "".join(f'<a id="{anchor}"></a>' for anchor in found)
        return f"\n<div hidden data-anchors>{listed}</div>\n" if found else ""

    def _included(self, include: re.Match[str]) -> str:
        text = (self.project.folder / include["file"]).read_text(encoding="utf-8")
        return "\n".join(include["indent"] + line for line in text.rstrip("\n").split("\n"))

    def _link(self, link: re.Match[str], folder: str) -> str:
        """A link to the page of a lab, which is Markdown here."""
        uri = posixpath.normpath(posixpath.join(folder, f"{link['path']}.ipynb"))
        return f"]({link['path']}.md{link['anchor'] or ''})" if uri in self.pages.labs else link[0]

    def _config(self, text: str) -> str:
        """The staged `mkdocs.yml`, from the text of the project's. It inherits nothing from that,
        since generators do not agree on what becomes of a list. Nodes keep the tags of MkDocs."""
        root = yaml.compose(text, yaml.SafeLoader)
        config = dict(_pairs(root))
        theme = config.get("theme")
        if not isinstance(theme, yaml.MappingNode):
            raise Failure((at(FILE),), "theme has to be written as theme: {name: material}")
        overrides = dict(_pairs(theme)).get("custom_dir")
        if overrides:
            _set(theme, "custom_dir", f"../../{overrides.value}")
        if not self._as_notebooks:
            _set(theme, "variant", "classic")  # of Zensical: the look of Material for MkDocs
        _set(root, "extra", {**self.pages.settings.extra, "checked": True})
        if self.pages.settings.nav:
            _set(root, "nav", self._nav(list(self.pages.settings.nav)))
        for key, value in {
            "docs_dir": "docs",
            "site_dir": "site",
            "hooks": [],
            "watch": [],
        }.items():
            _set(root, key, value)
        return str(yaml.serialize(root, allow_unicode=True))

    def _nav(self, items: Any) -> Any:
        """The navigation, with the staged source of each page."""
        if isinstance(items, str):
            return self._source(items)
        if isinstance(items, dict):
            return {title: self._nav(what) for title, what in items.items()}
        return [self._nav(item) for item in items]

    def generate(self) -> None:
        """Have the generator build the staged site. Raises `Failure` with what it said."""
        command = [sys.executable, "-m", *GENERATORS[self.generator]]
        plain = os.environ | {"NO_COLOR": "1"}
        built = subprocess.run(command, cwd=self.folder, env=plain, capture_output=True, text=True)
        if built.returncode or not (self.site / "index.html").exists():
            said = f"{built.stdout}{built.stderr}"
            raise Failure((at(FILE),), f"{self.generator} did not build the staged site", said)

    def finish(self) -> None:
        """Put into the built pages what only HTML can say, and write what lies beside them."""
        uris = [*(path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*.md"))]
        labs = {self._source(uri): uri for uri in self.pages.labs}
        uris = sorted({labs.get(uri, uri) for uri in [*uris, *labs]})
        contents = {uri: self._rendered(uri) for uri in uris}  # all, since terms come from one
        finished = {
            self._built(uri): self.pages.whole(f"{before}{self.pages.drawn(text, uri)}{after}", uri)
            for uri, (before, text, after) in contents.items()
        }
        if not self.pages.settings.url:  # Zensical takes the top of the host for it
            (self.site / "sitemap.xml").unlink(missing_ok=True)
        for path in self.site.rglob("*.html"):  # with the one for an address that is not there
            whole = finished.get(path) or path.read_text(encoding="utf-8")
            whole = whole if self.pages.settings.url else _CANONICAL.sub("", whole)
            name = path.relative_to(self.site).as_posix()
            path.write_text(with_policy(whole, name), encoding="utf-8")
        self.pages.finish(self.site)

    def _built(self, uri: str) -> Path:
        return self.site / f"{posixpath.splitext(uri)[0]}.html"

    def _rendered(self, uri: str) -> tuple[str, str, str]:
        """What stands before the text of a page, the text with its proofs, and what follows it."""
        whole = self._built(uri).read_text(encoding="utf-8")
        is_notebook = uri in self.pages.labs and self._as_notebooks
        found = (_ARTICLE if is_notebook else _TEXT).search(whole)
        if not found:
            raise Failure((at(FILE),), f"{self.generator} left nothing of the page {uri}")
        text = self.pages.kept.notebook_page(found[0]) if is_notebook else found[0]
        after = _BEHIND.sub("", whole[found.end() :], count=1)
        return whole[: found.start()], self.pages.rendered(text, uri), after

    def publish(self, site: Path) -> None:
        """Put the built site into the place of the last one."""
        last = site.with_name(f"{site.name}.last")
        shutil.rmtree(last, ignore_errors=True)
        if site.exists():
            site.rename(last)
        self.site.rename(site)
        shutil.rmtree(last, ignore_errors=True)


def _pairs(mapping: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    yield from ((key.value, value) for key, value in mapping.value)


def _set(mapping: yaml.MappingNode, key: str, value: object) -> None:
    """Give a key of a YAML mapping a value, in the place of the one that it has."""
    new = yaml.compose(yaml.safe_dump({key: value}, allow_unicode=True), yaml.SafeLoader)
    others = [pair for pair in mapping.value if pair[0].value != key]
    mapping.value = [*others, *new.value]


def build(root: Path, generator: str) -> None:
    """Check the project at `root` and build its site. Raises `Failure`, and leaves the last site
    where it is."""
    project, settings = Project.read(root), SiteSettings.of(read_settings(root))
    report = check(project, print)
    if report.failures:
        annotate(report.failures)
        listed = "\n\n".join(map(str, report.failures))
        what = f"{counted(len(report.failures), 'failure')} in the programs and pages"
        raise Failure((at(project.config.pages),), what, listed)
    stage = Stage(Pages(report, settings), generator)
    stage.write()
    stage.generate()
    stage.finish()
    stage.publish(project.root / "site")


def main() -> None:
    """Build the site of the current folder with the generator that is named."""
    if sys.argv[1:] not in [[name] for name in GENERATORS]:
        sys.exit(f"name one generator: {', '.join(GENERATORS)}")
    try:
        build(Path.cwd(), sys.argv[1])
    except Failure as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
