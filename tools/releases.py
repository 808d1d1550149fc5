"""Measure the ledger: build each release's environment and run every claim there.

    make releases                               what the data file does not know yet
    make releases ONLY=2.21                     the releases of TensorFlow 2.21, again
    make releases ONLY=nightly                  the nightly builds: what will break
    make releases ONLY=tensorflow==2.22.0rc0    a release candidate

Releases are data (releases.toml). A Python that is not on this machine, or an
environment that cannot be built, is told by name with the reason and is no verdict.
"""

import datetime
import glob
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from tools.ledger import PAGE, Row, claim_of, moves, read_rows, releases, report, write_rows

ROOT = Path(__file__).parents[1]
OWN_SETTINGS = ("KERAS", "TF_")
MEASURE = ROOT / "tools/measure.py"
CACHE = ROOT / ".cache/releases"
FREE = 25 * 2**30  # below this many bytes an environment is deleted after its use


class NotMeasured(Exception):
    """Why a release could not be brought to run on this machine."""


def chosen(only: str | None) -> list[dict]:
    """The releases one call is about: all of the file, or those that `only` names."""
    every = releases()
    if only is None:
        return [one for one in every if is_due(one)]
    if "==" in only:
        return [candidate(only)]
    found = [one for one in every if one["name"] == only] or [
        one for one in every if is_named(one["name"], only)
    ]
    if not found:
        names = " ".join(one["name"] for one in every)
        raise SystemExit(f"no release is named {only}; there are: {names}")
    return found


def programs_for(release: dict, again: bool) -> list[Path]:
    """The programs to run on a release: all again, or those that have no verdict on it yet."""
    paths = sorted((ROOT / "examples" / PAGE).glob("*.py"))
    known = {row.claim for row in read_rows(ROOT) if row.release == release["name"]}
    return [path for path in paths if again or claim_of(path) not in known]


def is_due(release: dict) -> bool:
    """Whether a release belongs to the data file and can be brought to run."""
    return not release.get("unmeasured") and not release.get("preview")


def is_named(name: str, only: str) -> bool:
    """2.21 means 2.21.0 with any Keras, keras-2.1.6 means any engine."""
    return re.match(rf"(tensorflow-)?{re.escape(only)}([.-]|$)", name) is not None


def candidate(pin: str) -> dict:
    """A release that is not in the file, from a pin such as tensorflow==2.22.0rc0."""
    package, version = pin.split("==")
    return {
        "name": f"{package}-{version}",
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "pins": [pin] if package != "keras" else ["tensorflow", pin],
        "engine": "tensorflow",
        "preview": True,
    }


# building ------------------------------------------------------------------------


def find_python(version: str) -> str:
    """A Python of that version: on the PATH, or in pyenv's folder."""
    candidates = [shutil.which(f"python{version}")]
    root = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    candidates += sorted(glob.glob(f"{root}/versions/{version}.*/bin/python"))[::-1]
    for path in filter(None, candidates):
        says = subprocess.run([path, "-V"], capture_output=True, text=True).stdout
        if says.startswith(f"Python {version}."):  # pyenv's shims may say something else
            return path
    raise NotMeasured(f"Python {version} is not on this machine")


def find_uv() -> str | None:
    """uv builds an environment in seconds; without it pip takes minutes."""
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else shutil.which("uv")


def build(release: dict) -> Path:
    """The release's environment, built unless it is there; its interpreter."""
    folder = CACHE / release["name"]
    python = folder / "bin/python"
    stamp = folder / "pins.json"
    wanted = json.dumps([release["python"], release["pins"], release.get("after", [])])
    preview = release.get("preview")  # the same pin may mean another build tomorrow
    if stamp.exists() and stamp.read_text() == wanted and not preview:
        return python
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    install = make_environment(release, folder, python)
    for pins in (release["pins"], release.get("after", [])):
        if pins:
            command(release, [*install, *pins])
    stamp.write_text(wanted)
    return python


def make_environment(release: dict, folder: Path, python: Path) -> list:
    """Make an empty environment; the command that installs into it."""
    base, uv = find_python(release["python"]), find_uv()
    if uv:
        command(release, [uv, "venv", "-q", "-p", base, folder])
        return [uv, "pip", "install", "-q", "-p", python]
    command(release, [base, "-m", "venv", folder])
    install = [python, "-m", "pip", "install", "-q"]
    if release["python"] in ("3.6", "3.7"):  # their own pip is too old
        command(release, [*install, "--upgrade", "pip<22", "setuptools<60"])
    return install


