"""The MkDocs hook: check before anything is built; a build ends on a failure, a server goes on."""

import atexit
import gc
import logging
import posixpath
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
from watchdog.observers import Observer

sys.path.insert(0, str(Path(__file__).parents[2]))

from tools.check import check
from tools.failure import Failure, at
from tools.labs.lab import find_labs
from tools.project import Project
from tools.report import Report
from tools.runner.program import Program
from tools.runner.runner import Runner
from tools.runner.settings import needs_of
from tools.runner.store import FOLDER, digest, installation
from tools.site.api_links import ApiLinks
from tools.site.blocks import Blocks
from tools.site.bundle import bundle
from tools.site.cards import cards
from tools.site.facts import page_facts, site_facts
from tools.site.kept import Kept
from tools.site.llms import PlainPage, plain_files
from tools.site.plain import Plain
from tools.site.proofs import Proofs
from tools.site.rendered import Rendered
from tools.site.repository import Repository
from tools.site.search import set_aside, weigh
from tools.site.terms import Terms, breakable

_FILE_HEADER = re.compile(r"<\?xml[^>]*\?>\s*<!DOCTYPE svg[^>]*>")
_UNLISTED = {"Remember"}  # what every page has, the contents of a page need not list
_LINK = re.compile(r"\]\(([\w./-]+)\)")
log = logging.getLogger("mkdocs.hooks.check")


class _Build:
    """What the events of one build, or of all builds of a server, have in common."""

    def __init__(self) -> None:
        self.serving = False
        self.runner: Runner | None = None
        self.report: Report | None = None
        self.kept: Kept | None = None
        self.markers: Any = None
        self.links: ApiLinks | None = None
        self.blocks: Blocks | None = None
        self.terms: Terms | None = None
        self.rendered: Rendered | None = None
        self.plain: Plain | None = None
        self.texts: dict[str, str] = {}
        self.nav: Navigation | None = None
        self.notebooks = tempfile.TemporaryDirectory(prefix="notebooks-")  # in docs/, serve loops


_build = _Build()


# watchdog's Observer is a variable: the class that suits the system
class _Changes(Observer):  # type: ignore[misc, valid-type]
    """Hears from the system that a file has changed, and not that it was only read."""

    def schedule(self, handler: Any, path: str, **options: Any) -> Any:
        kinds = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]
        return super().schedule(handler, path, **options, event_filter=kinds)


