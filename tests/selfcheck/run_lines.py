"""Run each text of lines.toml, and print the line at which it ended (0: at its end) as JSON."""

import contextlib
import json
import os
import sys
import tempfile
import tomllib
import traceback
from operator import attrgetter
from pathlib import Path


def line_of_end(code: str) -> list:
    """The line that raised, and what; a text runs in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        try:
            with contextlib.redirect_stdout(sys.stderr):
                exec(compile(code, "<script>", "exec"), {"__name__": "__main__"})
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            lines = [frame.lineno for frame in frames if frame.filename == "<script>"]
            return [lines[0] if lines else -1, f"{type(error).__name__}: {error}"[:200]]
    return [0, ""]


def all_names(file: str) -> dict[str, list[str]]:
    """The names of tf.keras 2.15, under tf.keras and keras: those that are there, and not."""
    import keras
    import tensorflow as tf

    found: dict[str, list[str]] = {"there": [], "gone": []}
    lines = Path(file).read_text().splitlines()[1:]
    for root, package in (("tf.keras", tf.keras), ("keras", keras)):
        for line in lines:
            path = line.removeprefix("tf.keras.")
            try:
                attrgetter(path)(package)
                found["there"].append(f"{root}.{path}")
            except AttributeError:
                found["gone"].append(f"{root}.{path}")
    return found


os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
with open(sys.argv[1], "rb") as opened:
    texts = tomllib.load(opened)
names = all_names(sys.argv[2])  # before an import makes tf.keras.saving
ends = {kind: [line_of_end(one["code"]) for one in all_of] for kind, all_of in texts.items()}
print(json.dumps({**ends, "names": names}))