def command(release: dict, words: list) -> None:
    """Run a command that builds an environment; remove what is half built if it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(CACHE / release["name"], ignore_errors=True)
        last = done.stderr.strip().splitlines()[-3:]
        raise NotMeasured("the environment cannot be built: " + " ".join(last))


def libraries(release: dict, folder: Path) -> dict[str, str]:
    """Old names for shared libraries of this machine, as environment variables."""
    wanted = release.get("libraries", {})
    if not wanted:
        return {}
    listing = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True)
    there = dict(re.findall(r"^\s+(\S+) .* => (\S+)$", listing.stdout, re.M))
    beside = folder / "old-names"
    beside.mkdir(exist_ok=True)
    for old, new in wanted.items():
        if new not in there:
            raise NotMeasured(f"the library {new} is not on this machine")
        (beside / old).unlink(missing_ok=True)
        (beside / old).symlink_to(there[new])
    return {"LD_LIBRARY_PATH": str(beside)}


# measuring -----------------------------------------------------------------------


def measure(release: dict, programs: list[Path], tick: Callable) -> list[Row]:
    """Run these programs in the release's environment; the rows of the data file."""
    python = build(release)
    log = CACHE / f"{release['name']}.log"
    with log.open("w") as stderr:
        running = subprocess.Popen(
            [str(python), str(MEASURE), *map(str, programs)],
            env=variables(release, python),
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
        about, *records = [tick(json.loads(line)) for line in running.stdout] or [{}]
        code = running.wait()
    if code or len(records) != len(programs):
        last = log.read_text().strip().splitlines()[-1:]
        raise NotMeasured("the environment does not run: " + " ".join(last))
    if about.get("engine") != release["engine"]:
        raise NotMeasured(f"Keras runs on {about.get('engine')}, not {release['engine']}")
    return [row_of(release, about, record) for record in records]


def variables(release: dict, python: Path) -> dict[str, str]:
    """The environment variables that a release's programs run with."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN_SETTINGS)}
    return kept | libraries(release, python.parents[1]) | release.get("variables", {})


def row_of(release: dict, about: dict, record: dict) -> Row:
    """The row of one program, from what `measure.py` told of it and of its environment."""
    return Row(
        claim=claim_of(Path(record["claim"])),
        release=release["name"],
        keras=about["keras"],
        engine=about["engine"],
        python=about["python"],
        verdict=record["verdict"],
        evidence=record["evidence"],
        date=datetime.date.today().isoformat(),
    )


def replaced(rows: list[Row], fresh: list[Row]) -> list[Row]:
    """The rows with the freshly measured ones in the place of their older selves."""
    new = {(row.claim, row.release) for row in fresh}
    return [row for row in rows if (row.claim, row.release) not in new] + fresh


def measure_all(todo: list[dict], again: bool, console: Console) -> dict[str, str]:
    """Measure these releases, one after another; those that could not be, with the reason.

    The data file is written after each, so that a run that was broken off goes on there.
    """
    missed = {}
    with Progress(console=console) as progress:
        whole = progress.add_task("releases", total=len(todo))
        for release in todo:
            name, programs = release["name"], programs_for(release, again)
            part = progress.add_task(name, total=len(programs))

            def tick(record: dict, part: int = part, name: str = name) -> dict:
                if "claim" in record:
                    progress.update(part, advance=1, description=f"{name}: {record['claim']}")
                return record

            try:
                if programs:
                    keep(release, measure(release, programs, tick), console)
            except NotMeasured as reason:
                missed[name] = str(reason)
            progress.remove_task(part)
            progress.advance(whole)
            if shutil.disk_usage(ROOT).free < FREE:
                shutil.rmtree(CACHE / name, ignore_errors=True)
    return missed


def keep(release: dict, fresh: list[Row], console: Console) -> None:
    """Tell what moved, and keep the rows; those of a preview are told only."""
    known = read_rows(ROOT)
    moved = list(moves(known, fresh))
    told = report(moved) if moved else f"{release['name']}: measured, no claim moved"
    console.print(told, soft_wrap=True, markup=False)
    if not release.get("preview"):
        write_rows(ROOT, replaced(known, fresh))


def main(only: str | None = None) -> None:
    """Measure what is asked for; exit with the reasons if something could not be."""
    console = Console()
    todo = chosen(only)
    missed = measure_all(todo, only is not None, console)
    missed |= {one["name"]: one["unmeasured"] for one in releases() if one.get("unmeasured")}
    for name, why in missed.items():
        console.print(f"not measured: {name}: {why}", soft_wrap=True, markup=False)
    sys.exit(bool(missed.keys() & {one["name"] for one in todo}))


if __name__ == "__main__":
    main(*sys.argv[1:2])
