"""Pages lead to their sources once `repo_url` is set, and each link to a file that exists."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import REPOSITORY, ROOT, planted

from tools.labs.lab import find_labs
from tools.project import Project
from tools.site.repository import Repository

PROJECT = Project.read(ROOT)
PAGES = {
    path.relative_to(ROOT / "docs").with_suffix(".html").as_posix(): path for path in PROJECT.pages
}
LABS = {f"{lab.name}.html": lab.program.path for lab in find_labs(PROJECT)}
COLAB = "https://colab.research.google.com/github/example/tensorflow-vs-keras/blob/main/"
OF_FILES = re.compile(rf"{re.escape(REPOSITORY)}/(?P<to>edit|blob)/main/(?P<file>.+)")


def links(folder: Path, name: str) -> list[str]:
    soup = BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser")
    return [link["href"] for link in soup.select("a[href]")]


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PAGES, *LABS])
def test_a_page_leads_to_its_source_and_each_program_to_its_file(built_for_repo, name):
    found = [OF_FILES.fullmatch(link) for link in links(built_for_repo, name)]
    files = {(link["to"], ROOT / link["file"]) for link in found if link}
    source = (PAGES | LABS)[name]
    assert {("edit", source), ("blob", source)} <= files
    assert all(file.is_file() for _, file in files)
    page = name.removesuffix(".html")
    shown = {
        file.path
        for file in [*PROJECT.programs, *PROJECT.modules]
        if PROJECT.page_of(file) == page and name not in LABS
    }
    assert {file for _, file in files} == shown | {source}


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PAGES, *LABS])
def test_no_other_link_leads_into_the_repository(built_for_repo, name):
    others = [
        link
        for link in links(built_for_repo, name)
        if link.startswith((REPOSITORY, COLAB[:30])) and not OF_FILES.fullmatch(link)
    ]
    lab = LABS.get(name)
    notebook = [COLAB + lab.relative_to(ROOT).with_suffix(".ipynb").as_posix()] if lab else []
    assert sorted(set(others)) == sorted([REPOSITORY, *notebook])


@pytest.mark.slow
@pytest.mark.parametrize("name", LABS)
def test_colab_opens_a_notebook_that_exists(built_for_repo, name):
    (link,) = [link for link in links(built_for_repo, name) if "colab" in link]
    assert (ROOT / link.removeprefix(COLAB)).is_file()


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PAGES, *LABS])
def test_without_an_address_there_are_no_such_links(built, name):
    page = (built / name).read_text(encoding="utf-8")
    colab = r'href="(?!https://github\.com/googlecolab/)[^"#]*colab'  # which sources may quote
    words = rf'rel="edit"|View (the )?source|repository</a>|md-source|{colab}'
    assert not re.search(words, page)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["index.html", next(iter(LABS))])
def test_the_theme_does_not_ask_the_host_for_stars(built_for_repo, name):
    page = (built_for_repo / name).read_text(encoding="utf-8")
    assert "md-source" in page
    assert 'data-md-component="source"' not in page


FORMS = {
    "https://github.com/some/one": (
        "https://github.com/some/one/edit/dev/docs/a.md",
        "https://github.com/some/one/blob/dev/docs/a.md",
        "https://colab.research.google.com/github/some/one/blob/dev/docs/a.md",
    ),
    "https://github.com/some/edit.git": (
        "https://github.com/some/edit/edit/dev/docs/a.md",
        "https://github.com/some/edit/blob/dev/docs/a.md",
        "https://colab.research.google.com/github/some/edit/blob/dev/docs/a.md",
    ),
    "https://gitlab.com/group/sub/one/": (
        "https://gitlab.com/group/sub/one/-/edit/dev/docs/a.md",
        "https://gitlab.com/group/sub/one/-/blob/dev/docs/a.md",
        "",
    ),
    "https://gitlab.example.org/github.com/one": (
        "https://gitlab.example.org/github.com/one/-/edit/dev/docs/a.md",
        "https://gitlab.example.org/github.com/one/-/blob/dev/docs/a.md",
        "",
    ),
    "https://github.example.org/some/one": (
        "https://github.example.org/some/one/edit/dev/docs/a.md",
        "https://github.example.org/some/one/blob/dev/docs/a.md",
        "",
    ),
}


@pytest.mark.parametrize(("address", "leads"), FORMS.items(), ids=FORMS)
def test_an_address_of_a_file_has_the_form_of_its_host(address, leads):
    repository = Repository.of(address, "dev")
    assert repository
    file = "docs/a.md"
    assert (repository.edit(file), repository.view(file), repository.colab(file)) == leads


@pytest.mark.parametrize("address", ["", None, "https://example.org/github.com/one"])
def test_of_a_host_that_is_not_known_there_are_no_links_to_files(address):
    assert Repository.of(address, "main") is None


def test_colab_is_offered_where_the_notebook_is_there_alone(tmp_path):
    files = {
        "pyproject.toml": "[tool.check.labs]\n",
        "docs/a/index.md": "# A\n",
        "examples/labs/one.py": "# %%\n",
        "examples/labs/two.py": "# %%\n",
        "examples/labs/two.ipynb": "{}",
    }
    project = planted(tmp_path, files)
    here = "https://github.com/some/one"
    github, gitlab = Repository.of(here, "main"), Repository.of("https://gitlab.com/a/b", "main")
    assert github
    assert gitlab
    pages = github.pages(project)
    assert pages["a/index.md"]["edit"] == f"{here}/edit/main/docs/a/index.md"
    assert pages["labs/one.ipynb"] == {
        "edit": f"{here}/edit/main/examples/labs/one.py",
        "view": f"{here}/blob/main/examples/labs/one.py",
    }
    assert pages["labs/two.ipynb"]["colab"].endswith("/blob/main/examples/labs/two.ipynb")
    assert "colab" not in gitlab.pages(project)["labs/two.ipynb"]
