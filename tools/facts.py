"""Facts of the build, for the pages: on what, when and for how long their programs ran."""

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version

from tools.check import Report
from tools.labs import Lab
from tools.run import Run

SHOWN = {
    "TensorFlow": "tensorflow",
    "Keras": "keras",
    "tf_keras": "tf-keras",
    "JAX": "jax",
    "OpenVINO": "openvino",
}
"""The packages whose versions readers want to see: name on the page, distribution."""


def site_facts(report: Report) -> dict:
    """The versions that this build ran on, and how many programs did."""
    return {
        "versions": {"Python": platform.python_version()}
        | {name: version(package) for name, package in SHOWN.items()},
        "not_run": {str(program): lacks for program, lacks in report.not_run.items()},
        **_facts(list(report.runs.values())),
    }


def page_facts(report: Report) -> dict[str, dict]:
    """For each page that shows programs: how many, when they ran, and for how long."""
    runs: dict[str, list[Run]] = {}
    for program, run in report.runs.items():
        page = Lab(program).page if program.is_lab else f"{program.page}.md"
        runs.setdefault(page, []).append(run)
    return {page: _facts(of_page) for page, of_page in runs.items()}


def _facts(runs: list[Run]) -> dict:
    return {
        "programs": len(runs),
        "seconds": round(sum(run.seconds for run in runs), 1),
        "date": _date(runs),
    }


def _date(runs: list[Run]) -> str:
    """The day of the latest run, in UTC; a reproducible build gives its own."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return max((run.at for run in runs), default="")[:10]
