"""Each rule of a page, planted as a fault and caught at its line. Nothing is run here."""

import pytest
from conftest import planted, show

from tools.check import check
from tools.failure import Failure
from tools.pages.rules import Rules
from tools.runner.run import Run

SOUND = {
    "docs/a.md": f"# A\n\n{show('a', 'one', 'two')}",
    "examples/a/one.py": "print(1)\n",
    "examples/a/one.out": "1\n",
    "examples/a/two.py": "print(2)\n",
    "examples/a/two.out": "2\n",
}


def failures_of(root, files, reads=None, reader="a"):
    """What fails; with `reads`, all programs ran, and those of page `reader` read these files."""
    project = planted(root, files)
    runs = {
        program: Run(
            products={".out": program.product(".out").read_text()},
            reads=reads if program.page == reader else [],
        )
        for program in (project.programs if reads is not None else [])
    }
    found = Rules(project, runs).failures()
    return [(failure.places[0], failure.what) for failure in found]


def only_failure(root, files, reads=None):
    (failure,) = failures_of(root, files, reads)
    return failure


def test_a_sound_page_passes(tmp_path):
    assert failures_of(tmp_path, SOUND) == []


TYPED = {
    "plain": "```python\nprint(1)\n```\n",
    "with a title": '```python title="x.py"\nprint(1)\n```\n',
    "with highlighted lines": '```python hl_lines="1"\nprint(1)\n```\n',
    "after a space": "``` python\nprint(1)\n```\n",
    "with attributes": "```{.python .annotate}\nprint(1)\n```\n",
    "with tildes": "~~~python\nprint(1)\n~~~\n",
    "with four backticks": "````python\nprint(1)\n````\n",
    "in capitals": "```Python\nprint(1)\n```\n",
    "never closed": "```python\nprint(1)\n",
    "a part of a program": '```python\n--8<-- "a/one.py:1:1"\n```\n',
    "an include and more": '```python\n--8<-- "a/one.py"\nprint(2)\n```\n',
    "empty": "```python\n```\n",
}


@pytest.mark.parametrize("block", TYPED.values(), ids=TYPED)
def test_python_typed_into_a_page_fails(tmp_path, block):
    place, what = only_failure(tmp_path, {"docs/a.md": f"# A\n\n{block}"})
    assert place == "docs/a.md:3"
    assert "a Python fence holds one include" in what


@pytest.mark.parametrize("name", ["py", "python3", "py3", "pycon", "ipython", "numpy", "pytb"])
def test_python_under_another_name_fails(tmp_path, name):
    place, what = only_failure(tmp_path, {"docs/a.md": f"# A\n\n```{name}\nprint(1)\n```\n"})
    assert place == "docs/a.md:3"
    assert f"a fence in '{name}' cannot be checked" in what


def test_a_fence_in_no_language_fails(tmp_path):
    place, what = only_failure(tmp_path, {"docs/a.md": "# A\n\n```\nprint(1)\n```\n"})
    assert place == "docs/a.md:3"
    assert "no language" in what


def test_a_file_that_a_program_reads_may_be_shown_whole(tmp_path):
    files = {"docs/a.md": SOUND["docs/a.md"] + '\n```cpp\n--8<-- "a/cube.cc"\n```\n'}
    assert failures_of(tmp_path, SOUND | files | {"examples/a/cube.cc": "int x;\n"}) == []


@pytest.mark.parametrize("file", ["a/one.out", "a/one.py", "b/other.cc", "a/none.cc"])
def test_no_other_file_may_be_shown(tmp_path, file):
    files = {"docs/a.md": SOUND["docs/a.md"] + f'\n```cpp\n--8<-- "{file}"\n```\n'}
    place, _ = only_failure(tmp_path, SOUND | files | {"examples/b/other.cc": "int x;\n"})
    assert place == "docs/a.md:17"


def test_python_typed_as_text_fails(tmp_path):
    place, what = only_failure(tmp_path, {"docs/a.md": "```text\nimport keras\n```\n"})
    assert place == "docs/a.md:1"
    assert "Python typed into a page" in what


@pytest.mark.parametrize("text", ["make serve", "docs/why-keras.md:3: it raised", "one two"])
def test_words_as_text_pass(tmp_path, text):
    assert failures_of(tmp_path, {"docs/a.md": f"```text\n{text}\n```\n"}) == []


def indented(block):
    return "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())


