"""The pages, with what the check has found put into them; no generator of sites is known here.

A page passes four stations: `markdown` before it is rendered, `rendered` after, `drawn` when a
search has read it, and `whole` within its template. `files` lie among the pages from the start, and
`finish` writes what lies beside them at the end.
"""

import posixpath
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import urljoin

from tools.failure import counted
from tools.labs.download import to_download
from tools.labs.lab import Lab, find_labs
from tools.ledger.markers import LedgerPages
from tools.report import Report
from tools.runner.program import Program
from tools.site.api_links import ApiLinks
from tools.site.blocks import Blocks
from tools.site.bundle import bundle
from tools.site.cards import cards
from tools.site.facts import page_facts, site_facts
from tools.site.kept import Kept
from tools.site.llms import PlainPage, plain_files
from tools.site.plain import Plain
from tools.site.proofs import Proofs
from tools.site.repository import Repository
from tools.site.search import finish_search
from tools.site.settings import Entry, SiteSettings, front_matter, title_of
from tools.site.terms import Terms, breakable

_FILE_HEADER = re.compile(r"<\?xml[^>]*\?>\s*<!DOCTYPE svg[^>]*>")
_CELL = re.compile(r'<span class="filename">cell (\d+)</span>')
_ADDRESSED_CELL = (
    r'<span class="filename" id="cell-\1" data-search-exclude>'
    r'<a class="program__file" href="#cell-\1">cell \1</a></span>'
)
_LINK = re.compile(r"\]\(([\w./-]+)\)")


