"""The MkDocs hook: check before anything is built; a build ends on a failure, a server goes on.

ProperDocs runs it, too. What it puts into pages is `pages.py`'s.
"""

import atexit
import gc
import logging
import sys
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
from watchdog.observers import Observer

sys.path.insert(0, str(Path(__file__).parents[2]))

from tools.annotations import annotate
from tools.check import check
from tools.failure import Failure, at, counted
from tools.project import Project
from tools.report import Report
from tools.runner.runner import Runner
from tools.runner.settings import needs_of
from tools.runner.store import FOLDER, digest, installation
from tools.site.pages import Pages
from tools.site.policy import with_policy
from tools.site.rendered import Rendered
from tools.site.settings import SiteSettings

log = logging.getLogger("mkdocs.hooks.check")


class _Build:
    """What the events of one build, or of all builds of a server, have in common."""

    def __init__(self) -> None:
        self.serving = False
        self.runner: Runner | None = None
        self.report: Report | None = None
        self.pages: Pages | None = None
        self.rendered: Rendered | None = None
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
    _build.pages = Pages(report, SiteSettings.of(config))
    config.extra["checked"] = True  # or each page says at its top that it was not


def _project_of(config: MkDocsConfig) -> Project:
    """The project that MkDocs builds. Raises `Failure` when the two speak of different pages."""
    project = Project.read(Path(config.config_file_path).parent)
    if Path(config.docs_dir).resolve() != project.root / project.config.pages:
        what = f"docs_dir is {config.docs_dir}, and tool.check.pages is {project.config.pages!r}"
        raise Failure((at("mkdocs.yml"),), what)
    if config.use_directory_urls:
        what = "use_directory_urls has to be false: links to zips and programs count from the page"
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
    message = f"{counted(len(failures), 'failure')} in the programs and pages:\n\n{listed}\n"
    if not _build.serving:
        annotate(failures)
        raise PluginError(message)
    log.error(message)


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
    pages = _build.pages
    if not pages:
        return
    for uri, lab in pages.labs.items():
        notebook = Path(_build.notebooks.name, uri)
        notebook.parent.mkdir(parents=True, exist_ok=True)
        notebook.write_text(pages.notebook(lab), "utf-8")
        files.append(File(uri, _build.notebooks.name, config.site_dir, config.use_directory_urls))
    for name, content in pages.files().items():
        files.append(File.generated(config, name, content=content))


def on_page_markdown(markdown: str, page: Page, files: Files, **_: object) -> str:
    """Put what the check has found in the place of its markers."""
    if _build.pages:
        markdown = _build.pages.markdown(markdown, page.file.src_uri)
    if _build.rendered:
        _build.rendered.reuse(page, markdown, files)
    return markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Give a notebook the look of the other pages, and show proofs and links."""
    pages, uri = _build.pages, page.file.src_uri
    if not pages:
        return html
    if uri in pages.labs:
        html = pages.kept.notebook_page(html)
    if pages.ledger:
        anchors = pages.ledger.anchors_of(html)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors
    return pages.rendered(html, uri)


@event_priority(-100)  # after the search, which would read thousands of cells that are one sign
def on_page_context(context: Any, page: Page, **_: object) -> Any:
    """Draw the ledger and what belongs to each program, explain terms, add the foot."""
    if _build.pages:
        page.content = _build.pages.drawn(page.content or "", page.file.src_uri)
    return context


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Add to the whole page what its template does not know, and its policy."""
    pages, file = _build.pages, page.file
    whole = pages.whole(output, file.src_uri) if pages else output
    return _with_policy(whole, file.dest_uri)


def on_post_template(output: str, template_name: str, **_: object) -> str:
    """Give the page for an address that is not there its policy, too."""
    return _with_policy(output, template_name) if template_name.endswith(".html") else output


def _with_policy(output: str, name: str) -> str:
    """A page with its policy. A server puts a script of its own into each, and gives none."""
    try:
        return output if _build.serving else with_policy(output, name)
    except Failure as failure:
        raise PluginError(str(failure)) from failure


@event_priority(-100)  # after the search, which writes its index here
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the search, and write what lies beside the pages."""
    if _build.pages:
        _build.pages.finish(Path(config.site_dir), with_cards=not _build.serving)