@pytest.mark.parametrize("opening", ['=== "Keras"', "1. first", "- first", "!!! note", "??? note"])
def test_python_typed_into_an_indented_block_fails(tmp_path, opening):
    typed = indented("```py\nprint(1)\n```")
    place, _ = only_failure(tmp_path, {"docs/a.md": f"{opening}\n\n{typed}"})
    assert place == "docs/a.md:3"


@pytest.mark.parametrize("opening", ['=== "Keras"', "1. first", "- first"])
def test_an_include_in_an_indented_block_passes(tmp_path, opening):
    page = f"{opening}\n\n{indented(show('a', 'one', 'two'))}"
    assert failures_of(tmp_path, SOUND | {"docs/a.md": page}) == []


def test_a_fence_shown_inside_a_fence_is_text(tmp_path):
    page = "````markdown\n```python\nprint(1)\n```\n````\n"
    assert failures_of(tmp_path, {"docs/a.md": page}) == []


def test_an_include_that_does_not_resolve_fails(tmp_path):
    page = show("a", "one", "two", "three")
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert place == "docs/a.md:15"
    assert what == "includes examples/a/three.py, which does not exist"


def test_a_program_of_another_page_fails(tmp_path):
    files = {"docs/b.md": show("a", "one")}
    place, what = only_failure(tmp_path, SOUND | files)
    assert place == "docs/b.md:1"
    assert "a page shows the programs of its own folder, examples/b/" in what


def test_an_output_under_the_wrong_program_fails(tmp_path):
    page = show("a", "one", "two").replace("a/one.out", "a/two.out", 1)
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert place == "docs/a.md:4"
    assert 'holds the include of its program\'s output: --8<-- "a/one.out"' in what


def test_an_output_typed_by_hand_fails(tmp_path):
    page = show("a", "one", "two").replace('--8<-- "a/one.out"', "1", 1)
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert place == "docs/a.md:4"
    assert "holds the include of its program's output" in what


def test_an_output_under_no_program_fails(tmp_path):
    place, what = only_failure(tmp_path, {"docs/a.md": "```output\n1\n```\n"})
    assert place == "docs/a.md:1"
    assert what == "an output fence stands below the fence of its program"


def test_a_program_without_an_output_fence_fails(tmp_path):
    page = show("a", "one", "two").replace('```output\n--8<-- "a/one.out"\n```\n', "", 1)
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert place == "docs/a.md:1"
    assert what == "the fence below shows what examples/a/one.py prints: it is missing"


def test_an_output_that_no_program_owns_fails(tmp_path):
    place, what = only_failure(tmp_path, SOUND | {"examples/a/old.out": "1\n"})
    assert place == "examples/a/old.out:1"
    assert what == "examples/a/old.out belongs to no program: remove it"


def test_a_program_on_no_page_fails(tmp_path):
    place, what = only_failure(tmp_path, SOUND | {"examples/a/lost.py": "print(3)\n"})
    assert place == "examples/a/lost.py:1"
    assert "is on no page: show it in docs/a.md, or remove it" in what


def test_a_program_included_as_text_fails(tmp_path):
    page = f'{show("a", "one", "two")}\n--8<-- "a/one.py"\n'
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert place == "docs/a.md:15"
    assert "an include of 'a/one.py' outside a fence" in what


def test_a_picture_that_is_missing_fails(tmp_path):
    page = f'{show("a", "one", "two")}\n--8<-- "a/one.svg"\n'
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert (place, what) == (
        "docs/a.md:15",
        "includes examples/a/one.svg, which does not exist",
    )


def test_a_project_without_pages_fails(tmp_path):
    with pytest.raises(Failure, match="holds no page"):
        failures_of(tmp_path, {})


def test_what_stops_a_check_is_its_failure(tmp_path):
    (failure,) = check(planted(tmp_path, {"examples/a/one.py": "print(1)\n"})).failures
    assert failure.places == ("docs:1",)


@pytest.mark.parametrize(("lines", "said"), [(4, "has 4 lines"), (26, "has 26 lines")])
def test_a_program_that_is_too_short_or_too_long_fails(tmp_path, lines, said):
    config = "[tool.check]\nlines = [5, 25]\n"
    files = {"docs/a.md": show("a", "one"), "examples/a/one.out": "1\n", "pyproject.toml": config}
    for enough in (5, 25):
        program = {"examples/a/one.py": "\n".join(["print(1)\n"] * enough)}
        assert failures_of(tmp_path, files | program) == []
    program = {"examples/a/one.py": "print(1)\n" * lines}
    place, what = only_failure(tmp_path, files | program)
    assert place == "examples/a/one.py:1"
    assert said in what