class Pages:
    """The pages of a checked project, for a site with these settings."""

    def __init__(self, report: Report, settings: SiteSettings) -> None:
        self.report = report
        self.project = report.project
        self.settings = settings
        self.kept = Kept(self.project.root)
        self.ledger = LedgerPages(report.ledger, report.runs) if report.ledger else None
        self.labs = {lab.uri: lab for lab in find_labs(self.project)}
        self.terms: Terms | None = None
        self._links = ApiLinks(self.project.config.names)
        self._repository = Repository.of(settings.repository, settings.extra.get("branch", "main"))
        self._blocks = Blocks(report, settings.extra.get("stderr", ""), self._repository)
        self._sources = self._repository.pages(self.project) if self._repository else {}
        self._plain = Plain(self.project, report.evidence, self.ledger, self.kept.told)
        self._facts = site_facts(report)
        self._facts_of = page_facts(report)
        self._texts: dict[str, str] = {}
        self._notebooks: dict[str, str] = {}

    def notebook(self, lab: Lab) -> str:
        """The notebook of a lab, with what its cells printed and drew."""
        text = self.kept.notebook(lab, self.report.runs.get(lab.program))
        self._texts[lab.uri] = self._plain.notebook(lab.uri, text)
        self._notebooks[lab.uri] = text
        return text

    def files(self) -> dict[str, bytes]:
        """What can be downloaded but for the notebooks, by its place in the site."""
        files = {f"{lab.name}.py": lab.program.source.encode() for lab in self.labs.values()}
        for file in sorted(self._offered()):
            files[file] = (self.project.folder / file).read_bytes()
        on_page: dict[str, list[Program]] = {}
        for program in self.project.programs:
            if not self.project.is_lab(program):
                on_page.setdefault(program.page, []).append(program)
        for page, programs in on_page.items():
            files[f"{page}.zip"] = bundle(self.project, programs, self.report.runs)
        return files

    def _offered(self) -> set[str]:
        """The files that can be downloaded by themselves: the programs that pages show, and what
        beside them a page links to."""
        project, offered = self.project, set()
        shown = [file for file in [*project.programs, *project.modules] if not project.is_lab(file)]
        for path in project.pages:
            folder = path.relative_to(project.root / project.config.pages).parent.as_posix()
            for link in _LINK.findall(path.read_text(encoding="utf-8")):
                offered.add(posixpath.normpath(posixpath.join(folder, link)))
        here = {file for file in offered if project.has(file) and file not in self.labs}
        return {f"{file.key}.py" for file in shown} | here

    def markdown(self, markdown: str, uri: str) -> str:
        """A page without its front matter, with values, verdicts and counts in the place of their
        markers; of a lab, which is a notebook, nothing is changed."""
        if self.ledger:
            markdown = self.ledger.fill_in(markdown, uri)
        if self.report.account:
            markdown = self.report.account.fill_in(markdown)
        if self.report.evidence:
            markdown = Proofs(self.report.evidence, uri).fill_in(markdown)
        if uri not in self.labs:
            self._texts[uri] = self._plain.page(uri, markdown)
        return markdown

    def rendered(self, html: str, uri: str) -> str:
        """A page as HTML, with its proofs to open, and with links at the names of the API."""
        html = _FILE_HEADER.sub("", html)
        if uri in self.labs:
            html = _CELL.sub(_ADDRESSED_CELL, html)
        if self.report.evidence:
            html = Proofs(self.report.evidence, uri).show(html)
        if uri == self.settings.extra.get("glossary"):
            self.terms = Terms(html, uri)
        return self._links.link(html)

    def drawn(self, html: str, uri: str) -> str:
        """A rendered page with the ledger, the menus of its programs, its terms, and its foot."""
        if self.ledger:
            html = self.ledger.draw(html)
        html = self._blocks.show(html, uri)
        if self.terms:
            html = self.terms.explain(html, uri)
        return f"{self._failures()}{self._take(uri)}{breakable(html)}{self._foot(uri)}"

    def whole(self, html: str, uri: str) -> str:
        """A whole page as a generator wrote it, with a link to the page as Markdown."""
        # "alternate" alone would be a translation to the theme, which would load a sitemap
        link = (
            '<link rel="alternate describedby" type="text/markdown" title="This page as Markdown"'
            f' href="{posixpath.basename(_as_markdown(uri))}">'
        )
        return html.replace("</head>", f"{link}\n</head>", 1)

    def _failures(self) -> str:
        """What a preview says above a page when the check has failed."""
        failures = self.report.failures
        if not failures:
            return ""
        listed = escape("\n\n".join(map(str, failures)), quote=False)
        return (
            '<aside class="checked checked--failed" aria-label="Failures">'
            f"<strong>{counted(len(failures), 'failure')}.</strong> This preview shows programs or"
            f" pages that do not pass the check: <pre>{listed}</pre></aside>"
        )

    def _take(self, uri: str) -> str:
        """What of a lab can be taken along."""
        if uri not in self.labs:
            return ""
        name = posixpath.splitext(posixpath.basename(uri))[0]
        links = {"Notebook": f"{name}.ipynb", "Python file": f"{name}.py"}
        shown = [f'<a href="{file}" download>{what}</a>' for what, file in links.items()]
        colab = self._sources.get(uri, {}).get("colab")
        shown += [f'<a href="{escape(colab)}">Open in Colab</a>'] if colab else []
        return f'<p class="take">{" ".join(shown)}</p>'

    def _foot(self, uri: str) -> str:
        """What a page was checked on."""
        here, folder = self._facts_of.get(uri), posixpath.dirname(uri) or "."
        versions = (f"{name} {version}" for name, version in self._facts["versions"].items())
        said = [escape(f"{(here or self._facts)['sentence']} On {', '.join(versions)}.")]
        statements = self.report.account.sentence(uri) if self.report.account else ""
        if statements:
            how = self.settings.extra.get("account")
            address = posixpath.relpath(how, folder) if how else ""
            link = f' <a href="{address}">How it is checked</a>' if how else ""
            said.append(f"{statements}{link}")
        if here and uri not in self.labs:
            name = posixpath.splitext(posixpath.basename(uri))[0]
            link = f'<a href="{name}.zip" download>Download the programs of this page</a>'
            said.append(f"{link}, with their outputs.")
        source = self._sources.get(uri)
        if source:
            view = f'<a href="{escape(source["view"])}">View the source of this page</a>'
            said.append(f'{view}, or <a href="{escape(source["edit"])}" rel="edit">edit it</a>.')
        label = "What this page was checked on"
        return f'<aside class="checked" aria-label="{label}">{"<br>".join(said)}</aside>'

    def finish(self, site: Path, with_cards: bool = True) -> None:
        """Finish the search of a built site, and write what lies beside its pages."""
        finish_search(site, self.terms.sections() if self.terms else [])
        for name, content in self._beside(with_cards).items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.kept.forget_unused()

    def _beside(self, with_cards: bool) -> dict[str, bytes]:
        """What lies beside the finished pages, by its place in the site: each page as Markdown, the
        files that lead to them, the notebooks to take away, and the cards of a site that knows its
        address, which other sites show."""
        site, listed = self.settings, list(self._listed())
        plain = [
            PlainPage(entry.section, _as_markdown(entry.uri), title, about, text)
            for entry, title, about, text in listed
        ]
        texts = plain_files(site.name, site.about or site.name, self._facts, plain, site.url)
        for uri, notebook in self._notebooks.items():
            address = urljoin(site.url, f"{posixpath.splitext(uri)[0]}.html") if site.url else ""
            texts[uri] = to_download(notebook, address)
        files = {name: text.encode() for name, text in texts.items()}
        if site.url and with_cards:
            titles = {entry.uri: title for entry, title, _, _ in listed}
            files |= cards(self.project.root, site.name, titles)
        return files

    def _listed(self) -> Iterator[tuple[Entry, str, str, str]]:
        """Each page of the navigation, with its title, its description and its text."""
        for entry in [*self.settings.entries()] or self._unlisted():
            source = self._source(entry.uri)
            title = entry.title or title_of(source, entry.uri)
            about = front_matter(source).get("description", "")
            yield entry, title, about, self._texts.get(entry.uri, "")

    def _unlisted(self) -> list[Entry]:
        """All pages, for a site that has no navigation of its own."""
        folder = self.project.root / self.project.config.pages
        uris = [path.relative_to(folder).as_posix() for path in self.project.pages]
        return [Entry("Pages", uri, "") for uri in [*uris, *self.labs]]

    def _source(self, uri: str) -> str:
        if uri in self.labs:
            return self.labs[uri].program.source
        path = self.project.root / self.project.config.pages / uri
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def _as_markdown(uri: str) -> str:
    """Where a page lies as Markdown in the site."""
    return f"{posixpath.splitext(uri)[0]}.md"
