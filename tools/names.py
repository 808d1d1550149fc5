"""Names of the API in the prose: each resolves in the installed packages, or is marked as gone.

Prose writes a name in backticks. One that exists no more is marked for the reader, too:
`` `tf.placeholder`{ .gone } ``.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.failure import Failure, at
from tools.labs import Lab
from tools.pages import Page
from tools.run import Job, run_jobs
from tools.store import Store, digest

_SPAN = re.compile(r"(?<!`)`(?P<code>[^`\n]+)`(?!`)(?P<gone>\{:?[^}\n]*\.gone\b[^}\n]*\})?")
_NAME = re.compile(r"(?<![\w./~-])(?:tf|tensorflow|keras|tf_keras)(?:\.[A-Za-z_]\w*)+(?![\w/])")
_RESOLVE = Path(__file__).with_name("resolve.py")


@dataclass(frozen=True)
class Mention:
    """A name in the prose of a page, and whether it is marked as gone."""

    place: str
    name: str
    gone: bool


def find_mentions(page: Page | Lab) -> Iterator[Mention]:
    """The names of the API that the prose of a page mentions."""
    prose = page.prose
    for span in _SPAN.finditer(prose):
        for name in _NAME.findall(span["code"]):
            yield Mention(page.place_in_prose(span.start()), name, bool(span["gone"]))


def check_names(pages: Iterable[Page | Lab], store: Store) -> Iterator[Failure]:
    """A failure for each name that does not resolve, and for each wrongly marked as gone."""
    mentions = [mention for page in pages for mention in find_mentions(page)]
    unknown = _unresolved(sorted({mention.name for mention in mentions}), store)
    for mention in mentions:
        if mention.name in unknown and not mention.gone:
            what = f"`{mention.name}` does not exist in the installed packages"
            cure = f"if that is the point, write `{mention.name}`{{ .gone }}"
            yield Failure((mention.place,), f"{what}; {cure}")
        elif mention.gone and mention.name not in unknown:
            what = f"`{mention.name}` is marked as gone, but the installed packages have it"
            yield Failure((mention.place,), what)


def _unresolved(names: list[str], store: Store) -> set[str]:
    """Which of these names the installed packages lack. Asked in a process of its own."""
    if not names:
        return set()
    key = digest(names)
    run = store.get("names", key)
    if not run:
        (_, run), *_ = run_jobs([Job(_RESOLVE, tuple(names))])
        if run.fault:
            raise Failure(
                (at("tools/resolve.py", run.line),),
                f"looking up names {run.fault}",
                run.stderr,
            )
        store.put("names", key, run)
    return set(json.loads(run.output))
