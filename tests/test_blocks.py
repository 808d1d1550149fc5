"""At each program stands what can be done with it, and what it needs."""

import pytest
from conftest import planted, show

from tools.report import Report
from tools.runner.run import Run
from tools.site.blocks import Blocks
from tools.site.repository import Repository

PROGRAM = "print(1)\n" * 5


def bar(file: str) -> str:
    name = file.rpartition("/")[2]
    code = "<pre><span></span><code>print(1)\n</code></pre></div>"
    return (
        '<div class="language-python highlight">'
        f'<span class="filename" id="program-{name}">examples/{file}.py</span>{code}'
        '<div class="language-output highlight"><pre><code>1\n</code></pre></div>'
    )


@pytest.fixture
def report(tmp_path) -> Report:
    names = ("one", "two")
    files = {f"examples/a/page/{name}.py": PROGRAM for name in names}
    files |= {"examples/a/page/data.csv": "1", "docs/a/page.md": show("a/page", *names)}
    return Report(planted(tmp_path, files))


def shown(report: Report, *files: str) -> str:
    return Blocks(report, "install.html#stderr").show("".join(map(bar, files)), "a/page.md")


def test_a_program_has_its_address_its_file_the_zip_and_a_word_on_stderr(report):
    page = shown(report, "a/page/one")
    assert (
        '<a class="program__file" href="#program-one">examples/<wbr>a/<wbr>page/<wbr>one.py</a>'
        in page
    )
    assert '<a href="page/one.py" download>' in page
    assert '<a href="page.zip" download>' in page
    assert '<a href="../install.html#stderr">' in page
    assert "program__note" not in page


def test_it_leads_to_its_source_where_the_repository_is_known(report):
    repository = Repository.of("https://github.com/some/one", "main")
    page = Blocks(report, "", repository).show(bar("a/page/one"), "a/page.md")
    source = "https://github.com/some/one/blob/main/examples/a/page/one.py"
    assert f'<a href="{source}">View source in the repository</a>' in page
    assert "View source" not in shown(report, "a/page/one")


def test_a_program_that_reads_files_says_so_and_offers_the_zip(report):
    program = report.project.programs[0]
    report.runs[program] = Run(reads=["a/page/data.csv", "a/page/one.py", "b/", "b/c.csv"])
    page = shown(report, "a/page/one")
    note = page[page.index("program__note") :].split("</span>")[0]
    assert "Needs files beside it: <code>../../b</code>, <code>data.csv</code>." in note
    assert 'href="page.zip"' in note


def test_many_files_are_counted(report):
    program = report.project.programs[0]
    report.runs[program] = Run(reads=[f"a/page/{number}.csv" for number in range(5)])
    assert "<code>2.csv</code> and 2 more." in shown(report, "a/page/one")


def test_a_program_that_was_not_run_says_so_at_its_bar_and_at_its_output(report):
    _, two = report.project.programs
    report.not_run[two] = ["torch"]
    page = shown(report, "a/page/one", "a/page/two")
    assert page.count("Not run in this build: it needs torch.") == 1
    assert page.count("data-not-run") == 1
    assert page.index("data-not-run") > page.index("program-two")


def test_an_output_that_is_drawn_with_lines_is_marked_and_no_other(report):
    table = bar("a/page/two").replace("<code>1\n", "<code>│ dense │\n")
    page = Blocks(report).show(bar("a/page/one") + table, "a/page.md")
    assert page.count("<div data-drawn class=") == 1
    assert page.index("data-drawn") > page.index("program-two")


def test_a_file_that_is_no_program_keeps_its_bar(report):
    page = bar("a/page/elsewhere")
    assert Blocks(report).show(page, "a/page.md") == page
