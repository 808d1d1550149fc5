"""The notebook of a lab as it is offered for download, where nothing of the site lies beside it."""

import json
import re
from urllib.parse import urljoin

_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<place>(?!\w+:|#)[^)\s]+)\)")


def to_download(notebook: str, address: str = "") -> str:
    """The text of a notebook whose links to other pages lead to the site, where the page of the lab
    has that address; without an address they are plain words, since they would lead nowhere."""

    def away(link: re.Match[str]) -> str:
        return f"[{link['words']}]({urljoin(address, link['place'])})" if address else link["words"]

    book = json.loads(notebook)
    for cell in book["cells"]:
        if cell["cell_type"] == "markdown":
            text = _LINK.sub(away, "".join(cell["source"]))
            cell["source"] = text.splitlines(keepends=True)
    return json.dumps(book, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
