"""Facts of the build, for the pages: on what, when and for how long their programs ran."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from tools.labs.lab import Lab
from tools.report import Report
from tools.runner.run import Run


def site_facts(report: Report) -> dict[str, Any]:
    """The versions that this build ran on, and how many programs did."""
    shown = report.project.config.versions
    return {
        "versions": {"Python": platform.python_version()}
        | {name: version(package) for name, package in shown.items()},
        "not_run": {str(program): lacks for program, lacks in report.not_run.items()},
        **_facts(list(report.runs.values())),
    }


def page_facts(report: Report) -> dict[str, dict[str, Any]]:
    """For each page that shows programs: how many, when they ran, and for how long."""
    runs: dict[str, list[Run]] = {}
    for program, run in report.runs.items():
        is_lab = report.project.is_lab(program)
        page = Lab(program).uri if is_lab else f"{program.page}.md"
        runs.setdefault(page, []).append(run)
    return {page: _facts(of_page) for page, of_page in runs.items()}


def _facts(runs: Sequence[Run]) -> dict[str, Any]:
    return {
        "programs": len(runs),
        "seconds": round(sum(run.seconds for run in runs), 1),
        "date": _date(runs),
    }


def _date(runs: Sequence[Run]) -> str:
    """The day of the latest run, in UTC; a reproducible build gives its own."""
    latest = max((run.began for run in runs), default=0.0)
    epoch = float(os.environ.get("SOURCE_DATE_EPOCH") or latest)
    return datetime.fromtimestamp(epoch, UTC).date().isoformat()
