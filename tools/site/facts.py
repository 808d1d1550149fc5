"""Facts of the build, for the pages: on what and when their programs ran, and which did not.

Two builds of the same sources are the same bytes where `SOURCE_DATE_EPOCH` gives their date, by the
convention of reproducible-builds.org. Then a page does not say on which day its programs ran, which
differs, but in the build of which sources.
"""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from tools.labs.lab import Lab
from tools.report import Report
from tools.runner.program import Program
from tools.runner.run import Run


def site_facts(report: Report) -> dict[str, Any]:
    """The versions that this build ran on, and what the foot of a page without programs says."""
    ran, when = _programs(len(report.runs)), _when(list(report.runs.values()))
    said = f"The {ran} of this site ran {when} and printed what is shown."
    return {
        "versions": {"Python": platform.python_version()}
        | _installed(report.project.config.versions),
        "sentence": " ".join([said, *_reasons(report.not_run)]),
    }


def page_facts(report: Report) -> dict[str, dict[str, Any]]:
    """For each page that shows programs, what its foot says: how many, when they ran, which not."""
    runs: dict[str, dict[Program, Run | None]] = {}
    for program in report.project.programs:
        if program in report.runs or program in report.not_run:
            is_lab = report.project.is_lab(program)
            page = Lab(program).uri if is_lab else f"{program.page}.md"
            runs.setdefault(page, {})[program] = report.runs.get(program)
    return {page: {"sentence": _sentence(report, of_page)} for page, of_page in runs.items()}


def _sentence(report: Report, of_page: dict[Program, Run | None]) -> str:
    ran = [run for run in of_page.values() if run]
    lack = {program: report.not_run[program] for program, run in of_page.items() if not run}
    if not ran:
        return " ".join(_reasons(lack))
    which = f"{len(ran)} of the {_programs(len(of_page))}" if lack else f"The {_programs(len(ran))}"
    which = "The program" if which == "The 1 program" else which
    said = f"{which} of this page ran {_when(ran)} and printed what is shown."
    return " ".join([said, *_reasons(lack)])


def _reasons(lack: dict[Program, list[str]]) -> Iterable[str]:
    """A sentence for each program that was not run."""
    for program, needs in lack.items():
        yield f"{program} was not run in this build: it needs {', '.join(needs)}."


def _programs(count: int) -> str:
    return f"{count} program{'' if count == 1 else 's'}"


def _installed(packages: dict[str, str]) -> dict[str, str]:
    """The versions of those that are there: what only some programs need may be missing."""
    found = {}
    for name, package in packages.items():
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _when(runs: Sequence[Run]) -> str:
    """The day of the latest run, in UTC; or of the sources, which a reproducible build is given."""
    sources = os.environ.get("SOURCE_DATE_EPOCH")
    if sources:
        return f"in the build of the sources of {_day(float(sources))}"
    return f"on {_day(max((run.began for run in runs), default=0.0))}"


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
