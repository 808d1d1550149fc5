"""`llms.txt` and `llms-full.txt`: the way into the plain pages, and all of them in one file.

The first is what https://llmstxt.org describes: a title, a summary, and lists of links with a line
for each. Links are relative, so that they hold wherever the site lies, or whole where the site
knows its address.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

NOTES = (
    "A note after a statement says what proves it. `[proof: PAGE/PROGRAM]` is a program of the"
    ' same page, whose output stands there; `[proof: PAGE/PROGRAM printed "words"]` a program of'
    " another page; `[proof: ledger/CLAIM on RELEASE printed ...]` one of the ledger, on a recorded"
    " release; `[^key]` a quotation, at the end of the page; `[a judgement]` says that no program"
    " decides it."
)
"""How the notes are read, for whoever meets them first."""

_NOT_SAID = re.compile(
    r"(?ms)^(`{3,}).*?^\1$|^#.*?$|^\[\^[^\n]*$|[ ]?\[(?:proof: |\^|a judgement)[^\]]*\]"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_LONG = 60


@dataclass(frozen=True)
class PlainPage:
    """A plain page: the section of the navigation that it is in, its file, title, description and
    text."""

    section: str
    file: str
    title: str
    description: str
    text: str

    @property
    def line(self) -> str:
        """What it is about: its description, or else how its text begins."""
        if self.description:
            return " ".join(self.description.split())
        paragraph, *_ = _NOT_SAID.sub("", self.text).strip().split("\n\n")
        said = ""
        for sentence in re.split(r"(?<=[.?!])\s+", _LINK.sub(r"\1", paragraph)):
            said += f" {' '.join(sentence.split())}" if len(said) < _LONG else ""
        return said.strip()


def plain_files(
    title: str, summary: str, facts: dict[str, Any], pages: Sequence[PlainPage], base: str
) -> dict[str, str]:
    """Each file with its text; `base` is the address of the site, or empty."""
    return {
        **{page.file: page.text for page in pages},
        "llms.txt": _overview(title, summary, facts, pages, base),
        "llms-full.txt": _everything(title, facts, pages, base),
    }


def _overview(
    title: str, summary: str, facts: dict[str, Any], pages: Sequence[PlainPage], base: str
) -> str:
    lines = [f"# {title}", "", f"> {summary}", "", _about(facts), "", NOTES]
    sections: dict[str, list[str]] = {}
    for page in pages:
        about = f": {page.line}" if page.line else ""
        link = f"- [{page.title}]({base}{page.file}){about}"
        sections.setdefault(page.section, []).append(link)
    for section, links in sections.items():
        lines += ["", f"## {section}", "", *links]
    everything = f"- [llms-full.txt]({base}llms-full.txt): all pages in one file, in this order."
    return "\n".join([*lines, "", "## Everything", "", everything]) + "\n"


def _everything(title: str, facts: dict[str, Any], pages: Sequence[PlainPage], base: str) -> str:
    parts = [f"{title}\n\n{_about(facts)}\n\n{NOTES}\n"]
    parts += [f"Page: {base}{page.file}\n\n{page.text}" for page in pages]
    return "\n---\n\n".join(parts)


def _about(facts: dict[str, Any]) -> str:
    """What the build ran, and on what."""
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    return f"{facts['sentence']} On {versions}."
