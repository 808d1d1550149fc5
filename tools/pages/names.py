"""Names of the API in the prose: each resolves in the installed packages, or is marked as gone.

Prose writes a name in backticks. One that exists no more is marked for the reader, too:
`` `tf.placeholder`{ .gone } ``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tools.failure import Failure, at
from tools.runner.runner import Job, Runner
from tools.runner.settings import Needs
from tools.runner.store import Store, digest

_SPAN = re.compile(r"(?<!`)`(?P<code>[^`\n]+)`(?!`)(?P<gone>\{:?[^}\n]*\.gone\b[^}\n]*\})?")
_RESOLVE = Path(__file__).with_name("resolve.py")


class Prose(Protocol):
    """Text of a page or of a lab, with the place of each position in it."""

    @property
    def prose(self) -> str: ...

    def place_in_prose(self, position: int) -> str: ...


@dataclass(frozen=True)
class Mention:
    """A name in the prose of a page, and whether it is marked as gone."""

    place: str
    name: str
    gone: bool


def find_mentions(page: Prose, roots: Iterable[str]) -> Iterator[Mention]:
    """The names of the API that the prose of a page mentions."""
    names = "|".join(map(re.escape, roots))
    dotted = re.compile(rf"(?<![\w./~-])(?:{names})(?:\.[A-Za-z_]\w*)+(?![\w/])")
    prose = page.prose
    for span in _SPAN.finditer(prose):
        for name in dotted.findall(span["code"]):
            yield Mention(page.place_in_prose(span.start()), name, bool(span["gone"]))


def name_failures(
    pages: Iterable[Prose], roots: dict[str, str], store: Store, runner: Runner
) -> Iterator[Failure]:
    """A failure for each name that does not resolve, and for each wrongly marked as gone.

    `roots` maps the first part of a name to the module that it stands for.
    """
    if not roots:
        return
    mentions = [mention for page in pages for mention in find_mentions(page, roots)]
    unknown = _unresolved(sorted({mention.name for mention in mentions}), roots, store, runner)
    for mention in mentions:
        if mention.name in unknown and not mention.gone:
            what = f"`{mention.name}` does not exist in the installed packages"
            cure = f"if that is the point, write `{mention.name}`{{ .gone }}"
            yield Failure((mention.place,), f"{what}; {cure}", mention.name, "name gone")
        elif mention.gone and mention.name not in unknown:
            what = f"`{mention.name}` is marked as gone, but the installed packages have it"
            yield Failure((mention.place,), what, mention.name, "name back")


def _unresolved(names: list[str], roots: dict[str, str], store: Store, runner: Runner) -> set[str]:
    """Which of these names the installed packages lack. Asked in a process of its own."""
    if not names:
        return set()
    asked = json.dumps(roots)
    key = digest([_RESOLVE.read_text(), asked, *names])
    run = store.get("names", key)
    if not run:
        needs = Needs(modules=frozenset(roots.values()))
        ((_, run),) = runner.run([Job(_RESOLVE, (asked, *names), needs)])
        if run.fault:
            place = at("tools/pages/resolve.py", run.line)
            raise Failure((place,), f"looking up names {run.fault}", run.stderr)
        store.put("names", key, run)
    return set(json.loads(run.output))
