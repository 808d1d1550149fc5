"""What `mkdocs.yml` says of the site that pages repeat: its name, its address, its navigation.

Every generator reads that file in its own way; what is needed of it here is plain YAML.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tools.failure import Failure, at

FILE = "mkdocs.yml"
_FRONT_MATTER = re.compile(r"---\n(?P<set>.*?)^---\n\n*", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"(?m)^(?:# )?# (?!%%|#)(?P<title>.+?)(?: *\{[^}]*\})?$")


@dataclass(frozen=True)
class Entry:
    """A page of the navigation: the outermost section that it is in, its source, and its title
    there."""

    section: str
    uri: str
    title: str


@dataclass(frozen=True)
class SiteSettings:
    """The settings. `extra` is free for the site: `glossary`, `stderr` and `account` in it name the
    page of terms, and the places that explain stderr and how the site is checked; `branch` is that
    of the repository which links lead to."""

    name: str
    about: str = ""
    url: str = ""
    repository: str = ""
    nav: tuple[Any, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> "SiteSettings":
        """The settings in the parsed file, or in what MkDocs made of it."""
        return cls(
            config["site_name"],
            config.get("site_description") or "",
            config.get("site_url") or "",
            config.get("repo_url") or "",
            tuple(config.get("nav") or ()),
            config.get("extra") or {},
        )

    def entries(self) -> Iterator[Entry]:
        """The pages of the navigation, in its order."""
        yield from _entries(self.nav, "")


def read_settings(root: Path) -> dict[str, Any]:
    """The parsed file of the project at `root`. Raises `Failure` where it cannot be read."""
    try:
        config = yaml.load((root / FILE).read_text(encoding="utf-8"), _Loader)
    except (OSError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        place = at(FILE, mark.line + 1 if mark else 1)
        raise Failure((place,), f"cannot be read: {error}") from error
    if not isinstance(config, dict) or "site_name" not in config:
        raise Failure((at(FILE),), "has no site_name")
    return config


def split_front_matter(text: str) -> tuple[str, str]:
    """What stands between two lines `---` at the top of a page, with these, and the rest of it."""
    found = _FRONT_MATTER.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def front_matter(text: str) -> dict[str, Any]:
    """What the front matter of a page sets."""
    found = _FRONT_MATTER.match(text)
    return (yaml.safe_load(found["set"]) if found else None) or {}


def title_of(text: str, uri: str) -> str:
    """The title of a page or a lab, from its front matter or its first heading."""
    meta, (_, body) = front_matter(text), split_front_matter(text)
    heading = _HEADING.search(body)
    name = posixpath.splitext(posixpath.basename(uri))[0]
    return str(meta.get("title") or (heading["title"].replace("`", "") if heading else name))


class _Loader(yaml.SafeLoader):  # type: ignore[misc]  # it comes without types
    """Reads what no generator but MkDocs knows as nothing: a Python object, an environment tag."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def _entries(items: Any, section: str) -> Iterator[Entry]:
    for item in items:
        title, what = next(iter(item.items())) if isinstance(item, Mapping) else ("", item)
        if isinstance(what, str):
            yield Entry(section or "Pages", what, title)
        else:
            yield from _entries(what, section or title)
