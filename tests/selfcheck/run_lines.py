"""Run each text of lines.toml, and print the line at which it ended (0: at its end) as JSON."""

import contextlib
import json
import os
import sys
import tempfile
import tomllib
import traceback


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


os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
with open(sys.argv[1], "rb") as file:
    texts = tomllib.load(file)
print(
    json.dumps(
        {kind: [line_of_end(one["code"]) for one in all_of] for kind, all_of in texts.items()}
    )
)
