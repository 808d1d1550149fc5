"""Look up every source on the network: is it still there, with the words that it is quoted for?

    make links

It is no part of the build, which has to work without a network.
"""

import re
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bs4 import BeautifulSoup

from tools.failure import Failure, counted
from tools.project import Project
from tools.statements.sources import Source, Sources, collapsed

SECONDS = 30
_BLOB = re.compile(r"https://github\.com/(?P<repo>[^/]+/[^/]+)/blob/(?P<file>[^#]+)")


def looked_up(sources: Sources) -> Iterator[Failure]:
    """A failure for each source that the network does not have as it is quoted."""
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(_wrong_with, sources.all.values())
        for key, wrong in zip(sources.all, found, strict=True):
            if wrong:
                yield Failure((sources.place(key),), f"the source {key} {wrong}")


def _wrong_with(source: Source) -> str:
    """What is wrong with a source on the network; empty where nothing is."""
    address = address_of(source.address)
    asked = urllib.request.Request(address, headers={"User-Agent": "Mozilla/5.0"})
    try:
        with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
            text = answer.read().decode("utf-8", "replace")
            is_page = "html" in answer.headers.get("Content-Type", "")
    except (OSError, ValueError) as error:  # urllib's own are an OSError
        return f"is not to be had at {address}: {error}"
    said = BeautifulSoup(text, "html.parser").get_text(" ") if is_page else text
    if _letters(source.quote) not in _letters(said):
        return f"does not say at {address} what it is quoted for: {source.quote!r}"
    return ""


def address_of(address: str) -> str:
    """Where the text of an address is: the page of a file on GitHub has it in a script only."""
    file = _BLOB.match(address)
    return f"https://raw.githubusercontent.com/{file['repo']}/{file['file']}" if file else address


def _letters(text: str) -> str:
    """A text without what pages and their sources write differently."""
    return re.sub(r"[^\w]+", " ", collapsed(text)).strip().lower()


def main() -> None:
    """Look all up; exit with 1 if anything is not as it is quoted."""
    try:
        sources = Sources.read(Project.read(Path.cwd()))
        failures = list(looked_up(sources))
    except Failure as failure:
        sys.exit(str(failure))
    print(*failures, sep="\n")
    looked = f"{counted(len(sources.all), 'source')} looked up"
    print(f"{looked}, {counted(len(failures), 'failure')}")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
