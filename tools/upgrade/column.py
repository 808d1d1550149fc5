"""The column: the release that is installed now, among those that the ledger is measured on.

A new TensorFlow gets a table of its own, made from that of the one before. A new Keras takes the
place of the old one wherever that was the newest; each other backend gets a table of its own, and
the release that was installed until now stays as one with the Keras of its day, if it has none.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from tools.ledger.history import NEWEST, histories_of
from tools.ledger.markers import LEGACY

_HEAD = "[[release]]\n"


def brought_in(text: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """The text of `releases.toml` with the tables for the packages that are locked now. `before`
    are those that were locked."""
    head, *known = (part.rstrip() for part in text.split(_HEAD))
    tables, (was, new) = known, (one.get("keras", "") for one in (before, now))
    if was and new and was != new:
        tables = _with_keras(tables, before.get("tensorflow", ""), (was, new), now)
    if before.get("tensorflow") != now.get("tensorflow", before.get("tensorflow")):
        for ending in (LEGACY, ""):
            tables = _with_tensorflow(tables, ending, now)
    if tables == known:
        return text
    return f"\n\n{_HEAD}".join([head, *tables]).lstrip() + "\n"


def _with_keras(
    tables: list[str], tensorflow: str, keras: tuple[str, str], now: Mapping[str, str]
) -> list[str]:
    was, new = keras
    names, found = [_name(table) for table in tables], []
    of_its_day = any(name.startswith(f"tensorflow-{tensorflow}-keras-") for name in names)
    for table, name in zip(tables, names, strict=True):
        if not re.search(rf'"keras=={re.escape(was)}"', table) or f"keras-{was}" in name:
            found.append(table)
        else:
            if name == f"tensorflow-{tensorflow}" and not of_its_day:
                found.append(_named(table, f"{name}-keras-{was}"))
            found.append(table.replace(f'"keras=={was}"', f'"keras=={new}"'))
        other = name.replace(f"keras-{was}-", f"keras-{new}-")
        if name.startswith(f"keras-{was}-") and other not in names:
            found.append(_without_day(_named(_pinned(table, now), other)))
    return found


def _with_tensorflow(tables: list[str], ending: str, now: Mapping[str, str]) -> list[str]:
    """The tables with one more, made from the newest of its kind."""
    names = [_name(table) for table in tables]
    name = f"tensorflow-{now['tensorflow']}{ending}"
    alike = [n for n, one in enumerate(names) if _is_like(one, ending)]
    if name in names or not alike:
        return tables
    newest = [n for n, one in enumerate(names) if one.startswith("tensorflow-")][-1]
    own = _without_day(_named(_pinned(tables[alike[-1]], now), name))
    return [*tables[: newest + 1], own, *tables[newest + 1 :]]


def _is_like(name: str, ending: str) -> bool:
    if ending:
        return name.endswith(ending)
    return NEWEST in histories_of(name)


def _name(table: str) -> str:
    return str(_parsed(table).get("name", ""))


def _parsed(table: str) -> dict[str, Any]:
    return tomllib.loads(table)


def _named(table: str, name: str) -> str:
    return re.sub(r'(?m)^name = "[^"]*"', f'name = "{name}"', table, count=1)


def _without_day(table: str) -> str:
    """A person knows on which day it came out."""
    return re.sub(r"(?m)^day = .*\n", "", table)


def _pinned(table: str, now: Mapping[str, str]) -> str:
    """A table with the locked versions of the packages that it pins exactly."""

    def pin(found: re.Match[str]) -> str:
        package = found[1].replace("_", "-")
        package = "tensorflow" if package == "tensorflow-cpu" else package
        return f'"{found[1]}=={now.get(package, found[2])}"'

    return re.sub(r'"([\w.-]+)==([\w.]+)"', pin, table)
