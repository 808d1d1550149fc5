"""The MkDocs hook: check before anything is built; a build ends on a failure, a server goes on."""

import contextlib
import logging
import re
import sys
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.bundle import bundle
from tools.check import Report, check
from tools.facts import page_facts, site_facts
from tools.failure import Failure
from tools.labs import find_labs, notebook_of
from tools.ledger_page import LedgerPages
from tools.reference import link_names
from tools.slim import slim

_FILE_HEADER = re.compile(r"<\?xml[^>]*\?>\s*<!DOCTYPE svg[^>]*>")
log = logging.getLogger("mkdocs.hooks.check")
_serving = False
_ledger: LedgerPages | None = None
_report = Report()
_notebooks = tempfile.TemporaryDirectory(prefix="notebooks-")  # in docs/, a server would loop


def on_startup(command: str, **_: object) -> None:
    """Remember whether this is a server, which has to go on."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Under a server, have a missing include leave a gap: it is listed among the failures."""
    if _serving:
        config.mdx_configs["pymdownx.snippets"]["check_paths"] = False


def on_pre_build(config: MkDocsConfig) -> None:
    """Check. The old site is still there: MkDocs empties its folder after this event."""
    global _report, _ledger
    root = Path(config.config_file_path).parent
    _report = report = check(root, told=log.info)
    for program, lacks in report.not_run.items():
        log.info("%s was not run: it needs %s", program, ", ".join(lacks))
    if report.failures and not _serving:
        raise PluginError(_listed(report))
    if report.failures:
        log.error(_listed(report))
    with contextlib.suppress(Failure):  # a broken data file is among the failures
        _ledger = LedgerPages(root, report.runs)
    config.extra["checked"] = {
        "site": site_facts(report),
        "pages": page_facts(report),
        "failures": [str(failure) for failure in report.failures],
    }


@event_priority(100)  # before mkdocs-jupyter, which looks for notebooks here
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add what the check has made: the notebooks, and what can be downloaded."""
    root, programs = Path(config.config_file_path).parent, [*_report.runs, *_report.not_run]
    for lab in find_labs(programs):
        notebook = Path(_notebooks.name, lab.page)
        notebook.parent.mkdir(exist_ok=True)
        notebook.write_text(notebook_of(lab, _report.runs.get(lab.program)), encoding="utf-8")
        folders = (_notebooks.name, config.site_dir, config.use_directory_urls)
        files.append(File(lab.page, *folders))
        script = Path(lab.page).with_suffix(".py").as_posix()
        files.append(File.generated(config, script, content=lab.program.source))
    for page in {program.page for program in programs if not program.is_lab}:
        packed = bundle(root, page, programs)
        files.append(File.generated(config, f"{page}.zip", content=packed))


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Put what the ledger says in the place of its markers."""
    return _ledger.expand(markdown, page.file.src_uri) if _ledger else markdown


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Give a notebook the look of the other pages, link the names of the API, and take the file
    headers from pictures drawn inline."""
    shown = slim(html) if page.file.src_uri.endswith(".ipynb") else html
    return link_names(_FILE_HEADER.sub("", shown))


def _listed(report: Report) -> str:
    listed = "\n\n".join(str(failure) for failure in report.failures)
    return f"{len(report.failures)} failures in the programs and pages:\n\n{listed}\n"
