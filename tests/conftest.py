"""What the tests share: this project's report, and small projects to plant faults in."""

import functools
import http.server
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import psutil
import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from tools.annotations import annotate
from tools.check import check, shard_of
from tools.durations import Durations, even_shares
from tools.failure import Failure, at
from tools.look import FLAGS, SIZES, chromium
from tools.project import Project
from tools.report import Report

ROOT = Path(__file__).parent.parent
Made = TypeVar("Made")
REPOSITORY = "https://github.com/example/tensorflow-vs-keras"
"""Of no one: it stands in for the address that is not known yet."""

CONFIG = """
[tool.check]
lines = [1, 60]
preload = ["tensorflow", "keras"]
unused = ["tensorflow.python.eager.context._context"]
clear = ["KERAS_", "TF_", "CUDA_"]
[tool.check.set]
TF_CPP_MIN_LOG_LEVEL = "3"
CUDA_VISIBLE_DEVICES = "-1"
MPLBACKEND = "agg"
[tool.check.limits]
files_mib = 32
processes = 30
"""
"""What a planted project sets, unless it says otherwise."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shard", metavar="K/N", help="run this share of the programs and tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a shard, keep the tests of its programs, and an even share of all others. The tests of one
    function stay together: they share what is slow to make."""
    shard = config.getoption("--shard")
    if not shard:
        return
    number, count = shard_of(shard)
    mine = {str(program) for program in Durations(Project.read(ROOT)).share(number, count)}
    weights: dict[str, float] = {}
    for item in items:
        seconds = 5.0 if item.get_closest_marker("slow") else 1.0
        weights[_group(item)] = weights.get(_group(item), 0.0) + seconds
    groups = even_shares(weights, count)[number - 1]

    def is_mine(item: pytest.Item) -> bool:
        program = getattr(item, "callspec", None) and item.callspec.params.get("program")
        return str(program) in mine if program else _group(item) in groups

    config.hook.pytest_deselected(items=[item for item in items if not is_mine(item)])
    items[:] = [item for item in items if is_mine(item)]


def _group(item: pytest.Item) -> str:
    return item.nodeid.split("[")[0]


# Annotations --------------------------------------------------------------------------

ON_GITHUB = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE")
AROUND = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    """What tests plant is no fault of this project: while they run, nothing is told to GitHub."""
    config.stash[AROUND] = {name: os.environ.pop(name) for name in ON_GITHUB if name in os.environ}


class Failed(AssertionError):
    """What the check of this project has found, each with its places."""

    def __init__(self, failures: Iterable[Failure]) -> None:
        super().__init__("\n\n".join(["", *map(str, failures)]))
        self.failures = list(failures)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator:
    """Keep with the report of a test what it found, as plain values: a worker may send them."""
    report = yield
    if report.failed and call.excinfo:
        found = getattr(call.excinfo.value, "failures", None) or [failure_of(item, call.excinfo)]
        report.found = [failure.args for failure in found]
    return report


