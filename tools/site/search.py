"""Search: what each section weighs in the index of Material for MkDocs, and where the index lies.

The theme's index ignores how long a text is, so that a long one, which has every word, would often
come first. And the theme multiplies the score of a page, which holds the text above its first
heading, by up to 5, and that of a section by up to 2: a page that begins with a list of its cases
would stand before each of them. The weights take both back.

The theme loads its index on every page. `finish_search` puts the sections into a script of their
own, which `docs/assets/search.js` loads when the search is first used; from a folder, too, where a
browser reads no JSON.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

WHOLE_PAGE = 0.4
LONG = 1500
"""Characters from which a text counts as long: as many as the median section has."""
LESS = 0.2
"""The power with which the weight of a longer text falls."""
SUMMARY = 0.7
"""*Remember*, which repeats its page: the section that shows the program is the better place."""
TERM = 1.5
"""A term of the glossary: whoever asks for its name alone wants to know what it means."""


def weigh(entries: Iterable[dict[str, Any]]) -> None:
    """Set the weight of each entry of the index."""
    for entry in entries:
        length = max(len(entry["text"]), LONG)
        section = entry["location"].partition("#")[2]
        weight = {"": WHOLE_PAGE, "remember": SUMMARY}.get(section, 1)
        own = entry.get("boost", 1)  # what the front matter of the page says: search: {boost: 0.7}
        entry["boost"] = round(own * weight * (LONG / length) ** LESS, 2)


def finish_search(site: Path, terms: Iterable[dict[str, Any]]) -> None:
    """Weigh the sections of a built site, add the terms of its glossary, and put all of them beside
    an empty index. Nothing is done where there is no such index."""
    folder = site / "search"
    if not (folder / "search_index.json").exists():
        return
    index = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    index["docs"] += ({**term, "boost": TERM} for term in terms)
    weigh(index["docs"])
    sections = json.dumps(index["docs"], separators=(",", ":"))
    empty = json.dumps(index | {"docs": []}, separators=(",", ":"))
    (folder / "sections.js").write_text(f"const sections = {sections};\n", encoding="utf-8")
    (folder / "search_index.json").write_text(empty, encoding="utf-8")
    (folder / "search_index.js").write_text(f"const __index = {empty};\n", encoding="utf-8")
