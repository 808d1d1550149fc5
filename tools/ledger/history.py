"""Histories: a claim's verdicts on releases in time order, and the words that follow from them.

A program says *holds* or *does not hold* of the release that it runs on. *Not yet*, *no longer*,
*not on this release* and *never* are said of its place in a history: that of TensorFlow with the
newest Keras, of TensorFlow with the Keras of its day, of `tf_keras`, or of Keras on one other
backend.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby

HOLDS, NOT, NOT_APPLICABLE = "holds", "does not hold", "not applicable"
VERDICTS = (HOLDS, NOT, NOT_APPLICABLE)
"""What a program may say."""

WORDS = ("not yet", "no longer", "not on this release", "never")
"""What may be said of *does not hold*, from the verdicts around it."""

NEWEST, OF_ITS_DAY = "TensorFlow with the newest Keras", "TensorFlow with the Keras of its day"


@cache
def histories_of(release: str) -> tuple[str, ...]:
    """The histories that a release belongs to, by name.

    Up to 2.15 each TensorFlow has one Keras that fits, and belongs to two.
    """
    if not release.startswith("tensorflow-"):
        return (re.sub(r"-\d[\w.]*", "", release),)
    _, version, *keras = release.split("-", 2)
    if keras == ["tf_keras"]:
        return ("tf_keras",)
    if keras:
        return (OF_ITS_DAY,)
    return (NEWEST,) if numbers(version) >= (2, 16) else (NEWEST, OF_ITS_DAY)


def words_of(verdicts: Sequence[str]) -> list[str]:
    """The word for each verdict of one history, which is in time order."""
    held = [place for place, verdict in enumerate(verdicts) if verdict == HOLDS]
    known = [verdict for verdict in verdicts if verdict in (HOLDS, NOT)]

    def word(place: int, verdict: str) -> str:
        if verdict != NOT or len(known) < 2:
            return verdict
        if not held:
            return "never"
        if place < held[0]:
            return "not yet"
        return "no longer" if place > held[-1] else "not on this release"

    return [word(place, verdict) for place, verdict in enumerate(verdicts)]


def words_by_release(verdicts: Mapping[str, str]) -> dict[str, str]:
    """The word for each release, whose verdicts are in time order.

    A release of two histories is a word of the first that has it.
    """
    found: dict[str, str] = {}
    for history in dict.fromkeys(name for one in verdicts for name in histories_of(one)):
        members = [one for one in verdicts if history in histories_of(one)]
        words = words_of([verdicts[one] for one in members])
        for release, word in zip(members, words, strict=True):
            found.setdefault(release, word)
    return found


def spans_of(verdicts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """First and last release of each unbroken span on which a claim holds.

    What could not be decided (an error) breaks no span.
    """
    decided = [(name, verdict) for name, verdict in verdicts if verdict in (HOLDS, NOT)]
    spans = []
    for holds, group in groupby(decided, key=lambda pair: pair[1] == HOLDS):
        names = [name for name, _ in group]
        if holds:
            spans.append((names[0], names[-1]))
    return spans


def numbers(version: str) -> tuple[int, ...]:
    """A version as numbers, so that 3.10 comes after 3.9."""
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])