def failure_of(item: pytest.Item, raised: pytest.ExceptionInfo) -> Failure:
    """A failed test as a failure, at the line of its file where it failed."""
    own = [entry.lineno + 1 for entry in raised.traceback if Path(entry.path) == item.path]
    place = at(item.path.relative_to(item.config.rootpath).as_posix(), (own or [1])[-1])
    return Failure((place,), f"{item.name} failed", raised.exconly())


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    """Under GitHub Actions, annotate what failed."""
    reports = [*terminalreporter.getreports("failed"), *terminalreporter.getreports("error")]
    args = [args for report in reports for args in getattr(report, "found", [])]
    failures = [Failure(tuple(places), *rest) for places, *rest in args]
    annotate(dict.fromkeys(failures), config.rootpath, config.stash[AROUND])


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable:
    """Calls a function once for all workers of pytest-xdist, and gives each what it returned."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[], Made]) -> Made:
        file = shared / f"{name}.pickle"
        with FileLock(f"{file}.lock"):
            if not file.exists():
                file.write_bytes(pickle.dumps(make()))
        return pickle.loads(file.read_bytes())

    return made


@pytest.fixture(scope="session")
def report(once: Callable, pytestconfig: pytest.Config) -> Report:
    """The check of this project, made once; a program that has not changed is not run again."""
    project, shard = Project.read(ROOT), pytestconfig.getoption("--shard")
    only = Durations(project).share(*shard_of(shard)) if shard else None

    def make() -> Report:
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
                patch.delenv(
                    name
                )  # the planted programs show what is tested; these would be slower
            return check(project, progress=print, only=only)

    return once("report", make)


@pytest.fixture(scope="session")
def built(once: Callable, tmp_path_factory: pytest.TempPathFactory, report: Report) -> Path:
    """The folder of the checked site, built for these tests. The report is made first: the build
    reuses its runs, and two workers run no program twice."""

    def build() -> Path:
        folder = tmp_path_factory.mktemp("site")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True)
        return folder

    return once("built", build)


@pytest.fixture(scope="session")
def built_for_repo(
    once: Callable, tmp_path_factory: pytest.TempPathFactory, report: Report
) -> Path:
    """The folder of the checked site, built for the address https://example.org/repo/, and with
    the address of a repository."""

    def build() -> Path:
        folder = tmp_path_factory.mktemp("repo")
        settings = {"site_url": "https://example.org/repo/", "site_dir": str(folder)}
        settings["repo_url"] = REPOSITORY
        code = (
            "from mkdocs.commands.build import build; from mkdocs.config import load_config;"
            f"build(load_config('mkdocs.yml', **{settings}))"
        )
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
        return folder

    return once("repo", build)


@pytest.fixture
def outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    """A planted project is judged as on a developer's machine, even when CI runs the tests."""
    monkeypatch.delenv("CI", raising=False)


def write_files(root: Path, files: dict[str, str]) -> Path:
    """Write a planted project; it gets a configuration unless it has one."""
    if not (root / "pyproject.toml").exists():
        files = {"pyproject.toml": CONFIG} | files
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def planted(root: Path, files: dict[str, str]) -> Project:
    """A planted project, read."""
    return Project.read(write_files(root, files))


def show(page: str, *names: str) -> str:
    """The Markdown that shows these programs of a page, each with its output: 7 lines a program,
    its fences in the lines 1 and 4."""
    return "\n".join(
        f'```python\n--8<-- "{page}/{name}.py"\n```\n```output\n--8<-- "{page}/{name}.out"\n```\n'
        for name in names
    )


def in_a_process(act) -> str:
    """What a function returns, or raises, in a fork of this process."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            said = repr(act())
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writer, said.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        said = answer.read()
    os.waitpid(pid, 0)
    return said


def copy_of_site(folder: Path) -> Path:
    """A copy of this project to plant faults in, with the runs that it may reuse."""
    for name in ("docs", "examples", "tools", "overrides", "tests", ".check/runs"):
        if (ROOT / name).exists():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
    for name in ("mkdocs.yml", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder / name)
    return folder


class Served:
    """`mkdocs serve` on a copy, its log, and its pages."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = root / "serve.log"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address],
            cwd=root,
            env={name: value for name, value in os.environ.items() if name != "CI"},
            stdout=self.log.open("w"),
            stderr=subprocess.STDOUT,
        )

    def wait_for(self, text: str, count: int = 1) -> None:
        """Wait until the log holds the text so many times."""
        for _ in range(1800):
            if self.log.read_text().count(text) >= count:
                return
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.1)
        raise AssertionError(f"{text!r} is not in the log:\n{self.log.read_text()}")

    def page(self, name: str) -> str:
        with urllib.request.urlopen(f"http://{self.address}/{name}") as answer:
            return answer.read().decode()

    def parents(self) -> list[int]:
        """The processes that programs are forked from."""
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [each.pid for each in below if "tools.runner.parent" in " ".join(each.cmdline())]

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=120)


# The browser ------------------------------------------------------------------------

BRING = "no Chromium is installed; bring it with: apt-get install -y chromium"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """The address at which a folder is served, until the block ends."""
    whole = functools.partial(handler, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), whole) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The address at which the checked site is served."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if not path and os.environ.get("CI"):
        pytest.fail(BRING)
    if not path:
        pytest.skip(BRING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str):
    """Opens a page, and fails at the end if it complained or asked for anything elsewhere."""
    complaints: list[str] = []
    contexts = []

    def watch(request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            complaints.append(f"asks for {request.url}")

    def open_page(name: str, size: str = "desktop") -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="light",
            reduced_motion="reduce",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", watch)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: said.type in ("error", "warning") and complaints.append(said.text),
        )
        page.goto(address + name)
        page.wait_for_load_state("networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, complaints