def test_a_program_that_says_why_it_is_long_may_be(tmp_path):
    header = "# /// script\n# [tool.check]\n# long = {}\n# ///\n"
    files = {
        "docs/a.md": show("a", "one"),
        "examples/a/one.out": "1\n" * 30,
        "pyproject.toml": "[tool.check]\nlines = [5, 25]\n",
    }
    program = header.format('"to download"') + "print(1)\n" * 30
    assert failures_of(tmp_path, files | {"examples/a/one.py": program}) == []
    without = header.format('""') + "print(1)\n" * 30
    place, what = only_failure(tmp_path, files | {"examples/a/one.py": without})
    assert place == "examples/a/one.py:1"
    assert "has 34 lines" in what


def module(file):
    return f'```python\n--8<-- "a/{file}"\n```\n'


PACKAGE = SOUND | {
    "docs/a.md": f"{module('pack/__init__.py')}{module('pack/deep/part.py')}"
    f"{module('pack/deep/__init__.py')}{show('a', 'one', 'two')}",
    "examples/a/pack/__init__.py": "from .deep import part\n",
    "examples/a/pack/deep/__init__.py": "x = 1\n",
    "examples/a/pack/deep/part.py": "y = 1\n",
}
READ = ["a/pack/__init__.py", "a/pack/deep/__init__.py", "a/pack/deep/part.py"]


def test_a_package_whose_files_are_shown_and_imported_passes(tmp_path):
    assert failures_of(tmp_path, PACKAGE, READ) == []
    project = planted(tmp_path, PACKAGE)
    assert [program.key for program in project.programs] == ["a/one", "a/two"]
    assert [f"{module.key}.py" for module in project.modules] == READ


def test_a_file_of_a_package_on_no_page_fails(tmp_path):
    page = PACKAGE["docs/a.md"].replace(module("pack/deep/part.py"), "")
    place, what = only_failure(tmp_path, PACKAGE | {"docs/a.md": page}, READ)
    assert place == "examples/a/pack/deep/part.py:1"
    assert "is on no page: show it in docs/a.md, or remove it" in what


@pytest.mark.parametrize("file", READ)
def test_a_file_of_a_package_that_no_program_imports_fails(tmp_path, file):
    place, what = only_failure(tmp_path, PACKAGE, [each for each in READ if each != file])
    assert place == f"examples/{file}:1"
    assert f"examples/{file} is imported by no program of docs/a.md" in what


def test_a_file_of_a_package_that_only_another_page_imports_fails(tmp_path):
    files = {
        "docs/b.md": show("b", "three"),
        "examples/b/three.py": "print(3)\n",
        "examples/b/three.out": "3\n",
    }
    found = failures_of(tmp_path, PACKAGE | files, READ, reader="b")
    assert [place for place, _ in found] == [f"examples/{file}:1" for file in READ]


def test_what_was_not_run_may_import_a_package(tmp_path):
    project = planted(tmp_path, PACKAGE)
    one, two = project.programs
    for known in ({}, {one: Run(products={".out": "1\n"})}):
        assert [*Rules(project, known).failures()] == []
    failed = {one: Run(products={".out": "1\n"}), two: Run(fault="exited with 1")}
    assert [failure.what for failure in Rules(project, failed).failures()] == [
        "examples/a/two.py exited with 1"
    ]


def test_a_package_of_another_page_fails(tmp_path):
    files = {"docs/b.md": module("pack/deep/part.py")}
    place, what = only_failure(tmp_path, PACKAGE | files, READ)
    assert place == "docs/b.md:1"
    assert "a page shows the programs of its own folder, examples/b/" in what


def test_an_output_under_a_file_of_a_package_fails(tmp_path):
    page = f'{PACKAGE["docs/a.md"]}{module("pack/deep/part.py")}```output\n--8<-- "{{}}"\n```\n'
    for output in ("a/pack/deep/part.out", "a/two.out"):
        files = PACKAGE | {"docs/a.md": page.format(output)}
        place, what = only_failure(tmp_path, files, READ)
        assert place == "docs/a.md:26"
        assert "examples/a/pack/deep/part.py is a file of a package and prints nothing" in what


