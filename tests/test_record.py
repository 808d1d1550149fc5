"""Recording writes what programs print, and nothing that is not sound."""

import pytest
from conftest import write_files

from tools.record import Refusal, record

FRESH = "import os\n\nos.environ\n"  # a fresh interpreter: no need to import TensorFlow here


def read(root, name):
    return (root / "examples/a" / name).read_text(encoding="utf-8")


def test_it_writes_what_a_program_prints_and_draws(tmp_path):
    source = f"{FRESH}open('one.svg', 'w').write('<svg/>')\nprint('größer')\n"
    write_files(tmp_path, {"examples/a/one.py": source})
    assert list(record(tmp_path)) == [
        "examples/a/one.out recorded",
        "examples/a/one.svg recorded",
    ]
    assert read(tmp_path, "one.out") == "größer\n"
    assert read(tmp_path, "one.svg") == "<svg/>"


def test_an_unchanged_tree_stays_unchanged(tmp_path):
    write_files(tmp_path, {"examples/a/one.py": f"{FRESH}print(1)\n"})
    list(record(tmp_path))
    before = (tmp_path / "examples/a/one.out").stat().st_mtime_ns
    assert list(record(tmp_path)) == []
    assert (tmp_path / "examples/a/one.out").stat().st_mtime_ns == before


def test_one_program_or_one_page_can_be_named(tmp_path):
    files = {f"examples/{name}.py": f"{FRESH}print(1)\n" for name in ("a/one", "a/two", "b/one")}
    write_files(tmp_path, files)
    assert list(record(tmp_path, "a/two")) == ["examples/a/two.out recorded"]
    assert list(record(tmp_path, "a")) == ["examples/a/one.out recorded"]


def test_a_name_that_no_program_has_is_refused(tmp_path):
    write_files(tmp_path, {"examples/a/one.py": "print(1)\n"})
    with pytest.raises(Refusal, match="no program is called 'a/on'"):
        list(record(tmp_path, "a/on"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("print(1)\n1 / 0\n", "raised ZeroDivisionError in line 5"),
        ("print(1)\nimport sys; sys.exit(2)\n", "exited with 2"),
        ("x = 1\n", "prints nothing"),
        ("import time; print(time.time())\n", "writes two different texts in two runs"),
    ],
)
def test_what_is_not_sound_is_refused_and_its_old_output_kept(tmp_path, body, reason):
    files = {"examples/a/one.py": FRESH + body, "examples/a/one.out": "old\n"}
    files["examples/a/two.py"] = f"{FRESH}print(2)\n"
    write_files(tmp_path, files)
    with pytest.raises(Refusal, match=reason):
        list(record(tmp_path))
    assert read(tmp_path, "one.out") == "old\n"
    assert read(tmp_path, "two.out") == "2\n"


def test_a_program_that_needs_what_is_missing_is_refused(tmp_path):
    header = '# /// script\n# dependencies = ["no-such-package"]\n# ///\n'
    write_files(tmp_path, {"examples/a/one.py": f"{header}print(1)\n"})
    with pytest.raises(Refusal, match="needs the package no-such-package"):
        list(record(tmp_path))


def test_a_picture_of_measured_times_is_recorded_but_not_replaced_unasked(tmp_path):
    header = '# /// script\n# [tool.check]\n# compare = ["out"]\n# ///\n'
    body = "import time\nopen('one.svg', 'w').write(str(time.time()))\nprint(1)\n"
    write_files(tmp_path, {"examples/a/one.py": header + FRESH + body})
    assert "examples/a/one.svg recorded" in list(record(tmp_path))
    assert list(record(tmp_path)) == []
    assert list(record(tmp_path, "a/one")) == ["examples/a/one.svg recorded"]
