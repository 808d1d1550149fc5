"""A drawing of what leans on what: boxes in rows, and an arrow from each to what it needs.

An arrow that follows from others is left out. Rows follow from the arrows, too: a box stands in the
row below the lowest one that needs it, and one that nothing needs in the row above what it needs.
Drawn by hand because the libraries that lay out such graphs bring a program of their own or a
browser, for one picture of twenty boxes.
"""

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter
from html import escape
from itertools import pairwise

Needs = Mapping[str, frozenset[str]]
"""What each box needs."""
Slot = tuple[str, int]
"""A box, or the place that an arrow to it takes in a row between: the box, and the row."""

_WIDTH, _HEIGHT, _PITCH = 330, 26, 60
_LETTER, _PADDING, _LANE = 7.2, 14, 4
_GREY = "#7d8590"


def reduced(needs: Needs) -> Needs:
    """The needs that follow from no others."""
    return {
        name: frozenset(
            each for each in own if not any(each in _all(needs, other) for other in own - {each})
        )
        for name, own in needs.items()
    }


def _all(needs: Needs, name: str) -> frozenset[str]:
    """All that something needs, directly or not."""
    return needs[name].union(*(_all(needs, each) for each in needs[name]))


def rows_of(needs: Needs) -> list[list[str]]:
    """The boxes in rows, the lowest first; what would be too wide is two rows."""
    heights = {name: _height(needs, name) for name in needs}
    users = {name: {user for user in needs if name in needs[user]} for name in needs}
    for name in sorted(needs, key=lambda each: -heights[each]):
        if users[name]:  # right below them
            heights[name] = min(heights[user] for user in users[name]) - 1
    rows: list[list[str]] = []
    for height in sorted(set(heights.values())):
        row: list[str] = []
        for name in sorted(name for name in needs if heights[name] == height):
            if row and sum(map(_wide, [*row, name])) + 6 * len(row) > _WIDTH:
                rows.append(row)
                row = []
            row.append(name)
        rows.append(row)
    return rows


def _height(needs: Needs, name: str) -> int:
    return max((_height(needs, each) + 1 for each in needs[name]), default=0)


def _wide(name: str) -> float:
    return len(name) * _LETTER + _PADDING


def drawn(needs: Needs, labels: Mapping[str, str], large: Iterable[str]) -> str:
    """The drawing, as SVG; a label for each box, and a thick frame for those that are large.

    Raises `graphlib.CycleError`, which names the boxes, where some need one another.
    """
    TopologicalSorter(needs).prepare()
    needs = reduced(needs)
    rows = rows_of(needs)
    level = {name: number for number, row in enumerate(rows) for name in row}
    lines = {pair for user in needs for one in needs[user] for pair in _steps(user, one, level)}
    slots = _ordered([[(name, number) for name in row] for number, row in enumerate(rows)], lines)
    labels = {name: labels[name] for name in needs}
    centre = _centres(slots, labels, level)
    tall = _PITCH * len(rows) - _PITCH + _HEIGHT + 4
    top = {number: tall - 2 - _HEIGHT - _PITCH * number for number in range(len(rows))}
    arrows = sorted(_arrow(upper, lower, centre, top, level) for upper, lower in lines)
    boxes = [
        _box(labels[name], centre[name, number], top[number], 2.5 if name in set(large) else 1)
        for number, row in enumerate(rows)
        for name in row
    ]
    said = "\n".join(
        f"{labels[name]} imports {', '.join(labels[each] for each in sorted(needs[name]))}"
        for row in reversed(rows)
        for name in row
        if needs[name]
    )
    return (
        f'<svg role="img" width="{_WIDTH}" height="{tall}" viewBox="0 0 {_WIDTH} {tall}"'
        f' font-family="system-ui, sans-serif" font-size="13"><title>{escape(said)}</title>\n'
        f'<g fill="none" stroke="{_GREY}">\n' + "\n".join(arrows) + "\n</g>\n"
        f'<g fill="none" stroke="{_GREY}">\n'
        + "\n".join(box for box, _ in boxes)
        + '\n</g>\n<g text-anchor="middle" fill="currentColor">\n'
        + "\n".join(text for _, text in boxes)
        + "\n</g>\n</svg>"
    )


def _steps(user: str, needed: str, level: Mapping[str, int]) -> Iterable[tuple[Slot, Slot]]:
    """An arrow from row to row. What leads to the same box runs in the same lane."""
    between = [(needed, row) for row in range(level[user] - 1, level[needed] - 1, -1)]
    return pairwise([(user, level[user]), *between])


def _ordered(rows: list[list[Slot]], lines: set[tuple[Slot, Slot]]) -> list[list[Slot]]:
    """The slots of each row, from left to right: each near to what it is joined with."""
    taken = {slot for line in lines for slot in line}
    rows = [sorted({*row, *(s for s in taken if s[1] == n)}) for n, row in enumerate(rows)]
    for sweep in range(8):
        numbers = range(len(rows)) if sweep % 2 else range(len(rows) - 1, -1, -1)
        for number in numbers:
            place = {slot: (at + 0.5) / len(row) for row in rows for at, slot in enumerate(row)}
            beside = number - 1 if sweep % 2 else number + 1
            rows[number].sort(key=lambda slot: (_middle(slot, beside, lines, place), slot))
    return rows


def _middle(
    slot: Slot, beside: int, lines: set[tuple[Slot, Slot]], place: Mapping[Slot, float]
) -> float:
    """Where the slots of the row beside are that a slot is joined with, on average."""
    joined = [
        place[other]
        for line in lines
        for other in line
        if slot in line and other != slot and other[1] == beside
    ]
    return sum(joined) / len(joined) if joined else place[slot]


def _centres(
    rows: list[list[Slot]], labels: Mapping[str, str], level: Mapping[str, int]
) -> dict[Slot, float]:
    """The middle of each slot: what is free in a row is shared out evenly."""
    centres = {}
    for row in rows:
        widths = [_wide(labels[name]) if level[name] == at else _LANE for name, at in row]
        gap = (_WIDTH - 4 - sum(widths)) / (len(row) + 1)
        left = 2 + gap
        for slot, width in zip(row, widths, strict=True):
            centres[slot] = round(left + width / 2, 1)
            left += width + gap
    return centres


def _arrow(
    upper: Slot,
    lower: Slot,
    centre: Mapping[Slot, float],
    top: Mapping[int, int],
    level: Mapping[str, int],
) -> str:
    start, end = centre[upper], centre[lower]
    above, below = top[upper[1]] + _HEIGHT, top[lower[1]]
    middle = (above + below) / 2
    path = f"M{start:g} {above}C{start:g} {middle:g} {end:g} {middle:g} {end:g} "
    if level[lower[0]] == lower[1]:
        return f'<path d="{path}{below - 1}m-4-6l4 6l4-6"/>'
    return f'<path d="{path}{below}v{_HEIGHT}"/>'


def _box(label: str, centre: float, top: int, thick: float) -> tuple[str, str]:
    width = _wide(label)
    box = (
        f'<rect x="{centre - width / 2:.1f}" y="{top}" width="{width:.1f}" height="{_HEIGHT}"'
        f' rx="4" stroke-width="{thick:g}"/>'
    )
    return box, f'<text x="{centre:g}" y="{top + 18}">{escape(label)}</text>'
