"""The foot of a page says which of its programs ran, and which did not."""

import pytest
from conftest import planted, show

from tools.report import Report
from tools.runner.run import Run
from tools.site.facts import page_facts, site_facts


@pytest.fixture
def report(tmp_path, monkeypatch) -> Report:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config = '[tool.check.versions]\nTensorFlow = "tensorflow"\nNothing = "no-such-package"\n'
    files = {f"examples/{name}.py": "print(1)\n" for name in ("a/one", "a/two", "b/three")}
    files |= {"docs/a.md": show("a", "one", "two"), "docs/b.md": show("b", "three")}
    return Report(planted(tmp_path, files | {"pyproject.toml": config}))


def ran(report: Report, *names: str) -> None:
    """These programs ran, one day after the other from the first of 1970."""
    for day, program in enumerate(report.project.programs):
        if program.name in names:
            report.runs[program] = Run(began=86400.0 * day)
        else:
            report.not_run[program] = ["torch"]


def test_a_page_says_when_its_programs_ran(report):
    ran(report, "one", "two", "three")
    assert {page: facts["sentence"] for page, facts in page_facts(report).items()} == {
        "a.md": "The 2 programs of this page ran on 1970-01-02 and printed what is shown.",
        "b.md": "The program of this page ran on 1970-01-03 and printed what is shown.",
    }


def test_a_page_counts_what_was_not_run_and_says_why(report):
    ran(report, "one")
    said = {page: facts["sentence"] for page, facts in page_facts(report).items()}
    lacks = "was not run in this build: it needs torch."
    assert said["a.md"].startswith("1 of the 2 programs of this page ran on 1970-01-01 and")
    assert said["a.md"].endswith(f"examples/a/two.py {lacks}")
    assert said["b.md"] == f"examples/b/three.py {lacks}"


def test_a_page_without_programs_counts_those_of_the_site(report):
    ran(report, "one", "three")
    said = site_facts(report)["sentence"]
    assert said.startswith("The 2 programs of this site ran on 1970-01-03 and")
    assert said.endswith("examples/a/two.py was not run in this build: it needs torch.")


def test_a_package_that_is_not_there_has_no_version(report):
    assert list(site_facts(report)["versions"]) == ["Python", "TensorFlow"]


def test_with_a_date_of_the_sources_no_page_says_when_its_programs_ran(report, monkeypatch):
    """They did not run on that day, and on which they did differs from build to build."""
    ran(report, "one", "two", "three")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    when = "ran in the build of the sources of 2023-11-14 and printed what is shown."
    assert page_facts(report)["b.md"]["sentence"] == f"The program of this page {when}"
    assert site_facts(report)["sentence"] == f"The 3 programs of this site {when}"
