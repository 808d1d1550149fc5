"""Policy: each page tells the browser what it may load and run, and no other script runs in it.

The theme has a few short scripts in its pages. A page names each by its hash, so that none runs
that was not there when the page was built. A script in an attribute has no hash, and is refused.

A page may also be opened from a folder. The standard leaves open what 'self' is there (issue 459 of
w3c/webappsec-csp), so `file:` stands beside it; from a host it adds nothing, since a browser loads
no file for a page of a host. Styles may stand in a page: pictures have theirs.

What a page cannot say for itself, such as who may frame it, says `docs/_headers`.
"""

import base64
import hashlib
import re
from html.parser import HTMLParser

from tools.failure import Failure, at

_HERE = "'self' file:"
_DATA = re.compile(r"application/(\w+\+)?json", re.IGNORECASE)
"""The types of scripts that are data to read, and never run."""
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(r"\s*<meta charset=[^>]*>", re.IGNORECASE)
_ADDRESSES = {"href", "xlink:href", "src", "action", "formaction"}


def with_policy(html: str, page: str) -> str:
    """The HTML of a built page with its policy, before all that the page loads. Raises `Failure`,
    which names the page so, for what no browser would run under the policy."""
    head = _HEAD.search(html)
    if not head:
        raise Failure((at(page),), "has no <head> that the policy could stand in")
    found = _Scripts(page)
    found.feed(html)
    found.close()
    hashes = dict.fromkeys(map(_hash, found.inline))  # each once, in the order of the page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
    rest = _CHARSET.sub("", html[head.end() :], count=1)  # a browser looks for it at the beginning
    return f'{html[: head.end()]}\n<meta charset="utf-8">\n{meta}{rest}'


def policy(hashes: dict[str, None]) -> str:
    """The policy of a page whose own scripts have these hashes."""
    rules = {
        "default-src": _HERE,
        "script-src": " ".join([_HERE, *(f"'{each}'" for each in hashes)]),
        "style-src": f"{_HERE} 'unsafe-inline'",
        "img-src": f"{_HERE} data:",
        "object-src": "'none'",
        "base-uri": _HERE,
        "form-action": _HERE,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(script: str) -> str:
    """The hash of a script as the browser takes it: of its text, with the line ends of HTML."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


class _Scripts(HTMLParser):
    """Reads a page for the scripts in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.inline: list[str] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            script = name in _ADDRESSES and re.match(r"\s*javascript:", value or "", re.IGNORECASE)
            if script or name.startswith("on"):
                what = f'<{tag} {name}="{value}"> is a script in an attribute, which the policy of'
                what += " the site stops: listen for the event in a file of docs/assets/"
                raise Failure((at(self.page, self.getpos()[0]),), what)
        given = dict(attrs)
        if tag == "script" and "src" not in given and not _DATA.fullmatch(given.get("type") or ""):
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._text is not None:
            self.inline.append("".join(self._text))
            self._text = None