def on_startup(command: str, **_: object) -> None:
    """Remember whether this is a server, which has to go on."""
    _build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Keep what mkdocs-jupyter renders, for as long as the packages that render are the same.

    Under a server, have a missing include leave a gap: it is listed among the failures.
    """
    root = Path(config.config_file_path).parent
    if "mkdocs-jupyter" in config.plugins:
        rendered = root / FOLDER / "rendered" / digest([installation()])[:16]
        config.plugins["mkdocs-jupyter"].config |= {"cache": True, "cache_dir": str(rendered)}
    if _build.serving:
        config.mdx_configs["pymdownx.snippets"]["check_paths"] = False


def on_pre_build(config: MkDocsConfig) -> None:
    """Check. The old site is still there: MkDocs empties its folder after this event."""
    try:
        project = _project_of(config)
        report = check(project, log.info, _runner_for(project))
    except Failure as failure:
        _raise_or_log([failure])
        return
    for program, lacks in report.not_run.items():
        log.info("%s was not run: it needs %s", program, ", ".join(lacks))
    for note in report.notes:
        log.info(note)
    _raise_or_log(report.failures)
    gc.freeze()  # what is there now stays: the collector need not look at it at each page
    _build.report = report
    _build.kept = Kept(project.root)
    _build.links = ApiLinks(project.config.names)
    repository = Repository.of(config.repo_url, config.extra.get("branch", "main"))
    _build.blocks = Blocks(report, config.extra.get("stderr", ""), repository)
    _build.markers = _markers_of(report)
    _build.plain = Plain(project, report.evidence, _build.markers, _build.kept.told)
    config.extra["checked"] = {
        "site": site_facts(report),
        "pages": page_facts(report),
        "statements": _statements_of(report),
        "repository": repository.pages(project) if repository else {},
        "failures": [str(failure) for failure in report.failures],
    }


def _statements_of(report: Report) -> dict[str, str]:
    """What the foot of each page says of its statements."""
    account = report.account
    return {page: account.sentence(page) for page in account.by_page} if account else {}


def _project_of(config: MkDocsConfig) -> Project:
    """The project that MkDocs builds. Raises `Failure` when the two speak of different pages."""
    project = Project.read(Path(config.config_file_path).parent)
    if Path(config.docs_dir).resolve() != project.root / project.config.pages:
        what = f"docs_dir is {config.docs_dir}, and tool.check.pages is {project.config.pages!r}"
        raise Failure((at("mkdocs.yml"),), what)
    return project


def _runner_for(project: Project) -> Runner | None:
    """Under a server, one runner for all builds, so that its parents stay warm."""
    if _build.serving and (not _build.runner or _build.runner.config != project.config):
        if _build.runner:
            _build.runner.close()
        _build.runner = Runner(project.config, project.folder, lasting=True)
        _build.rendered = Rendered(project.folder)
        atexit.register(_build.runner.close)
    return _build.runner


def _raise_or_log(failures: list[Failure]) -> None:
    if not failures:
        return
    listed = "\n\n".join(map(str, failures))
    message = f"{len(failures)} failures in the programs and pages:\n\n{listed}\n"
    if not _build.serving:
        raise PluginError(message)
    log.error(message)


def _markers_of(report: Report) -> Any:
    """What puts the ledger into pages; None without a ledger, or where its data is broken."""
    if not report.ledger:
        return None
    from tools.ledger.markers import LedgerPages

    return LedgerPages(report.ledger, report.runs)


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Start a warm parent while nobody waits for it, and hear of an edit from the system at once,
    not from a look at all files every half second."""
    if _build.report and _build.runner:
        programs = _build.report.project.programs
        _build.runner.warm([needs_of(program.source) for program in programs])
    watched = list(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = _Changes()
    for path in watched:
        server.watch(path)
    return server


def on_shutdown() -> None:
    """End the warm parents."""
    if _build.runner:
        _build.runner.close()


@event_priority(100)  # before mkdocs-jupyter, which looks for notebooks here
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add what the check has made: the notebooks, and what can be downloaded."""
    report = _build.report
    if not report or not _build.kept or not _build.plain:
        return
    project = report.project
    for lab in find_labs(project):
        notebook = Path(_build.notebooks.name, lab.uri)
        notebook.parent.mkdir(parents=True, exist_ok=True)
        text = _build.kept.notebook(lab, report.runs.get(lab.program))
        notebook.write_text(text, "utf-8")
        _build.texts[lab.uri] = _build.plain.notebook(lab.uri, text)
        files.append(
            File(lab.uri, _build.notebooks.name, config.site_dir, config.use_directory_urls)
        )
        script = Path(lab.uri).with_suffix(".py").as_posix()
        files.append(File.generated(config, script, content=lab.program.source))
    for file in sorted(_offered(project)):
        source = str(project.folder / file)
        files.append(File.generated(config, file, abs_src_path=source))
    on_page: dict[str, list[Program]] = {}
    for program in project.programs:
        if not project.is_lab(program):
            on_page.setdefault(program.page, []).append(program)
    for page, programs in on_page.items():
        packed = bundle(project, programs, report.runs)
        files.append(File.generated(config, f"{page}.zip", content=packed))


def _offered(project: Project) -> set[str]:
    """The files that can be downloaded by themselves: the programs that pages show, and what
    beside them a page links to."""
    shown = [file for file in [*project.programs, *project.modules] if not project.is_lab(file)]
    pages = project.root / project.config.pages
    offered = set()
    for path in project.pages:
        folder = path.relative_to(pages).parent.as_posix()
        for link in _LINK.findall(path.read_text(encoding="utf-8")):
            offered.add(posixpath.normpath(posixpath.join(folder, link)))
    links = {file for file in offered if project.has(file) and not file.endswith(".ipynb")}
    return {f"{file.key}.py" for file in shown} | links


def on_nav(nav: Navigation, **_: object) -> None:
    """Remember the order of the pages."""
    _build.nav = nav


def on_page_markdown(markdown: str, page: Page, files: Files, **_: object) -> str:
    """Put what the ledger, the programs and the account say in the place of their markers."""
    if _build.markers:
        markdown = _build.markers.fill_in(markdown, page.file.src_uri)
    if _build.report and _build.report.account:
        markdown = _build.report.account.fill_in(markdown)
    if _build.report and _build.report.evidence:
        markdown = Proofs(_build.report.evidence, page.file.src_uri).fill_in(markdown)
    if _build.plain and page.file.src_uri.endswith(".md"):
        _build.texts[page.file.src_uri] = _build.plain.page(page.file.src_uri, markdown)
    if _build.rendered:
        _build.rendered.reuse(page, markdown, files)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Give a notebook the look of the other pages, link the names of the API, and take the file
    headers from pictures drawn inline."""
    if _build.kept and page.file.src_uri.endswith(".ipynb"):
        html = _build.kept.notebook_page(html)
    html = _FILE_HEADER.sub("", html)
    if _build.markers:
        anchors = _build.markers.anchors_of(html)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
    if _build.report and _build.report.evidence:
        html = Proofs(_build.report.evidence, page.file.src_uri).show(html)
    if page.file.src_uri == config.extra.get("glossary"):
        _build.terms = Terms(html, page.file.src_uri)
    return _build.links.link(html) if _build.links else html


@event_priority(-100)  # after the search, which would read thousands of cells that are one sign
def on_page_context(context: Any, page: Page, **_: object) -> Any:
    """Draw the ledger and what belongs to each program, explain terms, list the contents."""
    html, uri = page.content or "", page.file.src_uri
    if _build.markers:
        html = _build.markers.draw(html)
    if _build.blocks:
        html = _build.blocks.show(html, uri)
    if _build.terms:
        html = _build.terms.explain(html, uri)
    page.content = breakable(html)
    for part in page.toc:
        part.children = [one for one in part.children if one.title not in _UNLISTED]
    return context


@event_priority(100)  # before the search writes its index
def _before_the_index(config: MkDocsConfig) -> None:
    """Weigh what the search finds, and forget what no page of this build used."""
    search = config.plugins.get("material/search")
    if search:
        entries = search.search_index.entries
        entries += _build.terms.sections() if _build.terms else []
        weigh(entries)
    if _build.kept:
        _build.kept.forget_unused()


def _draw_cards(config: MkDocsConfig) -> None:
    """Draw the card of each page that other sites show; they need the address of this one."""
    if config.site_url and not _build.serving and _build.nav:
        titles = {page.file.src_uri: str(page.title) for page in _build.nav.pages}
        root = Path(config.config_file_path).parent
        for name, card in cards(root, config.site_name, titles).items():
            write_file(card, str(Path(config.site_dir, name)))


def _write_plain(config: MkDocsConfig) -> None:
    """Write each page as Markdown beside its HTML, and the files that lead to them."""
    if "checked" not in config.extra:
        return
    pages = []
    for page in _build.nav.pages if _build.nav else []:
        uri, sections = page.file.src_uri, list(page.ancestors)
        section = str(sections[-1].title) if sections else "Pages"
        file, about = f"{posixpath.splitext(uri)[0]}.md", page.meta.get("description", "")
        pages.append(PlainPage(section, file, str(page.title), about, _build.texts.get(uri, "")))
    about, facts = config.site_description or config.site_name, config.extra["checked"]["site"]
    files = plain_files(config.site_name, about, facts, pages, config.site_url or "")
    for name, text in files.items():
        write_file(text.encode(), str(Path(config.site_dir, name)))


@event_priority(-100)  # and after it
def _after_the_index(config: MkDocsConfig) -> None:
    """Have the index loaded only where the search is used."""
    if "material/search" in config.plugins:
        set_aside(Path(config.site_dir, "search"))


on_post_build = CombinedEvent(_before_the_index, _draw_cards, _write_plain, _after_the_index)
