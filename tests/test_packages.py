"""A program that is recorded on each release is recorded anew when its package changes."""

from conftest import planted

from tools.ledger.recorded import Recorded
from tools.ledger.releases import Releases

FILES = {
    "pyproject.toml": "[tool.check.ledger]\nreleases = 'releases.toml'\nrecorded = ['a/one']\n",
    "releases.toml": '[[release]]\nname = "tensorflow-2.4.4"\n',
    "examples/a/one.py": "import pack\n",
    "examples/a/pack/__init__.py": "x = 1\n",
    "examples/a/pack/deep/__init__.py": "y = 1\n",
    "examples/b/pack/__init__.py": "z = 1\n",
}


def due(root, files):
    """The programs to run anew on the release; they are recorded with these files first."""
    project = planted(root, files)
    recorded = Recorded(project, Releases(project))
    (release,) = recorded.releases.all
    found = recorded.programs_for(release, again=False)
    (project.folder / "ledger").mkdir(exist_ok=True)
    recorded.measure(release, False, lambda words: "passed\n")
    return [program.key for program in found]


def test_a_program_and_its_packages_are_recorded_once_and_again_when_they_change(tmp_path):
    assert due(tmp_path, FILES) == ["a/one"]
    assert due(tmp_path, {}) == []
    assert due(tmp_path, {"examples/a/pack/deep/__init__.py": "y = 2\n"}) == ["a/one"]
    assert due(tmp_path, {}) == []
    assert due(tmp_path, {"examples/b/pack/__init__.py": "z = 2\n"}) == []
    assert due(tmp_path, {"examples/a/one.py": "import pack  # changed\n"}) == ["a/one"]
