"""The MkDocs hook: check before anything is built; a build ends on a failure, a server goes on."""

import logging
import re
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.check import Report, check
from tools.facts import page_facts, site_facts
from tools.ledger_page import LedgerPages
from tools.reference import link_names

_FILE_HEADER = re.compile(r"<\?xml[^>]*\?>\s*<!DOCTYPE svg[^>]*>")
log = logging.getLogger("mkdocs.hooks.check")
_serving = False
_ledger: LedgerPages


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
    root = Path(config.config_file_path).parent
    report = check(root, told=log.info)
    for program, lacks in report.not_run.items():
        log.info("%s was not run: it needs %s", program, ", ".join(lacks))
    if report.failures and not _serving:
        raise PluginError(_listed(report))
    if report.failures:
        log.error(_listed(report))
    global _ledger
    _ledger = LedgerPages(root, report.runs)
    config.extra["checked"] = {
        "site": site_facts(report),
        "pages": page_facts(report),
        "failures": [str(failure) for failure in report.failures],
    }


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Put what the ledger says in the place of its markers."""
    return _ledger.expand(markdown, page.file.src_uri)


def on_page_content(html: str, **_: object) -> str:
    """Link the names of the API, and take the file headers from pictures drawn inline."""
    return link_names(_FILE_HEADER.sub("", html))


def _listed(report: Report) -> str:
    listed = "\n\n".join(str(failure) for failure in report.failures)
    return f"{len(report.failures)} failures in the programs and pages:\n\n{listed}\n"