def test_an_output_beside_a_file_of_a_package_fails(tmp_path):
    place, what = only_failure(tmp_path, PACKAGE | {"examples/a/pack/deep/part.out": "1\n"}, READ)
    assert place == "examples/a/pack/deep/part.out:1"
    assert what == "examples/a/pack/deep/part.out belongs to no program: remove it"


@pytest.mark.parametrize("lines", [4, 26])
def test_a_file_of_a_package_that_is_too_short_or_too_long_fails(tmp_path, lines):
    config = "[tool.check]\nlines = [5, 25]\n"
    files = {name: text * 5 if name.endswith(".py") else text for name, text in PACKAGE.items()} | {
        "pyproject.toml": config
    }
    assert failures_of(tmp_path, files, READ) == []
    part = {"examples/a/pack/deep/part.py": "y = 1\n" * lines}
    place, what = only_failure(tmp_path, files | part, READ)
    assert place == "examples/a/pack/deep/part.py:1"
    assert f"has {lines} lines" in what


def test_a_folder_inside_a_package_that_is_none_holds_programs_on_no_page(tmp_path):
    place, what = only_failure(tmp_path, PACKAGE | {"examples/a/pack/more/x.py": "z = 1\n"})
    assert place == "examples/a/pack/more/x.py:1"
    assert "is on no page: show it in docs/a/pack/more.md, or remove it" in what


def test_every_fault_of_a_page_is_listed(tmp_path):
    page = "```py\n1\n```\n```output\n1\n```\n```python\n2\n```\n"
    places = [place for place, _ in failures_of(tmp_path, {"docs/a.md": page})]
    assert places == ["docs/a.md:1", "docs/a.md:4", "docs/a.md:7"]


@pytest.mark.parametrize(
    "code",
    [
        "Text.\n\n    import keras\n",
        "- item\n\n        import keras\n",
        "Text.\n\n<pre><code>import keras</code></pre>\n",
        '!!! note\n\n    <pre class="x">import keras</pre>\n',
        "> Text.\n>\n>     import keras\n",
        "Text.\n\n\timport keras\n",
    ],
    ids=["indented", "in a list", "as HTML", "as HTML in a note", "in a quotation", "by a tab"],
)
def test_code_outside_a_fence_fails(tmp_path, code):
    place, what = only_failure(tmp_path, {"docs/a.md": code})
    assert place == "docs/a.md:3"
    assert "code outside a fence" in what


def test_a_script_in_an_attribute_fails(tmp_path):
    page = f'<p>Fine.</p>\n\n<button\n  class="a" onclick="go()">Go</button>\n{SOUND["docs/a.md"]}'
    place, what = only_failure(tmp_path, SOUND | {"docs/a.md": page})
    assert place == "docs/a.md:4"
    assert what.startswith("onclick is a script in an attribute")
    assert what.endswith("docs/assets/")


def test_a_script_in_an_attribute_may_be_spoken_of(tmp_path):
    page = SOUND["docs/a.md"] + "\nNot `<a onclick=x>`.\n\n```text\n<a onclick=x>\n```\n"
    assert failures_of(tmp_path, SOUND | {"docs/a.md": page}) == []


def test_a_fence_right_below_text_fails(tmp_path):
    files = SOUND | {
        "docs/a.md": SOUND["docs/a.md"].replace("\n\n```python", "\nText.\n```python", 1)
    }
    assert only_failure(tmp_path, files) == (
        "docs/a.md:3",
        "a fence needs an empty line above it, or it is a part of the paragraph there",
    )


def test_an_output_that_would_end_its_fence_fails_and_a_longer_fence_holds_it(tmp_path):
    printed = "1\n```\n2\n```\n"
    files = SOUND | {"examples/a/one.out": printed}
    (failure,) = Rules(planted(tmp_path, files), {}).failures()
    assert failure.places == ("docs/a.md:6", "examples/a/one.out:2")
    assert failure.what == "a/one.out has a line that would end this fence: write it with ````"
    short = '```output\n--8<-- "a/one.out"\n```'
    longer = '````output\n--8<-- "a/one.out"\n````'
    assert short in SOUND["docs/a.md"]
    assert (
        failures_of(tmp_path, files | {"docs/a.md": SOUND["docs/a.md"].replace(short, longer)})
        == []
    )
